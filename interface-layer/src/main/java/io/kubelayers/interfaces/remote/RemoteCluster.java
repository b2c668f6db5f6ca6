package io.kubelayers.interfaces.remote;

import io.kubelayers.nucleus.authentication.UserInfo;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a cluster's API is, and as whom to call it.
 *
 * @param server URL of the API
 * @param trust certificates of both sides
 * @param authorization gives the value of the Authorization header, asked for each request since tokens in files change;
 *     null for none
 * @param user who that is, as far as is known here
 * @param actingAs somebody else to act as; null to be oneself
 * @param namespace where objects without a namespace go
 */
@RecordBuilder
public record RemoteCluster(
        URI server,
        TlsTrust trust,
        @Nullable Supplier<String> authorization,
        UserInfo user,
        @Nullable UserInfo actingAs,
        String namespace)
        implements RemoteClusterBuilder.With {
    /** Never shows credentials. */
    @Override
    public String toString() {
        return "RemoteCluster[" + server + " as " + user.username() + "]";
    }
}
