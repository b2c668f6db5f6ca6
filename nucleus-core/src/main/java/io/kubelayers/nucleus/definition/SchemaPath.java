package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The field that a path such as {@code .spec.color} or {@code .labels['a.b']} leads to in a schema (apiextensions
 * {@code schema/cel/validation.go}).
 *
 * @param steps the names on the way
 * @param schema the schema of the field; null if there is a problem
 * @param problem why the path leads nowhere; empty if it doesn't
 */
record SchemaPath(List<String> steps, @Nullable JSONSchemaProps schema, String problem) {
    private static final String NOWHERE = "does not refer to a valid field";
    private static final String ENDS = "unexpected end of JSON path";

    static SchemaPath find(String path, JSONSchemaProps root, boolean brackets) {
        var steps = new ArrayList<String>();
        JSONSchemaProps schema = root;
        var tokens = tokens(path);
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.equals("[") && !brackets) {
                return problem("array notation is not allowed");
            } else if (!token.equals("[") && !token.equals(".")) {
                return problem("expected [ or . but got: " + token);
            } else if (++i == tokens.size()) {
                return problem(ENDS);
            }
            var name = tokens.get(i);
            if (token.equals("[")) {
                if (name.length() < 2 || !name.startsWith("'") || !name.endsWith("'")) {
                    return problem("expected single quoted string but got " + name);
                }
                name = name.substring(1, name.length() - 1).replace("\\'", "'").replace("\\\\", "\\");
                if (++i == tokens.size()) {
                    return problem(ENDS);
                } else if (!tokens.get(i).equals("]")) {
                    return problem("expected ] but got " + tokens.get(i));
                }
            }
            var next = below(schema, name);
            if (next == null) {
                return problem(NOWHERE);
            }
            steps.add(name);
            schema = next;
        }
        return new SchemaPath(List.copyOf(steps), schema, "");
    }

    private static @Nullable JSONSchemaProps below(JSONSchemaProps schema, String name) {
        if (!schema.properties().isEmpty()) {
            return schema.properties().get(name);
        }
        return schema.additionalProperties() == null
                ? null
                : schema.additionalProperties().schema();
    }

    private static SchemaPath problem(String text) {
        return new SchemaPath(List.of(), null, text);
    }

    /** Delimiters, names between them, and texts in single quotes. */
    private static List<String> tokens(String path) {
        var tokens = new ArrayList<String>();
        int start = 0;
        while (start < path.length()) {
            int end = path.charAt(start) == '\'' ? quoted(path, start) : plain(path, start);
            tokens.add(path.substring(start, end));
            start = end;
        }
        return tokens;
    }

    private static int quoted(String path, int start) {
        for (int i = start + 1; i < path.length(); i++) {
            if (path.charAt(i) == '\'' && path.charAt(i - 1) != '\\') {
                return i + 1;
            }
        }
        return path.length();
    }

    private static int plain(String path, int start) {
        for (int i = start; i < path.length(); i++) {
            if (".[]".indexOf(path.charAt(i)) >= 0) {
                return Math.max(i, start + 1);
            }
        }
        return path.length();
    }
}
