package io.kubelayers.nucleus.customresource;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what a schema says for absent members, and for nulls that it does not allow; such a null without a default
 * is dropped (apiextensions {@code schema/defaulting}).
 */
final class Defaulting {
    private Defaulting() {}

    static @Nullable Object value(@Nullable Object value, JSONSchemaProps schema) {
        if (value instanceof Map<?, ?> map) {
            return map(map, schema);
        }
        var items = Schemas.items(schema);
        if (!(value instanceof List<?> list) || items == null) {
            return value;
        }
        var filled = new ArrayList<@Nullable Object>(list.size());
        for (var item : list) {
            filled.add(value(isWrongNull(item, items) ? items.defaultValue() : item, items));
        }
        return Collections.unmodifiableList(filled);
    }

    static Map<String, @Nullable Object> map(Map<?, ?> map, JSONSchemaProps schema) {
        var filled = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, member) -> filled.put((String) key, member));
        schema.properties().forEach((name, property) -> {
            if (property.defaultValue() != null
                    && (!filled.containsKey(name) || isWrongNull(filled.get(name), property))) {
                filled.put(name, property.defaultValue());
            }
        });
        var additional = Schemas.additional(schema);
        for (var name : List.copyOf(filled.keySet())) {
            var property = schema.properties().getOrDefault(name, additional);
            if (property == null) {
                continue;
            }
            var member = filled.get(name);
            if (isWrongNull(member, property)) {
                member = property.defaultValue();
                if (member == null) {
                    filled.remove(name);
                    continue;
                }
            }
            filled.put(name, value(member, property));
        }
        return Collections.unmodifiableMap(filled);
    }

    private static boolean isWrongNull(@Nullable Object value, JSONSchemaProps schema) {
        return value == null && !schema.nullable();
    }
}
