package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields that are restricted inside {@code allOf} and the like are also defined outside of it (apiextensions
 * {@code schema/complete.go}).
 */
final class SchemaCompleteness {
    private final FieldErrors found;

    private SchemaCompleteness(FieldErrors found) {
        this.found = found;
    }

    static void check(JSONSchemaProps schema, FieldPath path, FieldErrors found) {
        new SchemaCompleteness(found).values(schema, schema, path, path);
    }

    /**
     * @param values the schema that restricts
     * @param schema the schema that defines
     */
    private void values(JSONSchemaProps values, JSONSchemaProps schema, FieldPath place, FieldPath path) {
        nested(values.not(), schema, place, path.child("not"));
        each(values.allOf(), schema, place, path.child("allOf"));
        each(values.anyOf(), schema, place, path.child("anyOf"));
        each(values.oneOf(), schema, place, path.child("oneOf"));
    }

    private void each(List<JSONSchemaProps> all, JSONSchemaProps schema, FieldPath place, FieldPath path) {
        for (int i = 0; i < all.size(); i++) {
            nested(all.get(i), schema, place, path.index(i));
        }
    }

    private void nested(
            @Nullable JSONSchemaProps values, @Nullable JSONSchemaProps schema, FieldPath place, FieldPath path) {
        if (values == null) {
            return;
        }
        if (schema == null) {
            found.required(place, "because it is defined in " + path);
            return;
        }
        values(values, schema, place, path);
        nested(
                values.items() == null ? null : values.items().schema(),
                schema.items() == null ? null : schema.items().schema(),
                place.child("items"),
                path.child("items"));
        values.properties()
                .forEach((name, property) -> nested(
                        property,
                        schema.properties().get(name),
                        place.child("properties").key(name),
                        path.child("properties").key(name)));
    }
}
