package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * Discovery record of one API group and the versions it is served in.
 *
 * @param name Group name, such as apps.
 * @param versions Served versions of the group.
 * @param preferredVersion Version the server suggests clients should use.
 * @param serverAddressByClientCIDRs Server addresses to use, chosen by the address range of the client; empty keeps
 *     the current one.
 */
@ApiType(version = "v1")
@RecordBuilder
public record APIGroup(
        @Required @Pb(1) String name,
        @Required @Atomic @Pb(2) List<GroupVersionForDiscovery> versions,
        @Written @Pb(3) GroupVersionForDiscovery preferredVersion,
        @Atomic @Pb(4) List<ServerAddressByClientCIDR> serverAddressByClientCIDRs)
        implements APIGroupBuilder.With {
    public APIGroup {
        name = Absent.text(name);
        versions = Absent.list(versions);
        preferredVersion = Absent.or(preferredVersion, GroupVersionForDiscovery.EMPTY);
        serverAddressByClientCIDRs = Absent.list(serverAddressByClientCIDRs);
    }

    /**
     * One version of an API group as discovery reports it.
     *
     * @param groupVersion Group and version joined by a slash, such as apps/v1.
     * @param version Version alone, such as v1.
     */
    @RecordBuilder
    public record GroupVersionForDiscovery(@Required @Pb(1) String groupVersion, @Required @Pb(2) String version)
            implements APIGroupGroupVersionForDiscoveryBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final GroupVersionForDiscovery EMPTY = new GroupVersionForDiscovery(null, null);

        public GroupVersionForDiscovery {
            groupVersion = Absent.text(groupVersion);
            version = Absent.text(version);
        }
    }
}
