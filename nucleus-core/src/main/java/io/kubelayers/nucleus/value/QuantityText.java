package io.kubelayers.nucleus.value;

import io.kubelayers.nucleus.value.Quantity.Format;
import java.math.BigInteger;

/**
 * Writes the canonical form of a quantity: no fraction digits, nothing lost, the exponent or suffix as large as
 * possible. Upstream: {@code Quantity.CanonicalizeBytes} in {@code apimachinery/pkg/api/resource/quantity.go}.
 */
final class QuantityText {
    private QuantityText() {}

    static String canonical(Quantity quantity) {
        if (quantity.isZero()) {
            return "0";
        }
        return switch (quantity.format()) {
            case DECIMAL_SI -> decimal(quantity, Format.DECIMAL_SI);
            case DECIMAL_EXPONENT, UNSET -> decimal(quantity, Format.DECIMAL_EXPONENT);
            case BINARY_SI -> isBinary(quantity) ? binary(quantity) : decimal(quantity, Format.DECIMAL_SI);
        };
    }

    /** Fractions and numbers below 1Ki are clearer, and exact, in decimal. */
    private static boolean isBinary(Quantity quantity) {
        boolean small = quantity.compareTo(-1024) > 0 && quantity.compareTo(1024) < 0;
        return !small && quantity.isWhole();
    }

    private static String decimal(Quantity quantity, Format format) {
        if (quantity.isBig()) {
            return decimal(quantity.unscaled(), quantity.scale(), format);
        }
        long amount = quantity.amount();
        int exponent = quantity.scale();
        while (amount % 10 == 0) {
            amount /= 10;
            exponent++;
        }
        int padding = Math.floorMod(exponent, 3);
        if (ScaledLong.overflowsTen(amount, padding)) {
            return decimal(quantity.unscaled(), quantity.scale(), format);
        }
        return amount * ScaledLong.ten(padding) + suffix(exponent - padding, format);
    }

    private static String decimal(BigInteger unscaled, int scale, Format format) {
        int exponent = scale + ScaledBig.zeros(unscaled);
        int padded = exponent - Math.floorMod(exponent, 3);
        return ScaledBig.rescale(unscaled, scale, padded) + suffix(padded, format);
    }

    private static String suffix(int exponent, Format format) {
        if (format == Format.DECIMAL_SI) {
            return QuantitySuffix.ofTen(exponent);
        }
        return exponent == 0 ? "" : "e" + exponent;
    }

    private static String binary(Quantity quantity) {
        if (quantity.isBig() || ScaledLong.overflowsTen(quantity.amount(), Math.max(0, quantity.scale()))) {
            BigInteger whole = ScaledBig.rescale(quantity.unscaled(), quantity.scale(), 0);
            int power = whole.getLowestSetBit() / 10;
            return whole.shiftRight(10 * power) + QuantitySuffix.of1024(power);
        }
        long whole = quantity.value();
        // the smallest long has no positive counterpart that upstream could divide, so it stays as it is
        int power = whole == Long.MIN_VALUE ? 0 : Long.numberOfTrailingZeros(whole) / 10;
        return (whole >> (10 * power)) + QuantitySuffix.of1024(power);
    }
}
