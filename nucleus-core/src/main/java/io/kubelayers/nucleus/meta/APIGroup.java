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
 * TODO-DOC.
 *
 * @param name TODO-DOC
 * @param versions TODO-DOC
 * @param preferredVersion TODO-DOC
 * @param serverAddressByClientCIDRs TODO-DOC
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
     * TODO-DOC.
     *
     * @param groupVersion TODO-DOC
     * @param version TODO-DOC
     */
    @RecordBuilder
    public record GroupVersionForDiscovery(
        @Required @Pb(1) String groupVersion,
        @Required @Pb(2) String version)
        implements APIGroupGroupVersionForDiscoveryBuilder.With {
        /** The value of a field that was not set. */
        public static final GroupVersionForDiscovery EMPTY = new GroupVersionForDiscovery(null, null);

        public GroupVersionForDiscovery {
            groupVersion = Absent.text(groupVersion);
            version = Absent.text(version);
        }

    }
}
