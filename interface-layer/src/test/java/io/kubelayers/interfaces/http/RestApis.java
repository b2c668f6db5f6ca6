package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.cluster.Cluster;
import java.util.List;
import java.util.Optional;

/** The REST face of clusters, without a wire. */
final class RestApis {
    private RestApis() {}

    /** Whoever brings a bearer token is the administrator. */
    static RestApi ofAdmin(Cluster cluster) {
        return RestApi.at(
                cluster.server(),
                cluster.runtime().clock(),
                "127.0.0.1:6443",
                List.of(credentials -> Optional.of(Users.admin())));
    }
}
