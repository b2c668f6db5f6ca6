package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param user TODO-DOC
 * @param role TODO-DOC
 * @param type TODO-DOC
 * @param level TODO-DOC
 */
@RecordBuilder
public record SELinuxOptions(
    @Pb(1) @Nullable String user,
    @Pb(2) @Nullable String role,
    @Pb(3) @Nullable String type,
    @Pb(4) @Nullable String level)
    implements SELinuxOptionsBuilder.With {
    public SELinuxOptions {
        user = Absent.optional(user);
        role = Absent.optional(role);
        type = Absent.optional(type);
        level = Absent.optional(level);
    }

}
