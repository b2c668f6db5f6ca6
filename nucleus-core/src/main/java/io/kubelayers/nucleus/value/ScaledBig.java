package io.kubelayers.nucleus.value;

import java.math.BigInteger;

/**
 * Arithmetic on amounts of the form {@code BigInteger × 10^scale}, for what a long can't hold. Nothing here writes out
 * more than {@link QuantityRangeException#MAX_DIGITS} digits, however large an exponent a client sends. Upstream:
 * {@code infDecAmount} in {@code apimachinery/pkg/api/resource/amount.go}, and {@code scale_int.go}.
 */
final class ScaledBig {
    private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);

    private ScaledBig() {}

    /** The amount at exactly another scale, rounded away from zero where digits are lost. */
    static BigInteger rescale(BigInteger unscaled, int scale, int newScale) {
        long grow = (long) scale - newScale;
        if (grow >= 0) {
            return grow(unscaled, grow);
        }
        if (-grow > mostDigits(unscaled)) {
            return BigInteger.valueOf(unscaled.signum());
        }
        BigInteger[] parts = unscaled.divideAndRemainder(BigInteger.TEN.pow((int) -grow));
        return parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.valueOf(unscaled.signum()));
    }

    private static BigInteger grow(BigInteger unscaled, long exponent) {
        if (exponent == 0 || unscaled.signum() == 0) {
            return unscaled;
        }
        long digits = exponent + leastDigits(unscaled);
        if (digits > QuantityRangeException.MAX_DIGITS) {
            throw new QuantityRangeException(digits);
        }
        return unscaled.multiply(BigInteger.TEN.pow((int) exponent));
    }

    /** Compares two amounts exactly; magnitudes decide first, so that far apart exponents cost nothing. */
    static int compare(BigInteger a, int aScale, BigInteger b, int bScale) {
        int sign = a.signum();
        if (sign != b.signum() || sign == 0) {
            return Integer.compare(sign, b.signum());
        }
        if ((long) leastDigits(a) + aScale > (long) mostDigits(b) + bScale) {
            return sign;
        }
        if ((long) leastDigits(b) + bScale > (long) mostDigits(a) + aScale) {
            return -sign;
        }
        int scale = Math.min(aScale, bScale);
        return rescale(a, aScale, scale).compareTo(rescale(b, bScale, scale));
    }

    private static int leastDigits(BigInteger value) {
        return value.bitLength() / 4;
    }

    private static int mostDigits(BigInteger value) {
        return value.bitLength() / 3 + 1;
    }

    /** How many factors of ten the number has; 0 for zero. */
    static int zeros(BigInteger value) {
        int zeros = 0;
        BigInteger rest = value;
        for (int step = Integer.highestOneBit(Math.max(0, value.getLowestSetBit())); step > 0; step >>= 1) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.TEN.pow(step));
            if (parts[1].signum() == 0) {
                rest = parts[0];
                zeros += step;
            }
        }
        return zeros;
    }

    /**
     * The amount as 64 bits at another scale. Upstream's arithmetic to the bit: what overflows wraps around, and a
     * division adds one whenever anything was cut off, whatever the sign.
     */
    static long toLong(BigInteger unscaled, int scale, int newScale) {
        long shrink = (long) newScale - scale;
        if (shrink <= 0) {
            // beyond 10^18 the factor is a float out of range, which converts to the smallest long
            return unscaled.longValue()
                    * (-shrink <= ScaledLong.SAFE_DIGITS ? ScaledLong.ten((int) -shrink) : Long.MIN_VALUE);
        }
        if (unscaled.compareTo(MAX_LONG) < 0 && shrink <= ScaledLong.SAFE_DIGITS) {
            long divisor = ScaledLong.ten((int) shrink);
            long value = unscaled.longValue();
            return value / divisor + (value % divisor == 0 ? 0 : 1);
        }
        if (shrink > mostDigits(unscaled)) {
            return unscaled.signum() > 0 ? 1 : 0;
        }
        BigInteger[] parts = unscaled.divideAndRemainder(BigInteger.TEN.pow((int) shrink));
        return parts[0].longValue() + (parts[1].signum() > 0 ? 1 : 0);
    }
}
