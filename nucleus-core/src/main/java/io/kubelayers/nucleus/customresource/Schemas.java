package io.kubelayers.nucleus.customresource;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Questions about a schema that every walk asks. */
final class Schemas {
    private Schemas() {}

    static @Nullable JSONSchemaProps items(JSONSchemaProps schema) {
        return schema.items() == null ? null : schema.items().schema();
    }

    /** Schema of the members that have no name of their own. */
    static @Nullable JSONSchemaProps additional(JSONSchemaProps schema) {
        return schema.additionalProperties() == null
                ? null
                : schema.additionalProperties().schema();
    }

    static boolean preserves(JSONSchemaProps schema) {
        return Boolean.TRUE.equals(schema.preserveUnknownFields());
    }

    /** A value with the schema that it has, and where it stands. */
    interface Visit {
        void at(@Nullable Object value, JSONSchemaProps schema, FieldPath path);
    }

    /** Goes to the members of an object and the items of a list, as far as the schema knows them. */
    static void eachBelow(@Nullable Object value, JSONSchemaProps schema, FieldPath path, Visit visit) {
        if (value instanceof Map<?, ?> map) {
            var additional = additional(schema);
            map.forEach((key, member) -> {
                var name = (String) key;
                var property = schema.properties().get(name);
                if (property != null) {
                    visit.at(member, property, path.child(name));
                } else if (additional != null) {
                    visit.at(member, additional, path.key(name));
                }
            });
        } else if (value instanceof List<?> list) {
            var items = items(schema);
            for (int i = 0; items != null && i < list.size(); i++) {
                visit.at(list.get(i), items, path.index(i));
            }
        }
    }
}
