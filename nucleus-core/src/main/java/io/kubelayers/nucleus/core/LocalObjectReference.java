package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A reference by name to an object in the same namespace.
 *
 * @param name Name of the target; an empty name refers to nothing and is usually invalid.
 */
@Atomic
@RecordBuilder
public record LocalObjectReference(@Default(value = "", published = true) @Pb(1) @Nullable String name)
        implements LocalObjectReferenceBuilder.With {
    public LocalObjectReference {
        name = Absent.optional(name);
    }
}
