package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A reference to an object of a given kind in the same namespace.
 *
 * @param apiGroup API group of the target; null or empty means the core group.
 * @param kind Kind of the target.
 * @param name Name of the target.
 */
@Atomic
@RecordBuilder
public record TypedLocalObjectReference(
        @Written @Pb(1) @Nullable String apiGroup, @Required @Pb(2) String kind, @Required @Pb(3) String name)
        implements TypedLocalObjectReferenceBuilder.With {
    public TypedLocalObjectReference {
        kind = Absent.text(kind);
        name = Absent.text(name);
    }
}
