package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import java.util.ArrayDeque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Goes through a schema and all schemas in it. */
final class SchemaWalk {
    private final ArrayDeque<JSONSchemaProps> ahead = new ArrayDeque<>();

    private SchemaWalk() {}

    /** Whether something holds of the schema or of one in it; asks of each until it does, from the outside in. */
    static boolean any(@Nullable JSONSchemaProps schema, Predicate<JSONSchemaProps> question) {
        var walk = new SchemaWalk();
        walk.visit(schema);
        while (!walk.ahead.isEmpty()) {
            var next = walk.ahead.poll();
            if (question.test(next)) {
                return true;
            }
            walk.below(next);
        }
        return false;
    }

    private void visit(@Nullable JSONSchemaProps schema) {
        if (schema != null) {
            ahead.add(schema);
        }
    }

    private void below(JSONSchemaProps schema) {
        if (schema.items() != null) {
            visit(schema.items().schema());
            ahead.addAll(schema.items().schemas());
        }
        ahead.addAll(schema.allOf());
        ahead.addAll(schema.anyOf());
        ahead.addAll(schema.oneOf());
        visit(schema.not());
        ahead.addAll(schema.properties().values());
        if (schema.additionalProperties() != null) {
            visit(schema.additionalProperties().schema());
        }
        ahead.addAll(schema.patternProperties().values());
        if (schema.additionalItems() != null) {
            visit(schema.additionalItems().schema());
        }
        ahead.addAll(schema.definitions().values());
        schema.dependencies().values().forEach(dependency -> visit(dependency.schema()));
    }
}
