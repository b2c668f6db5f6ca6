package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * TODO-DOC.
 *
 * @param apiGroup TODO-DOC
 * @param kind TODO-DOC
 * @param name TODO-DOC
 */
@Atomic
@RecordBuilder
public record RoleRef(
    @Required @Pb(1) String apiGroup,
    @Required @Pb(2) String kind,
    @Required @Pb(3) String name)
    implements RoleRefBuilder.With {
    /** The value of a field that was not set. */
    public static final RoleRef EMPTY = new RoleRef(null, null, null);

    public RoleRef {
        apiGroup = Absent.text(apiGroup);
        kind = Absent.text(kind);
        name = Absent.text(name);
    }

}
