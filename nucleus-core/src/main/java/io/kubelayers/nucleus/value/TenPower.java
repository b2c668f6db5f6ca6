package io.kubelayers.nucleus.value;

/** Powers of ten in floating point, made of the same two tables as Go's {@code math.Pow10}, so that answers agree. */
final class TenPower {
    private static final double[] ONES = new double[32];
    private static final double[] UP = new double[10];
    private static final double[] DOWN = new double[11];

    static {
        fill(ONES, 1);
        fill(UP, 32);
        fill(DOWN, -32);
    }

    private TenPower() {}

    private static void fill(double[] table, int step) {
        for (int i = 0; i < table.length; i++) {
            table[i] = Double.parseDouble("1e" + i * step);
        }
    }

    static double times(double base, int exponent) {
        return exponent == 0 ? base : base * of(exponent);
    }

    static double of(int exponent) {
        if (exponent > 308) {
            return Double.POSITIVE_INFINITY;
        }
        if (exponent >= 0) {
            return UP[exponent / 32] * ONES[exponent % 32];
        }
        return exponent < -323 ? 0 : DOWN[-exponent / 32] / ONES[-exponent % 32];
    }
}
