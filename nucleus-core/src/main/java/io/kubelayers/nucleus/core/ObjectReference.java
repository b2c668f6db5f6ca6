package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param kind TODO-DOC
 * @param namespace TODO-DOC
 * @param name TODO-DOC
 * @param uid TODO-DOC
 * @param apiVersion TODO-DOC
 * @param resourceVersion TODO-DOC
 * @param fieldPath TODO-DOC
 */
@Atomic
@RecordBuilder
public record ObjectReference(
    @Pb(1) @Nullable String kind,
    @Pb(2) @Nullable String namespace,
    @Pb(3) @Nullable String name,
    @Pb(4) @Nullable String uid,
    @Pb(5) @Nullable String apiVersion,
    @Pb(6) @Nullable String resourceVersion,
    @Pb(7) @Nullable String fieldPath)
    implements ObjectReferenceBuilder.With {
    /** The value of a field that was not set. */
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
