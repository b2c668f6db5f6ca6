package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.NamedType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A reference to an object, or a part of it, of any kind and namespace.
 *
 * @param kind Kind of the target.
 * @param namespace Namespace of the target; empty for cluster-wide kinds.
 * @param name Name of the target.
 * @param uid UID of the target; empty means not pinned to one incarnation.
 * @param apiVersion API version of the target, as group/version or version.
 * @param resourceVersion Version of the target that is meant; empty means any.
 * @param fieldPath Part of the target that is meant, such as spec.containers[0]; empty means all of it.
 */
@Atomic
@RecordBuilder
public record ObjectReference(
        @Pb(1) @Nullable String kind,
        @Pb(2) @Nullable String namespace,
        @Pb(3) @Nullable String name,
        @NamedType("types.UID") @Pb(4) @Nullable String uid,
        @Pb(5) @Nullable String apiVersion,
        @Pb(6) @Nullable String resourceVersion,
        @Pb(7) @Nullable String fieldPath)
        implements ObjectReferenceBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final ObjectReference EMPTY = new ObjectReference(null, null, null, null, null, null, null);

    public ObjectReference {
        kind = Absent.optional(kind);
        namespace = Absent.optional(namespace);
        name = Absent.optional(name);
        uid = Absent.optional(uid);
        apiVersion = Absent.optional(apiVersion);
        resourceVersion = Absent.optional(resourceVersion);
        fieldPath = Absent.optional(fieldPath);
    }
}
