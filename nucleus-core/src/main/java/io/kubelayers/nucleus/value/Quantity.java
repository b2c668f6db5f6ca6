package io.kubelayers.nucleus.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An exact amount of a resource, such as {@code 500m} of a CPU or {@code 16Gi} of memory: a decimal number that
 * remembers the style it was written in. {@code 1000m} equals {@code 1}: comparison, {@link #equals} and
 * {@link #hashCode} look at the number only.
 *
 * <p>Parsing keeps at most nine fraction digits and rounds away from zero beyond them: who asks for something gets
 * something. A text in canonical form is given back as it was written; the result of an operation is always written
 * canonically.
 *
 * <p>Nearly all amounts are a {@code long} times a power of ten; a {@link BigInteger} takes over when that overflows,
 * and stays. Conversions to 64 bits are upstream's to the bit, also where they overflow: an amount of the first kind
 * gives 0 or, for factors of 10, 100, 10³, 10⁶ and 10⁹, wraps around; one of the second kind wraps around.
 *
 * <p>Upstream: {@code apimachinery/pkg/api/resource/quantity.go}, v1.35.
 */
public final class Quantity implements Comparable<Quantity> {

    /** How a quantity is written; each constant carries upstream's name of it. */
    public enum Format {
        /** Thousands: {@code 12M} is 12 · 10⁶. */
        DECIMAL_SI("DecimalSI"),
        /** Powers of 1024: {@code 12Mi} is 12 · 2²⁰. Fractions and amounts below 1024 are written in decimal. */
        BINARY_SI("BinarySI"),
        /** Scientific: {@code 12e6}. */
        DECIMAL_EXPONENT("DecimalExponent"),
        /** That of a quantity nobody wrote. It takes the format of the first one added, else it is scientific. */
        UNSET("");

        private final String text;

        Format(String text) {
            this.text = text;
        }

        /** Upstream's name, {@code ""} for {@link #UNSET}. */
        public String text() {
            return text;
        }
    }

    /** The quantity of a field that was not set. */
    public static final Quantity ZERO = new Quantity(0, 0, Format.UNSET, null);

    private static final int MILLI = -3;

    private final long amount;
    private final @Nullable BigInteger big; // if there, it stands in place of the amount
    private final int scale;
    private final Format format;
    private @Nullable String text; // a cache: whichever thread writes it, it is the same text

    private Quantity(long amount, int scale, Format format, @Nullable String text) {
        this.amount = amount;
        this.big = null;
        this.scale = scale;
        this.format = format;
        this.text = text;
    }

    private Quantity(BigInteger big, int scale, Format format) {
        this.amount = 0;
        this.big = big;
        this.scale = scale;
        this.format = format;
    }

    static Quantity small(long amount, int scale, Format format, @Nullable String text) {
        return new Quantity(amount, scale, format, text);
    }

    static Quantity big(BigInteger unscaled, int scale, Format format) {
        return new Quantity(unscaled, scale, format);
    }

    /**
     * Reads a quantity: a number with an optional sign and fraction, then a suffix ({@code n u m k M G T P E}, {@code
     * Ki Mi Gi Ti Pi Ei}) or an exponent ({@code e3}). Binary amounts above 2⁶³-1 are capped there.
     *
     * @throws QuantityFormatException if the text is not of that form
     * @throws QuantityRangeException if it would be more than {@link QuantityRangeException#MAX_DIGITS} digits long
     */
    public static Quantity parse(String text) {
        return QuantityParser.parse(text);
    }

    /**
     * Reads the JSON text of a field: quotes are optional, white space inside them is dropped, {@code null} is
     * {@link #ZERO}.
     *
     * @throws QuantityFormatException if the rest is not a quantity
     */
    public static Quantity parseJson(String json) {
        return QuantityParser.parseJson(json);
    }

    /** A whole number. */
    public static Quantity of(long value, Format format) {
        return new Quantity(value, 0, format, null);
    }

    /** Thousandths, as CPU is counted. */
    public static Quantity ofMilli(long value, Format format) {
        return new Quantity(value, MILLI, format, null);
    }

    /** {@code value × 10^scale}, in the format {@link Format#DECIMAL_SI}. */
    public static Quantity ofScaled(long value, int scale) {
        return new Quantity(value, scale, Format.DECIMAL_SI, null);
    }

    /** An exact decimal number. */
    public static Quantity of(BigDecimal value, Format format) {
        return new Quantity(value.unscaledValue(), -value.scale(), format);
    }

    /** How this is written, and what is added to it too. */
    public Format format() {
        return format;
    }

    /** 1, 0 or -1. */
    public int sign() {
        return big == null ? Long.signum(amount) : big.signum();
    }

    /** Whether the number is 0. */
    public boolean isZero() {
        return sign() == 0;
    }

    /**
     * The sum. It keeps this quantity's format, unless this is zero: then it takes the other's.
     *
     * @throws QuantityRangeException if the exponents are too far apart to write the sum out
     */
    public Quantity add(Quantity other) {
        Format sumFormat = isZero() ? other.format : format;
        if (big == null && other.big == null) {
            Quantity sum = addLong(other.amount, other.scale, sumFormat);
            if (sum != null) {
                return sum;
            }
        }
        int common = Math.min(scale, other.scale);
        return new Quantity(at(common).add(other.at(common)), common, sumFormat);
    }

    /** The difference, in the format that {@link #add} would give. */
    public Quantity sub(Quantity other) {
        Format differenceFormat = isZero() ? other.format : format;
        if (big == null && other.big == null && other.amount != Long.MIN_VALUE) {
            Quantity difference = addLong(-other.amount, other.scale, differenceFormat);
            if (difference != null) {
                return difference;
            }
        }
        int common = Math.min(scale, other.scale);
        return new Quantity(at(common).subtract(other.at(common)), common, differenceFormat);
    }

    private @Nullable Quantity addLong(long otherAmount, int otherScale, Format sumFormat) {
        if (otherAmount == 0) {
            return new Quantity(amount, scale, sumFormat, null);
        }
        if (amount == 0) {
            return new Quantity(otherAmount, otherScale, sumFormat, null);
        }
        int common = Math.min(scale, otherScale);
        if (ScaledLong.overflowsTen(amount, (long) scale - common)
                || ScaledLong.overflowsTen(otherAmount, (long) otherScale - common)) {
            return null;
        }
        long a = ScaledLong.grow(amount, (long) scale - common);
        long b = ScaledLong.grow(otherAmount, (long) otherScale - common);
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? null : new Quantity(sum, common, sumFormat, null);
    }

    private BigInteger at(int newScale) {
        return ScaledBig.rescale(unscaled(), scale, newScale);
    }

    /** The product with a whole number. */
    public Quantity multiply(long factor) {
        if (isZero() && big == null) {
            return new Quantity(amount, scale, format, null);
        }
        if (big == null && !ScaledLong.overflows(amount, factor)) {
            Quantity product = new Quantity(amount * factor, factor == 0 ? 0 : scale, format, null);
            if (product.isWhole() && (scale <= 0 || product.asLong().isPresent())) {
                return product;
            }
        }
        return new Quantity(unscaled().multiply(BigInteger.valueOf(factor)), scale, format);
    }

    /** The same amount with the other sign. */
    public Quantity negate() {
        return big == null && amount != Long.MIN_VALUE
                ? new Quantity(-amount, scale, format, null)
                : new Quantity(unscaled().negate(), scale, format);
    }

    /** The greater of two; this one if they are equal. */
    public Quantity max(Quantity other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The lesser of two; this one if they are equal. */
    public Quantity min(Quantity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** A multiple of {@code 10^newScale}, rounded away from zero: 1.1 rounded to scale 0 is 2, to scale 3 it is 1000. */
    public Quantity roundUp(int newScale) {
        if (big != null) {
            return new Quantity(ScaledBig.rescale(big, scale, newScale), newScale, format);
        }
        return scale >= newScale
                ? this
                : new Quantity(ScaledLong.shrink(amount, (long) newScale - scale), newScale, format, null);
    }

    /** The whole number, rounded up (away from zero) where there is a fraction. */
    public long value() {
        return scaledValue(0);
    }

    /** The number of thousandths, rounded up. 0 or wrapped around if it leaves 64 bits, see the class comment. */
    public long milliValue() {
        return scaledValue(MILLI);
    }

    /** The number of units of {@code 10^newScale}, rounded up: at scale -3 these are thousandths. */
    public long scaledValue(int newScale) {
        if (big != null) {
            return ScaledBig.toLong(big, scale, newScale);
        }
        long difference = (long) scale - newScale;
        return difference < 0 ? ScaledLong.shrink(amount, -difference) : ScaledLong.grow(amount, difference);
    }

    /** The exact value if it is a whole number known to fit 64 bits; empty for each amount that has once overflowed. */
    public OptionalLong asLong() {
        if (big != null || scale < 0 || ScaledLong.overflowsTen(amount, scale)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(ScaledLong.grow(amount, scale));
    }

    /** The nearest double, with upstream's small error of a last digit; infinite if out of range. */
    public double toDouble() {
        return isZero() ? 0 : TenPower.times(big == null ? amount : big.doubleValue(), scale);
    }

    /** The exact number. */
    public BigDecimal toBigDecimal() {
        return new BigDecimal(unscaled(), Math.negateExact(scale));
    }

    @Override
    public int compareTo(Quantity other) {
        return big == null && other.big == null
                ? ScaledLong.compare(amount, scale, other.amount, other.scale)
                : ScaledBig.compare(unscaled(), scale, other.unscaled(), other.scale);
    }

    /** Compares with a whole number. */
    public int compareTo(long whole) {
        return big == null
                ? ScaledLong.compare(amount, scale, whole, 0)
                : ScaledBig.compare(big, scale, BigInteger.valueOf(whole), 0);
    }

    /** Whether the numbers are equal, in whatever format. */
    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Quantity that && compareTo(that) == 0);
    }

    @Override
    public int hashCode() {
        long mantissa = amount;
        int exponent = scale;
        if (big != null) {
            int zeros = ScaledBig.zeros(big);
            BigInteger stripped = ScaledBig.rescale(big, 0, zeros);
            if (stripped.bitLength() > 63) {
                return 31 * stripped.hashCode() + scale + zeros;
            }
            mantissa = stripped.longValue();
            exponent += zeros;
        }
        if (mantissa == 0) {
            return 0;
        }
        while (mantissa % 10 == 0) {
            mantissa /= 10;
            exponent++;
        }
        return 31 * Long.hashCode(mantissa) + exponent;
    }

    /** The text it was parsed from if that was canonical, else the canonical text: what stands in JSON. */
    @Override
    public String toString() {
        String known = text;
        if (known == null) {
            known = canonical();
            text = known;
        }
        return known;
    }

    /** The canonical text, also if this was parsed from another one: {@code +1} gives {@code 1}. */
    public String canonical() {
        return QuantityText.canonical(this);
    }

    boolean isBig() {
        return big != null;
    }

    long amount() {
        return amount;
    }

    int scale() {
        return scale;
    }

    BigInteger unscaled() {
        return big == null ? BigInteger.valueOf(amount) : big;
    }

    boolean isWhole() {
        return scale >= 0 || compareTo(roundUp(0)) == 0;
    }
}
