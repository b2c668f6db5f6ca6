package io.kubelayers.nucleus.codec;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a plain YAML scalar means, by the YAML 1.1 rules that Kubernetes reads with.
 *
 * <table>
 * <caption>Plain scalars</caption>
 * <tr><td>{@code y yes on true}, {@code n no off false}</td><td>booleans, in lower, upper and title case</td></tr>
 * <tr><td>empty, {@code ~ null}</td><td>null</td></tr>
 * <tr><td>{@code 12 -7 +3 1_000 0x1F 0b101 0o17 017}</td><td>whole numbers; a leading zero means octal</td></tr>
 * <tr><td>{@code 1.5 .5 1e3 08}</td><td>other numbers</td></tr>
 * <tr><td>{@code 12:30:45}</td><td>a string: base 60 is not read (but quoted when written)</td></tr>
 * <tr><td>{@code 2026-01-01}</td><td>a string: JSON has no dates</td></tr>
 * </table>
 *
 * <p>Source: {@code resolve.go} of goyaml v2, which sigs.k8s.io/yaml uses, followed by its step through JSON, where whole
 * floats become whole numbers.
 */
final class YamlScalars {
    private static final Map<String, Boolean> BOOLEANS = new HashMap<>();
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern INFINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
            + "(?:[Tt][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\\.[0-9]+)?(?:Z|[-+][0-9]{2}:[0-9]{2})"
            + "| [0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\\.[0-9]+)?)?");

    static {
        for (String text : new String[] {"y", "yes", "true", "on"}) {
            cases(text, true);
        }
        for (String text : new String[] {"n", "no", "false", "off"}) {
            cases(text, false);
        }
    }

    private YamlScalars() {}

    private static void cases(String text, boolean value) {
        BOOLEANS.put(text, value);
        BOOLEANS.put(text.toUpperCase(Locale.ROOT), value);
        BOOLEANS.put(Character.toUpperCase(text.charAt(0)) + text.substring(1), value);
    }

    /**
     * The value of a plain scalar: null, Boolean, Long, Double, BigInteger (beyond 64 bits) or String.
     *
     * <p>Doubles are as YAML means them, whole or not.
     */
    static @Nullable Object resolve(String text) {
        if (text.isEmpty()) {
            return null;
        }
        char first = text.charAt(0);
        if (first >= '0' && first <= '9' || first == '-' || first == '+') {
            return number(text);
        } else if (first == '.') {
            if (INFINITE.matcher(text).matches()) {
                return infinite(text);
            }
            return FLOAT.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
        } else if (first == '~') {
            return text.length() == 1 ? null : text;
        }
        if (text.length() > 5) {
            return text;
        }
        Boolean bool = BOOLEANS.get(text);
        if (bool != null) {
            return bool;
        }
        return text.equals("null") || text.equals("Null") || text.equals("NULL") ? null : text;
    }

    private static Double infinite(String text) {
        if (text.charAt(0) == '-') {
            return Double.NEGATIVE_INFINITY;
        }
        return text.endsWith("f") || text.endsWith("F") ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    private static Object number(String text) {
        if (text.length() > 1 && text.charAt(1) == '.' && INFINITE.matcher(text).matches()) {
            return infinite(text);
        }
        String plain = text.indexOf('_') < 0 ? text : text.replace("_", "");
        Object whole = whole(plain);
        if (whole != null) {
            return whole;
        }
        if (FLOAT.matcher(plain).matches()) {
            double value = Double.parseDouble(plain);
            if (!Double.isInfinite(value)) {
                return value;
            }
        }
        return text;
    }

    /** A Go integer literal with optional sign; null if it is none. */
    private static @Nullable Object whole(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        boolean negative = start == 1 && text.charAt(0) == '-';
        int radix = 10;
        if (text.length() > start + 1 && text.charAt(start) == '0') {
            char mark = Character.toLowerCase(text.charAt(start + 1));
            radix = mark == 'x' ? 16 : mark == 'b' ? 2 : 8;
            start += mark == 'x' || mark == 'b' || mark == 'o' ? 2 : 1;
        }
        if (start == text.length()) {
            return null;
        }
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 || Character.digit(c, radix) < 0) {
                return null;
            }
        }
        if (text.length() - start <= 15 && radix <= 10) {
            long value = Long.parseLong(text, start, text.length(), radix);
            return negative ? -value : value;
        }
        BigInteger big = new BigInteger(text.substring(start), radix);
        if (negative) {
            big = big.negate();
        }
        return big.bitLength() < 64 ? (Object) big.longValue() : big;
    }

    /** Whether YAML means a time, which must be quoted to stay a string: {@code 2026-01-01}, with a time of day or without. */
    static boolean isTimestamp(String text) {
        return text.length() >= 8
                && text.charAt(4) == '-'
                && TIMESTAMP.matcher(text).matches();
    }

    /**
     * A number as JSON text would give it back: whole if it is and fits, otherwise a double.
     *
     * @throws IllegalArgumentException if JSON has no such number
     */
    static Number json(Number value) {
        double number = value.doubleValue();
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("json: unsupported value: " + GoNumbers.text(number));
        }
        boolean whole = value instanceof Double && Math.rint(number) == number && Math.abs(number) < 9.2e18;
        return whole ? (Number) (long) number : (Number) number;
    }
}
