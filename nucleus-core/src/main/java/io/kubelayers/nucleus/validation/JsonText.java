package io.kubelayers.nucleus.validation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compact JSON of a plain tree, as Go's encoder writes it: {@code < > &} escaped. Maps keep their order. */
public final class JsonText {
    private JsonText() {}

    /** True for what {@link #of} can write: scalars, times, lists and maps of such. */
    static boolean isPlain(@Nullable Object value) {
        if (value instanceof List<?> list) {
            for (var item : list) {
                if (!isPlain(item)) {
                    return false;
                }
            }
            return true;
        }
        if (value instanceof Map<?, ?> map) {
            for (var entry : map.entrySet()) {
                if (!(entry.getKey() instanceof String) || !isPlain(entry.getValue())) {
                    return false;
                }
            }
            return true;
        }
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof BigInteger
                || value instanceof BigDecimal
                || value instanceof Instant;
    }

    public static String of(@Nullable Object value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    /** The same with a line for each value, indented by a space for each level (Go's {@code json.MarshalIndent}). */
    public static String indented(@Nullable Object value) {
        var out = new StringBuilder();
        indented(value, "\n", out);
        return out.toString();
    }

    private static void indented(@Nullable Object value, String margin, StringBuilder out) {
        var inner = margin + " ";
        if (value instanceof List<?> list && !list.isEmpty()) {
            var separator = "[";
            for (var item : list) {
                out.append(separator).append(inner);
                indented(item, inner, out);
                separator = ",";
            }
            out.append(margin).append(']');
        } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            var separator = "{";
            for (var entry : map.entrySet()) {
                out.append(separator).append(inner);
                quote((String) entry.getKey(), out);
                out.append(": ");
                indented(entry.getValue(), inner, out);
                separator = ",";
            }
            out.append(margin).append('}');
        } else {
            write(value, out);
        }
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        if (value instanceof String text) {
            quote(text, out);
        } else if (value instanceof Instant time) {
            quote(time.truncatedTo(ChronoUnit.SECONDS).toString(), out);
        } else if (value instanceof Double number) {
            out.append(GoText.number(number, -6, 21, 1));
        } else if (value instanceof List<?> list) {
            var separator = "[";
            for (var item : list) {
                out.append(separator);
                write(item, out);
                separator = ",";
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Map<?, ?> map) {
            var separator = "{";
            for (var entry : map.entrySet()) {
                out.append(separator);
                quote((String) entry.getKey(), out);
                out.append(':');
                write(entry.getValue(), out);
                separator = ",";
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else {
            out.append(value);
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
