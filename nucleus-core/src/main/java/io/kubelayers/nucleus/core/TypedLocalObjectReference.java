package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param apiGroup TODO-DOC
 * @param kind TODO-DOC
 * @param name TODO-DOC
 */
@Atomic
@RecordBuilder
public record TypedLocalObjectReference(
    @Written @Pb(1) @Nullable String apiGroup,
    @Required @Pb(2) String kind,
    @Required @Pb(3) String name)
    implements TypedLocalObjectReferenceBuilder.With {
    public TypedLocalObjectReference {
        kind = Absent.text(kind);
        name = Absent.text(name);
    }

}
