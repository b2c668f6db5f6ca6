package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the operations of a JSON patch as strictly as field validation asks. */
final class JsonPatchCheck {
    private static final List<String> TEXTS = List.of("op", "path", "from");

    private JsonPatchCheck() {}

    /**
     * The problems of operations that field validation tells of: members that are there twice, and that nobody knows.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 400 if the patch is no list of operations
     */
    static List<String> problems(Body.Patch sent) {
        var patch = sent.tree();
        if (patch != null && !(patch instanceof List)) {
            throw unreadable(patch, "[]handlers.jsonPatchOp");
        }
        var problems = new ArrayList<String>();
        sent.problems().forEach(problem -> problems.add("json patch " + problem));
        var operations = patch instanceof List<?> list ? list : List.of();
        for (int i = 0; i < operations.size(); i++) {
            var operation = operations.get(i);
            if (operation instanceof Map<?, ?> fields) {
                check(fields, i, problems);
            } else if (operation != null) {
                throw unreadable(operation, "handlers.jsonPatchOp");
            }
        }
        return problems;
    }

    private static void check(Map<?, ?> operation, int index, List<String> problems) {
        for (var entry : operation.entrySet()) {
            var name = (String) entry.getKey();
            var value = entry.getValue();
            if (TEXTS.contains(name)) {
                if (value != null && !(value instanceof String)) {
                    throw ApiErrors.badRequest("error decoding patch: json: cannot unmarshal " + type(value)
                            + " into Go struct field jsonPatchOp." + name + " of type string");
                }
            } else if (!name.equals("value")) {
                problems.add("json patch unknown field \"[" + index + "]." + name + "\"");
            }
        }
    }

    private static RuntimeException unreadable(Object value, String wanted) {
        return ApiErrors.badRequest(
                "error decoding patch: json: cannot unmarshal " + type(value) + " into Go value of type " + wanted);
    }

    /** How messages about unreadable JSON name a value. */
    static String type(@Nullable Object value) {
        if (value instanceof Map) {
            return "object";
        } else if (value instanceof List) {
            return "array";
        } else if (value instanceof String) {
            return "string";
        } else if (value instanceof Boolean) {
            return "bool";
        }
        return value == null ? "null" : "number";
    }
}
