package io.kubelayers.nucleus.apiextensions;

import io.kubelayers.nucleus.api.Untagged;
import io.kubelayers.nucleus.value.Absent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One schema, or a list of them.
 *
 * @param schema the single form; null when a list is given
 * @param schemas the list form; empty when one schema is given
 */
@Untagged
public record JSONSchemaPropsOrArray(@Nullable JSONSchemaProps schema, List<JSONSchemaProps> schemas) {
    public JSONSchemaPropsOrArray {
        schemas = Absent.list(schemas);
    }
}
