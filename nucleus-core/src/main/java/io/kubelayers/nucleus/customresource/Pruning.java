package io.kubelayers.nucleus.customresource;

import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Drops the fields that a schema does not know (apiextensions {@code schema/pruning/algorithm.go}). */
final class Pruning {
    private static final Set<String> OBJECT_FIELDS = Set.of("apiVersion", "kind", "metadata");

    private final List<String> unknown = new ArrayList<>();

    /** Paths of what was dropped so far, sorted. */
    List<String> unknown() {
        return unknown.stream().sorted().toList();
    }

    /** The value without unknown fields; without a schema, objects keep no members at all. */
    @Nullable
    Object value(@Nullable Object value, @Nullable JSONSchemaProps schema, String path) {
        return value(value, schema, schema != null && Schemas.preserves(schema), path);
    }

    private @Nullable Object value(
            @Nullable Object value, @Nullable JSONSchemaProps schema, boolean preserving, String path) {
        if (value instanceof Map<?, ?> map) {
            return map(map, schema, preserving, path);
        }
        if (!(value instanceof List<?> list)) {
            return value;
        }
        var items = schema == null ? null : Schemas.items(schema);
        if (preserving && items == null) {
            return list;
        }
        var kept = new ArrayList<@Nullable Object>(list.size());
        for (int i = 0; i < list.size(); i++) {
            var place = path + "[" + i + "]";
            // what preserves its unknown fields does so for its items too
            kept.add(preserving ? value(list.get(i), items, true, place) : value(list.get(i), items, place));
        }
        return Collections.unmodifiableList(kept);
    }

    Map<String, @Nullable Object> map(Map<?, ?> map, JSONSchemaProps schema, String path) {
        return map(map, schema, Schemas.preserves(schema), path);
    }

    private Map<String, @Nullable Object> map(
            Map<?, ?> map, @Nullable JSONSchemaProps schema, boolean preserving, String path) {
        var kept = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, member) -> {
            var name = (String) key;
            var place = path.isEmpty() ? name : path + "." + name;
            if (schema == null) {
                unknown.add(place);
            } else if (schema.embeddedResource() && OBJECT_FIELDS.contains(name)) {
                kept.put(name, name.equals("metadata") ? metadata(member, place) : member);
            } else if (schema.properties().containsKey(name)) {
                kept.put(name, value(member, schema.properties().get(name), place));
            } else if (schema.additionalProperties() != null) {
                kept.put(name, value(member, Schemas.additional(schema), place));
            } else if (preserving) {
                kept.put(name, member);
            } else {
                unknown.add(place);
            }
        });
        return Collections.unmodifiableMap(kept);
    }

    private @Nullable Object metadata(@Nullable Object metadata, String path) {
        if (!(metadata instanceof Map<?, ?> map)) {
            return metadata;
        }
        var known = RecordSchema.of(ObjectMeta.class);
        var kept = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, member) -> {
            if (known.field((String) key) == null) {
                unknown.add(path + "." + key);
            } else {
                kept.put((String) key, member);
            }
        });
        return Collections.unmodifiableMap(kept);
    }
}
