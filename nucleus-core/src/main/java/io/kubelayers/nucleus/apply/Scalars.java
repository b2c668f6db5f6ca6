package io.kubelayers.nucleus.apply;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Equality, order and texts of JSON values, as structured-merge-diff has them: numbers compare by value. */
final class Scalars {
    private Scalars() {}

    static boolean equal(@Nullable Object one, @Nullable Object other) {
        if (one == other) {
            return true;
        } else if (one == null || other == null) {
            return false;
        } else if (one instanceof Number left && other instanceof Number right) {
            return compareNumbers(left, right) == 0;
        } else if (one instanceof Map<?, ?> left && other instanceof Map<?, ?> right) {
            return equalMaps(left, right);
        } else if (one instanceof List<?> left && other instanceof List<?> right) {
            return equalLists(left, right);
        }
        return one.equals(other);
    }

    private static boolean equalMaps(Map<?, ?> one, Map<?, ?> other) {
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

    private static boolean equalLists(List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        Iterator<?> others = other.iterator();
        for (var item : one) {
            if (!equal(item, others.next())) {
                return false;
            }
        }
        return true;
    }

    private static int compareNumbers(Number one, Number other) {
        if (isFraction(one) || isFraction(other)) {
            return Double.compare(one.doubleValue() + 0.0, other.doubleValue() + 0.0);
        }
        return Long.compare(one.longValue(), other.longValue());
    }

    static boolean isFraction(Number number) {
        return number instanceof Double || number instanceof Float || number instanceof java.math.BigDecimal;
    }

    /** Numbers before texts before booleans; null last. */
    static int compare(@Nullable Object one, @Nullable Object other) {
        int rank = rank(one);
        int otherRank = rank(other);
        if (rank != otherRank) {
            return Integer.compare(rank, otherRank);
        } else if (one instanceof Number left && other instanceof Number right) {
            return compareNumbers(left, right);
        } else if (one instanceof Boolean left && other instanceof Boolean right) {
            return Boolean.compare(left, right);
        }
        return String.valueOf(one).compareTo(String.valueOf(other));
    }

    private static int rank(@Nullable Object value) {
        if (value instanceof Number) {
            return 0;
        } else if (value instanceof String) {
            return 1;
        } else if (value instanceof Boolean) {
            return 2;
        }
        return value == null ? 5 : value instanceof List ? 3 : 4;
    }

    static int hash(@Nullable Object value) {
        return value instanceof Number number
                ? Double.hashCode(number.doubleValue())
                : java.util.Objects.hashCode(value);
    }

    /** As paths show a value: texts in quotes. */
    static String shown(@Nullable Object value) {
        if (value instanceof String text) {
            return quoted(text);
        }
        return value == null ? "null" : value.toString();
    }

    /** Go's {@code %q} for ordinary texts. */
    static String quoted(String text) {
        var out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f) {
                        out.append(String.format("\\x%02x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
