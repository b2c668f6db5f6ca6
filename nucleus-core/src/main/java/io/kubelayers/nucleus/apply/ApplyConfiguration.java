package io.kubelayers.nucleus.apply;

import io.kubelayers.nucleus.api.FieldSchema;
import io.kubelayers.nucleus.api.FieldType;
import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Objects as configurations to be applied: with only the fields that are set, so that no others come to be owned. */
public final class ApplyConfiguration {
    private ApplyConfiguration() {}

    /** The configuration that says what the object says. Identity and bookkeeping by the server are left out. */
    public static Map<String, @Nullable Object> of(Codec codec, KubernetesObject object) {
        var metadata = object.metadata()
                .withManagedFields(List.of())
                .withResourceVersion(null)
                .withUid(null)
                .withGeneration(0)
                .withCreationTimestamp(null);
        var tree = codec.toTree(object.withMetadata(metadata));
        return object instanceof Record record ? struct(tree, RecordSchema.of(record.getClass())) : tree;
    }

    private static Map<String, @Nullable Object> struct(Map<?, ?> tree, RecordSchema schema) {
        var kept = new LinkedHashMap<String, @Nullable Object>();
        tree.forEach((key, value) -> {
            var name = (String) key;
            var field = schema.field(name);
            if (value == null) {
                return;
            }
            var part = field == null ? value : value(value, field.type());
            if (!unset(part, field)) {
                kept.put(name, part);
            }
        });
        return kept;
    }

    /** Structs that are always written, set or not. */
    private static boolean unset(@Nullable Object value, @Nullable FieldSchema field) {
        return field != null
                && field.type() instanceof FieldType.Struct
                && !field.nullable()
                && value instanceof Map<?, ?> map
                && map.isEmpty();
    }

    private static @Nullable Object value(@Nullable Object value, FieldType type) {
        if (type instanceof FieldType.Struct struct && value instanceof Map<?, ?> map) {
            return struct(map, struct.schema());
        } else if (type instanceof FieldType.ListOf list && value instanceof List<?> items) {
            var kept = new ArrayList<@Nullable Object>(items.size());
            items.forEach(item -> kept.add(value(item, list.item())));
            return kept;
        } else if (type instanceof FieldType.MapOf map && value instanceof Map<?, ?> members) {
            var kept = new LinkedHashMap<String, @Nullable Object>();
            members.forEach(
                    (name, member) -> kept.put((String) Objects.requireNonNull(name), value(member, map.value())));
            return kept;
        }
        return value;
    }
}
