package io.kubelayers.nucleus.value;

/**
 * Arithmetic on amounts of the form {@code long × 10^scale}, which nearly all quantities fit in. Upstream:
 * {@code int64Amount} in {@code apimachinery/pkg/api/resource/amount.go} and {@code math.go}.
 */
final class ScaledLong {
    /** More decimal digits than this may not fit in a long. */
    static final int SAFE_DIGITS = 18;

    private static final long[] TEN = new long[SAFE_DIGITS + 1];

    static {
        TEN[0] = 1;
        for (int i = 1; i < TEN.length; i++) {
            TEN[i] = TEN[i - 1] * 10;
        }
    }

    private ScaledLong() {}

    /** A power of ten from 0 to {@value #SAFE_DIGITS}. */
    static long ten(int exponent) {
        return TEN[exponent];
    }

    /** Whether {@code a * b} leaves the range of a long. */
    static boolean overflows(long a, long b) {
        return Math.multiplyHigh(a, b) != (a * b) >> 63;
    }

    /** Whether {@code value × 10^exponent} leaves the range of a long. */
    static boolean overflowsTen(long value, long exponent) {
        return value != 0 && (exponent > SAFE_DIGITS || overflows(value, TEN[(int) exponent]));
    }

    /** Divides by a power of ten, rounding away from zero. */
    static long shrink(long value, long exponent) {
        if (exponent > SAFE_DIGITS) {
            return Long.signum(value);
        }
        long divisor = TEN[(int) exponent];
        long quotient = value / divisor;
        return quotient * divisor == value ? quotient : quotient + Long.signum(value);
    }

    /**
     * Multiplies by a power of ten. Beyond 64 bits the answer is upstream's: the wrapped product for the factors it
     * multiplies in one step, otherwise 0.
     */
    static long grow(long value, long exponent) {
        if (!overflowsTen(value, exponent)) {
            return value == 0 ? 0 : value * TEN[(int) exponent];
        }
        boolean oneStep = exponent <= 3 || exponent == 6 || exponent == 9;
        return oneStep && value != Long.MIN_VALUE ? value * TEN[(int) exponent] : 0;
    }

    /** Compares {@code a × 10^aScale} with {@code b × 10^bScale}, exactly. */
    static int compare(long a, int aScale, long b, int bScale) {
        int signs = Integer.compare(Long.signum(a), Long.signum(b));
        if (signs != 0 || aScale == bScale || a == 0) {
            return signs != 0 ? signs : Long.compare(a, b);
        }
        return aScale > bScale
                ? compareGrown(a, (long) aScale - bScale, b)
                : -compareGrown(b, (long) bScale - aScale, a);
    }

    /** Compares {@code high × 10^exponent} with a number of the same sign: what overflows is the greater one. */
    private static int compareGrown(long high, long exponent, long low) {
        return overflowsTen(high, exponent) ? Long.signum(high) : Long.compare(high * TEN[(int) exponent], low);
    }
}
