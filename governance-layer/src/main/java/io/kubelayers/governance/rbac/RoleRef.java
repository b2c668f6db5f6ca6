package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Points from a binding to the role it grants.
 *
 * @param apiGroup Always rbac.authorization.k8s.io; filled in when empty.
 * @param kind Role or ClusterRole; a ClusterRoleBinding takes only ClusterRole.
 * @param name Name of the role.
 */
@Atomic
@RecordBuilder
public record RoleRef(@Required @Pb(1) String apiGroup, @Required @Pb(2) String kind, @Required @Pb(3) String name)
        implements RoleRefBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final RoleRef EMPTY = new RoleRef(null, null, null);

    public RoleRef {
        apiGroup = Absent.text(apiGroup);
        kind = Absent.text(kind);
        name = Absent.text(name);
    }
}
