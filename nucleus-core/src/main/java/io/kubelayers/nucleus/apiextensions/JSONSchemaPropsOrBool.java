package io.kubelayers.nucleus.apiextensions;

import io.kubelayers.nucleus.api.Untagged;
import org.jspecify.annotations.Nullable;

/**
 * A schema, or a boolean that allows everything or nothing.
 *
 * @param allows the boolean form; null when a schema is given
 * @param schema the schema form; null when a boolean is given
 */
@Untagged
public record JSONSchemaPropsOrBool(@Nullable Boolean allows, @Nullable JSONSchemaProps schema) {}
