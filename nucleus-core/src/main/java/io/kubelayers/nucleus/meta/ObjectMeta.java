package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.DeprecatedField;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.ListSet;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.NamedType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.ReadOnly;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Metadata that every stored object carries: identity, labels, owners and bookkeeping by the server.
 *
 * @param name Name, unique per kind within its namespace; cannot change after creation.
 * @param generateName Prefix from which the server makes a unique name when name is empty.
 * @param namespace Namespace of the object; empty for cluster-wide kinds, fixed after creation.
 * @param selfLink Former URL of the object; no longer filled.
 * @param uid Identifier set by the server, never used twice in the life of a cluster.
 * @param resourceVersion Opaque revision of the last write; sent back on update to detect conflicts.
 * @param generation Counter the server raises when the desired state changes.
 * @param creationTimestamp When the server stored the object first; set by the server.
 * @param deletionTimestamp When the object is due to go; null while no deletion was asked for.
 * @param deletionGracePeriodSeconds Seconds allowed for a graceful end; set only together with deletionTimestamp.
 * @param labels Key and value pairs that selectors can match; values up to 63 characters.
 * @param annotations Free key and value pairs for tools, not selectable; at most 256 KiB in all.
 * @param ownerReferences Objects this one depends on; it is collected once all of them are gone.
 * @param finalizers Names that must all be removed before the object really disappears.
 * @param managedFields Which manager owns which fields; kept by the server for server-side apply.
 */
@RecordBuilder
public record ObjectMeta(
        @Immutable @Pb(1) @Nullable String name,
        @Pb(2) @Nullable String generateName,
        @Immutable @Pb(3) @Nullable String namespace,
        @DeprecatedField @Pb(4) @Nullable String selfLink,
        @NamedType("types.UID") @ReadOnly @Pb(5) @Nullable String uid,
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
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final ObjectMeta EMPTY =
            new ObjectMeta(null, null, null, null, null, null, 0, null, null, null, null, null, null, null, null);

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

    /** The name, "" while it is not set. */
    public String nameOrEmpty() {
        return name == null ? "" : name;
    }

    /** The uid, "" before the server has given one. */
    public String uidOrEmpty() {
        return uid == null ? "" : uid;
    }

    /** The namespace, "" for cluster-scoped objects. */
    public String namespaceOrEmpty() {
        return namespace == null ? "" : namespace;
    }

    /** The reference to the controller that owns the object, if any. */
    public Optional<OwnerReference> controllerOwner() {
        for (var owner : ownerReferences) {
            if (Boolean.TRUE.equals(owner.controller())) {
                return Optional.of(owner);
            }
        }
        return Optional.empty();
    }

    /** Whether a deletion has begun. */
    public boolean isBeingDeleted() {
        return deletionTimestamp != null;
    }
}
