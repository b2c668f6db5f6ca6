package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.api.FieldSchema;
import io.kubelayers.nucleus.api.FieldType;
import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.apply.Change;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.value.Absent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What differs between two states of an object, as trees of those top-level fields alone. */
final class ObjectChanges {
    private final Trees trees;
    private final Versions versions;
    private final ResourceType type;
    private final KubernetesObject before;
    private final KubernetesObject after;

    ObjectChanges(Trees trees, Versions versions, ResourceType type, KubernetesObject before, KubernetesObject after) {
        this.trees = trees;
        this.versions = versions;
        this.type = type;
        this.before = before;
        this.after = after;
    }

    /** Whether nothing differs that anybody could own. */
    boolean none() {
        return before == after || sameMetadata() && ObjectParts.sameButMetadata(before, after);
    }

    /** Whether nothing is set in a new object that anybody could own, beside the fields that such a request resets. */
    static boolean isBlank(KubernetesObject object, Set<String> reset) {
        if (object instanceof DynamicObject dynamic) {
            return reset.containsAll(dynamic.fields().keySet())
                    && owned(object.metadata()).equals(ObjectMeta.EMPTY);
        }
        for (var field : RecordSchema.of(object.getClass()).fields()) {
            boolean asked = !field.name().equals("metadata") && !reset.contains(field.name());
            if (asked && (!Objects.equals(field.get(object), field.zero()) || hasGivenLists(field, object))) {
                return false;
            }
        }
        return owned(object.metadata()).equals(ObjectMeta.EMPTY);
    }

    /** Whether an empty list was sent anywhere, outside of maps, where lists are always written. */
    static boolean givesEmptyLists(KubernetesObject object) {
        return !(object instanceof DynamicObject) && hasGivenLists(object);
    }

    private static boolean hasGivenLists(Object record) {
        for (var field : RecordSchema.of(record.getClass()).fields()) {
            if (hasGivenLists(field, record)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an empty list was sent where lists are always written: it is owned, other than one that was left out. */
    private static boolean hasGivenLists(FieldSchema field, Object record) {
        var value = field.get(record);
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? field.written() && Absent.isGiven(list)
                    : field.type() instanceof FieldType.ListOf type
                            && type.item() instanceof FieldType.Struct
                            && list.stream().anyMatch(ObjectChanges::hasGivenLists);
        }
        return value instanceof Record && field.type() instanceof FieldType.Struct && hasGivenLists(value);
    }

    private boolean sameMetadata() {
        var one = before.metadata();
        var other = after.metadata();
        return one == other || owned(one).equals(owned(other));
    }

    /** The metadata that has owners; of the rest the server keeps account itself. */
    private static ObjectMeta owned(ObjectMeta metadata) {
        return ObjectMetaBuilder.builder(metadata)
                .name(null)
                .namespace(null)
                .uid(null)
                .resourceVersion(null)
                .generation(0)
                .creationTimestamp(null)
                .selfLink(null)
                .managedFields(List.of())
                .build();
    }

    Change change() {
        var left = new LinkedHashMap<String, @Nullable Object>();
        var right = new LinkedHashMap<String, @Nullable Object>();
        var record = type.record();
        if (record != null && record.isInstance(before) && record.isInstance(after)) {
            differing(left, right);
        } else {
            left.putAll(whole(before));
            right.putAll(whole(after));
        }
        return new Change(left, right, () -> whole(before), () -> whole(after));
    }

    private Map<String, @Nullable Object> whole(KubernetesObject object) {
        return FieldOwnership.whole(trees, versions, type, object);
    }

    private void differing(Map<String, @Nullable Object> left, Map<String, @Nullable Object> right) {
        if (!sameMetadata()) {
            left.put("metadata", trees.part(owned(before.metadata())));
            right.put("metadata", trees.part(owned(after.metadata())));
        }
        for (var field : RecordSchema.of(before.getClass()).fields()) {
            if (field.name().equals("metadata")) {
                continue;
            }
            var one = field.get(before);
            var other = field.get(after);
            if (one == other || Objects.equals(one, other)) {
                continue;
            }
            if (!(one instanceof Record) || !(other instanceof Record)) {
                left.putAll(whole(before));
                right.putAll(whole(after));
                return;
            }
            left.put(field.name(), trees.part(one));
            right.put(field.name(), trees.part(other));
        }
    }
}
