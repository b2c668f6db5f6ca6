package io.kubelayers.nucleus.codec;

import java.util.List;
import java.util.Map;

/**
 * Where upstream has a tree already it does not decode JSON but converts the tree, and that conversion has words of its own
 * for values that don't fit (apimachinery {@code runtime/converter.go}): those of values that Go could convert, though it
 * would make something else of them, and those of the others.
 */
final class ConverterWords {
    private ConverterWords() {}

    /**
     * @param kind of Go that the wanted type is of, such as {@code string}
     * @param goType the type itself, such as {@code v1.RestartPolicy}
     */
    static String scalar(Object value, String kind, String goType) {
        boolean converts = kind.equals("string") ? isWhole(value) : kind.startsWith("int") && value instanceof Double;
        return converts ? "cannot convert " + kind(value) + " to " + goType : "unrecognized type: " + kind;
    }

    static String map(Object value) {
        return "cannot restore map from " + kind(value);
    }

    static String slice(Object value) {
        return "cannot restore slice from " + kind(value);
    }

    static String struct(Object value) {
        return "cannot restore struct from: " + kind(value);
    }

    private static boolean isWhole(Object value) {
        return value instanceof Long || value instanceof Integer;
    }

    private static String kind(Object value) {
        if (value instanceof String) {
            return "string";
        } else if (value instanceof Boolean) {
            return "bool";
        } else if (value instanceof Map) {
            return "map";
        } else if (value instanceof List) {
            return "slice";
        }
        return isWhole(value) ? "int64" : "float64";
    }
}
