package io.kubelayers.nucleus.validation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes values the way Go's formatter does, for messages that must read as upstream's: {@code %q} of a string,
 * {@code %U} of a character, {@code %v} of a floating point number.
 */
public final class GoText {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]++");

    private GoText() {}

    /** What Go's {@code strconv.ParseInt} has against a text as a number of 64 bits; null if nothing. */
    public static @Nullable String integerProblem(String text) {
        boolean valid = INTEGER.matcher(text).matches();
        if (valid && text.length() < 19) {
            return null;
        }
        var problem = valid && new BigInteger(text).bitLength() < Long.SIZE
                ? null
                : valid ? "value out of range" : "invalid syntax";
        return problem == null ? null : "strconv.ParseInt: parsing " + quote(text) + ": " + problem;
    }

    /** The text in double quotes, with everything escaped that does not print ({@code %q}, {@code strconv.Quote}). */
    public static String quote(String text) {
        var out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            escape(isSurrogate(c) ? 0xfffd : c, out);
        }
        return out.append('"').toString();
    }

    private static void escape(int c, StringBuilder out) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append((char) c);
            case 0x07 -> out.append("\\a");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case 0x0b -> out.append("\\v");
            default -> {
                if (isPrintable(c)) {
                    out.appendCodePoint(c);
                } else if (c < ' ' || c == 0x7f) {
                    out.append(String.format("\\x%02x", c));
                } else if (c < 0x10000) {
                    out.append(String.format("\\u%04x", c));
                } else {
                    out.append(String.format("\\U%08x", c));
                }
            }
        }
    }

    /** The number of a character, and the character too if it prints: {@code U+00E9 'é'} ({@code %#U}). */
    public static String unicode(int c) {
        var number = String.format("U+%04X", c);
        return isPrintable(c) ? number + " '" + Character.toString(c) + "'" : number;
    }

    /** Letters, marks, numbers, punctuation, symbols and the ASCII space ({@code unicode.IsPrint}). */
    public static boolean isPrintable(int c) {
        if (c < 0x7f) {
            return c >= ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** The shortest digits that give the number back, with an exponent from 1e+06 on and below 1e-04 ({@code %v}). */
    public static String number(double value) {
        return number(value, -4, 6, 2);
    }

    /** The same with an exponent from {@code high} on and below {@code low}, of at least so many digits. */
    static String number(double value, int low, int high, int exponentDigits) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        var shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= low && exponent < high) {
            return shortest.toPlainString();
        }
        var digits = shortest.unscaledValue().abs().toString();
        return (value < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + "0"
                        .repeat(Math.max(
                                0,
                                exponentDigits
                                        - String.valueOf(Math.abs(exponent)).length()))
                + Math.abs(exponent);
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
