package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param apiVersion TODO-DOC
 * @param kind TODO-DOC
 * @param name TODO-DOC
 * @param uid TODO-DOC
 * @param controller TODO-DOC
 * @param blockOwnerDeletion TODO-DOC
 */
@Atomic
@RecordBuilder
public record OwnerReference(
    @Required @Pb(5) String apiVersion,
    @Required @Pb(1) String kind,
    @Required @Pb(3) String name,
    @Required @Pb(4) String uid,
    @Pb(6) @Nullable Boolean controller,
    @Pb(7) @Nullable Boolean blockOwnerDeletion)
    implements OwnerReferenceBuilder.With {
    public OwnerReference {
        apiVersion = Absent.text(apiVersion);
        kind = Absent.text(kind);
        name = Absent.text(name);
        uid = Absent.text(uid);
    }

}
