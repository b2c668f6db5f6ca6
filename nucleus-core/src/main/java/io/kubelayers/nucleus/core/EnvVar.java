package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * One environment variable of a container.
 *
 * @param name Variable name of printable ASCII characters without an equals sign.
 * @param value Literal value, with $(NAME) references to earlier variables expanded; empty when valueFrom is used.
 * @param valueFrom Source of the value; null when a literal is given.
 */
@RecordBuilder
public record EnvVar(
        @Required @Pb(1) String name, @Pb(2) @Nullable String value, @Pb(3) @Nullable EnvVarSource valueFrom)
        implements EnvVarBuilder.With {
    public EnvVar {
        name = Absent.text(name);
        value = Absent.optional(value);
    }
}
