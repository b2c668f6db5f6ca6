package io.kubelayers.nucleus.customresource;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The defaults that a schema states fit the schema themselves (apiextensions {@code schema/defaulting/validation.go}). */
public final class DefaultValues {
    private final FieldErrors errors = new FieldErrors();

    private DefaultValues() {}

    /** What is wrong with the defaults of a structural schema. */
    public static List<FieldError> errors(JSONSchemaProps root, FieldPath path) {
        var values = new DefaultValues();
        values.below(root, path);
        return values.errors.list();
    }

    private void check(JSONSchemaProps schema, FieldPath path) {
        var value = schema.defaultValue();
        if (value != null) {
            fits(value, schema, path.child("default"));
        }
        below(schema, path);
    }

    /** Not into additional properties: what stands in for them is not known by a name. */
    private void below(JSONSchemaProps schema, FieldPath path) {
        var items = Schemas.items(schema);
        if (items != null) {
            check(items, path.child("items"));
        }
        schema.properties()
                .forEach((name, property) ->
                        check(property, path.child("properties").key(name)));
    }

    private void fits(@Nullable Object value, JSONSchemaProps schema, FieldPath place) {
        if (!Objects.equals(new Pruning().value(value, schema, ""), value)) {
            errors.invalid(place, value, "must not have unknown fields");
        }
        var embedded = new FieldErrors();
        EmbeddedObjects.check(value, schema, place, embedded);
        if (embedded.list().isEmpty()) {
            SchemaChecks.of(value, schema, "").errors().forEach(error -> errors.add(below(place, error)));
        } else {
            errors.addAll(embedded.list());
        }
    }

    private static FieldError below(FieldPath place, FieldError error) {
        var field = error.field().isEmpty() || error.field().equals("<nil>")
                ? place.toString()
                : place + "." + error.field();
        return new FieldError(error.type(), field, error.badValue(), error.detail());
    }
}
