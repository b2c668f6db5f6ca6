package io.kubelayers.nucleus.value;

import io.kubelayers.nucleus.value.Quantity.Format;
import java.math.BigInteger;

/**
 * Reads quantities in one pass, without any garbage for the usual ones. As lenient as upstream, which takes a lone sign
 * or suffix for zero. Upstream: {@code ParseQuantity} in {@code apimachinery/pkg/api/resource/quantity.go}.
 */
final class QuantityParser {
    private static final int NANO = -9;
    private static final BigInteger ONE_IN_NANOS = BigInteger.valueOf(1_000_000_000);
    private static final BigInteger MAX_BINARY = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger MAX_BINARY_IN_NANOS = MAX_BINARY.multiply(ONE_IN_NANOS);

    private final String text;
    private boolean negative;
    private boolean startsWithZero; // no digit but zeros before the point
    private int digits; // those of the number, without leading zeros
    private int fraction; // how many of them stand behind the point
    private int numberEnd;
    private long number; // the digits, as long as there are not too many of them

    private QuantityParser(String text) {
        this.text = text;
    }

    static Quantity parse(String text) {
        if (text.isEmpty()) {
            throw new QuantityFormatException(QuantityFormatException.SHAPE);
        }
        if (text.equals("0")) {
            return Quantity.small(0, 0, Format.DECIMAL_SI, "0");
        }
        QuantityParser parser = new QuantityParser(text);
        if (!parser.readNumber()) {
            return Quantity.small(0, 0, Format.DECIMAL_SI, null);
        }
        parser.checkSuffix();
        return parser.quantity();
    }

    static Quantity parseJson(String json) {
        if (json.equals("null")) {
            return Quantity.ZERO;
        }
        int end = json.length();
        boolean quoted = end >= 2 && json.charAt(0) == '"' && json.charAt(end - 1) == '"';
        return parse(trim(quoted ? json.substring(1, end - 1) : json));
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** White space by Unicode, which neither {@link String#trim} nor {@link String#strip} goes by. */
    private static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
    }

    /** Reads sign and digits; false if there is nothing but a sign and zeros. */
    private boolean readNumber() {
        int end = text.length();
        int i = 0;
        char sign = text.charAt(0);
        if (sign == '-' || sign == '+') {
            negative = sign == '-';
            i++;
        }
        while (i < end && text.charAt(i) == '0') {
            i++;
        }
        if (i == end) {
            return false;
        }
        int start = i;
        i = readDigits(i);
        startsWithZero = i == start;
        digits = startsWithZero ? 1 : i - start;
        if (i < end && text.charAt(i) == '.') {
            int point = i++;
            i = readDigits(i);
            fraction = i - point - 1;
            digits += fraction;
        }
        numberEnd = i;
        return true;
    }

    private int readDigits(int from) {
        int i = from;
        long read = number;
        for (; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            read = read * 10 + digit;
        }
        number = read;
        return i;
    }

    /** Unit letters, then a sign, then digits: more is checked when the suffix is looked up. */
    private void checkSuffix() {
        int end = text.length();
        int i = numberEnd;
        while (i < end && isUnitLetter(text.charAt(i))) {
            i++;
        }
        if (i < end && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            i++;
        }
        while (i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        if (i < end) {
            throw new QuantityFormatException(QuantityFormatException.SHAPE);
        }
    }

    private static boolean isUnitLetter(char c) {
        return switch (c) {
            case 'e', 'E', 'i', 'n', 'u', 'm', 'k', 'K', 'M', 'G', 'T', 'P' -> true;
            default -> false;
        };
    }

    private Quantity quantity() {
        QuantitySuffix suffix = QuantitySuffix.at(text, numberEnd);
        if (suffix == null) {
            return decimal(exponent(), Format.DECIMAL_EXPONENT);
        }
        return suffix.format == Format.BINARY_SI ? binary(suffix.exponent) : decimal(suffix.exponent, suffix.format);
    }

    /** The power of ten in {@code e3} or {@code E-3}, cut to 32 bits. */
    private int exponent() {
        char letter = text.charAt(numberEnd);
        if (letter == 'e' || letter == 'E') {
            try {
                return (int) Long.parseLong(text, numberEnd + 1, text.length(), 10);
            } catch (NumberFormatException e) {
                // answered below
            }
        }
        throw new QuantityFormatException(QuantityFormatException.SUFFIX);
    }

    private Quantity decimal(int exponent, Format format) {
        int scale = exponent - fraction;
        if (digits > ScaledLong.SAFE_DIGITS || scale < NANO) {
            return big(unscaled(), scale, format);
        }
        boolean canonical = scale % 3 == 0 && !startsWithZero && number % 1000 != 0;
        return small(number, scale, format, canonical);
    }

    private Quantity binary(int exponent) {
        boolean few = 14 - digits - exponent * 3 / 10 >= 0;
        if (few && fraction == 0 && !ScaledLong.overflows(number, 1L << exponent)) {
            return small(number << exponent, 0, Format.BINARY_SI, (number & 7) != 0);
        }
        BigInteger unscaled = unscaled().shiftLeft(exponent);
        return big(unscaled, -fraction, Format.BINARY_SI);
    }

    private Quantity small(long amount, int scale, Format format, boolean canonical) {
        return Quantity.small(negative ? -amount : amount, scale, format, canonical ? text : null);
    }

    private Quantity big(BigInteger digitsOnly, int scale, Format format) {
        if (digitsOnly.signum() == 0) {
            boolean writable = Math.abs((long) scale) <= QuantityRangeException.MAX_DIGITS;
            return Quantity.big(digitsOnly, writable ? scale : 0, format);
        }
        BigInteger nanos = ScaledBig.rescale(digitsOnly, scale, NANO);
        if (format == Format.BINARY_SI) {
            if (nanos.compareTo(MAX_BINARY_IN_NANOS) > 0) {
                return Quantity.big(signed(MAX_BINARY), 0, format);
            }
            if (nanos.compareTo(ONE_IN_NANOS) < 0) {
                return Quantity.big(signed(nanos), NANO, Format.DECIMAL_SI);
            }
        }
        return Quantity.big(signed(nanos), NANO, format);
    }

    private BigInteger signed(BigInteger value) {
        return negative ? value.negate() : value;
    }

    /** All digits of the number, before and behind the point, without its sign. */
    private BigInteger unscaled() {
        char first = text.charAt(0);
        int start = first == '-' || first == '+' ? 1 : 0;
        String written = text.substring(start, numberEnd).replace(".", "");
        if (written.isEmpty()) {
            throw new QuantityFormatException(QuantityFormatException.NUMBER);
        }
        if (digits <= ScaledLong.SAFE_DIGITS) {
            return BigInteger.valueOf(number);
        }
        if (digits > QuantityRangeException.MAX_DIGITS) {
            throw new QuantityRangeException(digits);
        }
        return new BigInteger(written);
    }
}
