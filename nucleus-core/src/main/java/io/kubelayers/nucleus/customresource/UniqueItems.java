package io.kubelayers.nucleus.customresource;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets and lists keyed by fields hold nothing twice (apiextensions {@code schema/listtype/validation.go}). */
final class UniqueItems {
    private final FieldErrors errors;

    private UniqueItems(FieldErrors errors) {
        this.errors = errors;
    }

    static void check(@Nullable Object value, JSONSchemaProps schema, FieldPath path, FieldErrors errors) {
        new UniqueItems(errors).check(value, schema, path);
    }

    private void check(@Nullable Object value, JSONSchemaProps schema, FieldPath path) {
        if (value instanceof List<?> list) {
            if ("set".equals(schema.listType())) {
                duplicates(list, null, path);
            } else if ("map".equals(schema.listType())) {
                keyed(list, schema, path);
            }
        }
        Schemas.eachBelow(value, schema, path, this::check);
    }

    private void keyed(List<?> list, JSONSchemaProps schema, FieldPath path) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) != null && !(list.get(i) instanceof Map)) {
                errors.invalid(path.index(i), list.get(i), "must be an object for an array of list-type map");
                return;
            }
        }
        duplicates(list, schema, path);
    }

    /** The second of equal items is told, not those that follow. */
    private void duplicates(List<?> list, @Nullable JSONSchemaProps keyed, FieldPath path) {
        var seen = new HashSet<@Nullable Object>();
        var told = new HashSet<@Nullable Object>();
        for (int i = 0; i < list.size(); i++) {
            var identity = keyed == null ? list.get(i) : keys(list.get(i), keyed);
            if (!seen.add(identity) && told.add(identity)) {
                errors.duplicate(path.index(i), identity);
            }
        }
    }

    static Map<String, @Nullable Object> keys(@Nullable Object item, JSONSchemaProps schema) {
        var keys = new LinkedHashMap<String, @Nullable Object>();
        for (var key : schema.listMapKeys()) {
            if (item instanceof Map<?, ?> map && map.containsKey(key)) {
                keys.put(key, map.get(key));
            }
        }
        return keys;
    }
}
