package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an SELinux label; an empty part is left to the runtime.
 *
 * @param user User part of the label.
 * @param role Role part of the label.
 * @param type Type part of the label.
 * @param level Level part of the label, such as s0:c123,c456.
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
