package io.kubelayers.nucleus.authorization;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Request on a plain URL path that an access review asks about.
 *
 * @param path URL path.
 * @param verb HTTP verb in lower case, such as get.
 */
@RecordBuilder
public record NonResourceAttributes(@Pb(1) @Nullable String path, @Pb(2) @Nullable String verb)
        implements NonResourceAttributesBuilder.With {
    public NonResourceAttributes {
        path = Absent.optional(path);
        verb = Absent.optional(verb);
    }
}
