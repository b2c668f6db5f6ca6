package io.kubelayers.nucleus.customresource;

import io.kubelayers.nucleus.validation.JsonText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands below an object, and what is wrong with it (apimachinery {@code unstructured/helpers.go}). */
final class Nested {
    enum Type {
        INT64("int64"),
        STRING("string");

        private final String go;

        Type(String go) {
            this.go = go;
        }

        private boolean fits(Object value) {
            return this == INT64 ? value instanceof Long : value instanceof String;
        }
    }

    private Nested() {}

    /** Why there is no value of that type behind the steps; empty if there is one, or none at all. */
    static String problem(Map<?, ?> root, List<String> steps, Type type) {
        Object place = root;
        for (int i = 0; i < steps.size(); i++) {
            if (place == null) {
                return "";
            }
            if (!(place instanceof Map<?, ?> map)) {
                return wrong(steps.subList(0, i), place, "map[string]interface {}");
            }
            if (!map.containsKey(steps.get(i))) {
                return "";
            }
            place = map.get(steps.get(i));
        }
        return place != null && type.fits(place) ? "" : wrong(steps, place, type.go);
    }

    private static String wrong(List<String> steps, @Nullable Object value, String type) {
        return "." + String.join(".", steps) + " accessor error: " + shown(value) + " is of the type " + typeOf(value)
                + ", expected " + type;
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "<nil>" : value instanceof String text ? text : JsonText.of(value);
    }

    private static String typeOf(@Nullable Object value) {
        if (value == null) {
            return "<nil>";
        } else if (value instanceof String) {
            return "string";
        } else if (value instanceof Boolean) {
            return "bool";
        } else if (value instanceof Map) {
            return "map[string]interface {}";
        } else if (value instanceof List) {
            return "[]interface {}";
        }
        return value instanceof Double ? "float64" : "int64";
    }
}
