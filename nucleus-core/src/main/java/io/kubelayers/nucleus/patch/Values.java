package io.kubelayers.nucleus.patch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JSON values as patches see them: whole numbers and others are different types, as in upstream's decoder. */
final class Values {
    /** The types that upstream tells apart. */
    enum Type {
        NULL,
        MAP,
        LIST,
        STRING,
        BOOL,
        WHOLE,
        FRACTION;

        boolean isScalar() {
            return this != MAP && this != LIST;
        }
    }

    private Values() {}

    static Type type(@Nullable Object value) {
        if (value == null) {
            return Type.NULL;
        } else if (value instanceof Map) {
            return Type.MAP;
        } else if (value instanceof List) {
            return Type.LIST;
        } else if (value instanceof String) {
            return Type.STRING;
        } else if (value instanceof Boolean) {
            return Type.BOOL;
        } else if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            return Type.WHOLE;
        } else if (value instanceof Number) {
            return Type.FRACTION;
        }
        throw new IllegalArgumentException("not a JSON value: " + value.getClass());
    }

    /** Deep equality; whole numbers are equal by value, and never equal to others. */
    static boolean equal(@Nullable Object one, @Nullable Object other) {
        if (one == other) {
            return true;
        }
        var type = type(one);
        if (type != type(other)) {
            return false;
        }
        return switch (type) {
            case MAP -> equalMaps(map(one), map(other));
            case LIST -> equalLists(list(one), list(other));
            case WHOLE -> ((Number) Objects.requireNonNull(one)).longValue()
                    == ((Number) Objects.requireNonNull(other)).longValue();
            case FRACTION -> ((Number) Objects.requireNonNull(one)).doubleValue()
                    == ((Number) Objects.requireNonNull(other)).doubleValue();
            default -> Objects.equals(one, other);
        };
    }

    private static boolean equalMaps(Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (var entry : one.entrySet()) {
            var value = other.get(entry.getKey());
            if (value == null && !other.containsKey(entry.getKey()) || !equal(entry.getValue(), value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalLists(List<@Nullable Object> one, List<@Nullable Object> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!equal(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked") // trees have string keys only
    static Map<String, @Nullable Object> map(@Nullable Object value) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked") // any list is one of objects
    static List<@Nullable Object> list(@Nullable Object value) {
        return (List<@Nullable Object>) Objects.requireNonNull(value);
    }

    /** A copy that may be changed at every level. */
    static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return copyMap(map);
        } else if (value instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>(list.size());
            for (var item : list) {
                copy.add(copy(item));
            }
            return copy;
        }
        return value;
    }

    static Map<String, @Nullable Object> copyMap(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, @Nullable Object>(map.size() * 2);
        for (var entry : map.entrySet()) {
            copy.put((String) entry.getKey(), copy(entry.getValue()));
        }
        return copy;
    }

    /** As Go prints a value: upstream sorts by this text and shows it in messages. */
    static String text(@Nullable Object value) {
        return GoText.of(value);
    }

    /** Go's name of the type of a decoded value. */
    static String goType(@Nullable Object value) {
        return switch (type(value)) {
            case NULL -> "%!s(<nil>)";
            case MAP -> "map[string]interface {}";
            case LIST -> "[]interface {}";
            case STRING -> "string";
            case BOOL -> "bool";
            case WHOLE -> "int64";
            case FRACTION -> "float64";
        };
    }

    /** How messages about unreadable JSON name a value. */
    static String jsonType(@Nullable Object value) {
        return switch (type(value)) {
            case NULL -> "null";
            case MAP -> "object";
            case LIST -> "array";
            case STRING -> "string";
            case BOOL -> "bool";
            case WHOLE, FRACTION -> "number";
        };
    }
}
