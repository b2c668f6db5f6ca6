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

    /** The value without unknown fields; without a schema, a value keeps no members at all. */
    @Nullable
    Object value(@Nullable Object value, @Nullable JSONSchemaProps schema, String path) {
        if (value instanceof Map<?, ?> map) {
            return map(map, schema, path);
        }
        if (value instanceof List<?> list) {
            var items = schema == null ? null : Schemas.items(schema);
            if (schema != null && Schemas.preserves(schema) && items == null) {
                return list;
            }
            var kept = new ArrayList<@Nullable Object>(list.size());
            for (int i = 0; i < list.size(); i++) {
                kept.add(value(list.get(i), items, path + "[" + i + "]"));
            }
            return Collections.unmodifiableList(kept);
        }
        return value;
    }

    Map<String, @Nullable Object> map(Map<?, ?> map, @Nullable JSONSchemaProps schema, String path) {
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
            } else if (Schemas.allowsAdditional(schema)) {
                kept.put(
                        name,
                        Schemas.preserves(schema) && Schemas.additional(schema) == null
                                ? member
                                : value(member, Schemas.additional(schema), place));
            } else if (Schemas.preserves(schema)) {
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
