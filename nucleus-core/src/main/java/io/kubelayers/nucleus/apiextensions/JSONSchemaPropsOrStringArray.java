package io.kubelayers.nucleus.apiextensions;

import io.kubelayers.nucleus.api.Untagged;
import io.kubelayers.nucleus.value.Absent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema, or a list of property names.
 *
 * @param schema the schema form; null when names are given
 * @param properties the names; empty when a schema is given
 */
@Untagged
public record JSONSchemaPropsOrStringArray(@Nullable JSONSchemaProps schema, List<String> properties) {
    public JSONSchemaPropsOrStringArray {
        properties = Absent.list(properties);
    }
}
