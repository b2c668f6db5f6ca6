package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.DeprecatedField;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.ListSet;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.ReadOnly;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param name TODO-DOC
 * @param generateName TODO-DOC
 * @param namespace TODO-DOC
 * @param selfLink TODO-DOC
 * @param uid TODO-DOC
 * @param resourceVersion TODO-DOC
 * @param generation TODO-DOC
 * @param creationTimestamp TODO-DOC
 * @param deletionTimestamp TODO-DOC
 * @param deletionGracePeriodSeconds TODO-DOC
 * @param labels TODO-DOC
 * @param annotations TODO-DOC
 * @param ownerReferences TODO-DOC
 * @param finalizers TODO-DOC
 * @param managedFields TODO-DOC
 */
@RecordBuilder
public record ObjectMeta(
    @Immutable @Pb(1) @Nullable String name,
    @Pb(2) @Nullable String generateName,
    @Immutable @Pb(3) @Nullable String namespace,
    @DeprecatedField @Pb(4) @Nullable String selfLink,
    @ReadOnly @Pb(5) @Nullable String uid,
    @ReadOnly @Pb(6) @Nullable String resourceVersion,
    @ReadOnly @Pb(7) long generation,
    @ReadOnly @Pb(8) @Nullable Instant creationTimestamp,
    @ReadOnly @Pb(9) @Nullable Instant deletionTimestamp,
    @ReadOnly @Pb(10) @Nullable Long deletionGracePeriodSeconds,
    @Pb(11) Map<String, String> labels,
    @Pb(12) Map<String, String> annotations,
    @ListMap("uid") @MergeKey("uid") @Pb(13) List<OwnerReference> ownerReferences,
    @ListSet @MergeKey("") @Pb(14) List<String> finalizers,
    @Atomic @Pb(17) List<ManagedFieldsEntry> managedFields)
    implements ObjectMetaBuilder.With {
    /** The value of a field that was not set. */
    public static final ObjectMeta EMPTY = new ObjectMeta(null, null, null, null, null, null, 0, null, null, null, null, null, null, null, null);

    public ObjectMeta {
        name = Absent.optional(name);
        generateName = Absent.optional(generateName);
        namespace = Absent.optional(namespace);
        selfLink = Absent.optional(selfLink);
        uid = Absent.optional(uid);
        resourceVersion = Absent.optional(resourceVersion);
        labels = Absent.map(labels);
        annotations = Absent.map(annotations);
        ownerReferences = Absent.list(ownerReferences);
        finalizers = Absent.list(finalizers);
        managedFields = Absent.list(managedFields);
    }

}
