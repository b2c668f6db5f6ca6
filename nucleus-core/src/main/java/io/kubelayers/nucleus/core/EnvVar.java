package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param name TODO-DOC
 * @param value TODO-DOC
 * @param valueFrom TODO-DOC
 */
@RecordBuilder
public record EnvVar(
    @Required @Pb(1) String name,
    @Pb(2) @Nullable String value,
    @Pb(3) @Nullable EnvVarSource valueFrom)
    implements EnvVarBuilder.With {
    public EnvVar {
        name = Absent.text(name);
        value = Absent.optional(value);
    }

}
