package io.kubelayers.nucleus.customresource;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
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

    /** Whether members without a name of their own are kept; what is below them only if they have a schema. */
    static boolean allowsAdditional(JSONSchemaProps schema) {
        var additional = schema.additionalProperties();
        return additional != null && !Boolean.FALSE.equals(additional.allows());
    }

    static boolean preserves(JSONSchemaProps schema) {
        return Boolean.TRUE.equals(schema.preserveUnknownFields());
    }
}
