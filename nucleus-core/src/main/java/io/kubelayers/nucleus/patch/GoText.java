package io.kubelayers.nucleus.patch;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON values as Go prints them with {@code %v}, which upstream shows in messages: {@code map[a:1 b:[x y]]}. */
public final class GoText {
    private GoText() {}

    /** The text of a tree. */
    public static String of(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        var text = new StringBuilder();
        print(value, text);
        return text.toString();
    }

    private static void print(@Nullable Object value, StringBuilder out) {
        if (value == null) {
            out.append("<nil>");
        } else if (value instanceof Map<?, ?> map) {
            out.append("map[");
            var separator = "";
            for (var entry : new TreeMap<>(map).entrySet()) {
                out.append(separator).append(entry.getKey()).append(':');
                print(entry.getValue(), out);
                separator = " ";
            }
            out.append(']');
        } else if (value instanceof List<?> list) {
            out.append('[');
            var separator = "";
            for (var item : list) {
                out.append(separator);
                print(item, out);
                separator = " ";
            }
            out.append(']');
        } else if (value instanceof Double || value instanceof Float) {
            out.append(fraction(((Number) Objects.requireNonNull(value)).doubleValue()));
        } else {
            out.append(value);
        }
    }

    /** Go writes an exponent below 1e-4 and from 1e21 on. */
    private static String fraction(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        var digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (size >= 1e-4 && size < 1e21) {
            return digits.toPlainString();
        }
        var all = digits.unscaledValue().abs().toString();
        int exponent = all.length() - 1 - digits.scale();
        return (value < 0 ? "-" : "") + all.charAt(0) + (all.length() > 1 ? "." + all.substring(1) : "") + "e"
                + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }
}
