package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.NamedType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Points from a dependent object to its owner, in the same namespace or cluster-wide.
 *
 * @param apiVersion API group and version of the owner.
 * @param kind Kind of the owner.
 * @param name Name of the owner.
 * @param uid Unique identifier of the owner; a recreated object of the same name does not match.
 * @param controller True for the one owner that manages the object; null is read as false.
 * @param blockOwnerDeletion True to hold a foreground deletion of the owner until this object is gone; null is
 *     false.
 */
@Atomic
@RecordBuilder
public record OwnerReference(
        @Required @Pb(5) String apiVersion,
        @Required @Pb(1) String kind,
        @Required @Pb(3) String name,
        @NamedType("types.UID") @Required @Pb(4) String uid,
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
