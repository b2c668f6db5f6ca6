package io.kubelayers.nucleus.customresource;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the Kubernetes keywords of a schema ask for: whole objects inside objects, and lists without duplicates. */
final class PlaceChecks {
    private PlaceChecks() {}

    /** Embedded objects say what they are (apiextensions {@code schema/objectmeta/validation.go}). */
    static void embedded(@Nullable Object value, JSONSchemaProps schema, FieldPath path, FieldErrors errors) {
        if (value instanceof Map<?, ?> map) {
            if (schema.embeddedResource()) {
                named(map, "apiVersion", path, errors);
                named(map, "kind", path, errors);
            }
            each(map, schema, path, (member, below, place) -> embedded(member, below, place, errors));
        } else if (value instanceof List<?> list) {
            each(list, schema, path, (item, below, place) -> embedded(item, below, place, errors));
        }
    }

    private static void named(Map<?, ?> map, String field, FieldPath path, FieldErrors errors) {
        if (!(map.get(field) instanceof String text) || text.isEmpty()) {
            errors.required(path.child(field), "must not be empty");
        }
    }

    /** Sets and lists keyed by fields hold nothing twice (apiextensions {@code schema/listtype/validation.go}). */
    static void unique(@Nullable Object value, JSONSchemaProps schema, FieldPath path, FieldErrors errors) {
        if (value instanceof Map<?, ?> map) {
            each(map, schema, path, (member, below, place) -> unique(member, below, place, errors));
        } else if (value instanceof List<?> list) {
            if ("set".equals(schema.listType())) {
                duplicates(list, null, path, errors);
            } else if ("map".equals(schema.listType())) {
                duplicates(list, schema, path, errors);
            }
            each(list, schema, path, (item, below, place) -> unique(item, below, place, errors));
        }
    }

    private static void duplicates(List<?> list, @Nullable JSONSchemaProps keyed, FieldPath path, FieldErrors errors) {
        var seen = new HashSet<@Nullable Object>();
        var told = new HashSet<@Nullable Object>();
        for (int i = 0; i < list.size(); i++) {
            var identity = keyed == null ? list.get(i) : keys(list.get(i), keyed);
            if (!seen.add(identity) && told.add(identity)) {
                errors.duplicate(path.index(i), identity);
            }
        }
    }

    private static Map<String, @Nullable Object> keys(@Nullable Object item, JSONSchemaProps schema) {
        var keys = new LinkedHashMap<String, @Nullable Object>();
        for (var key : schema.listMapKeys()) {
            if (item instanceof Map<?, ?> map && map.containsKey(key)) {
                keys.put(key, map.get(key));
            }
        }
        return keys;
    }

    private interface Visit {
        void at(@Nullable Object value, JSONSchemaProps schema, FieldPath path);
    }

    private static void each(Map<?, ?> map, JSONSchemaProps schema, FieldPath path, Visit visit) {
        var additional = Schemas.additional(schema);
        map.forEach((key, member) -> {
            var name = (String) key;
            var property = schema.properties().get(name);
            if (property != null) {
                visit.at(member, property, path.child(name));
            } else if (additional != null) {
                visit.at(member, additional, path.key(name));
            }
        });
    }

    private static void each(List<?> list, JSONSchemaProps schema, FieldPath path, Visit visit) {
        var items = Schemas.items(schema);
        for (int i = 0; items != null && i < list.size(); i++) {
            visit.at(list.get(i), items, path.index(i));
        }
    }
}
