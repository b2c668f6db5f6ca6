package io.kubelayers.nucleus.codec;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floating point numbers as Go prints them: the fewest digits that read back as the same number. */
final class GoNumbers {
    private GoNumbers() {}

    /** As JSON has it: plain digits, an exponent only below 1e-6 and from 1e21 on. Go: {@code encoding/json}. */
    static String json(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        double size = Math.abs(value);
        BigDecimal shortest = shortest(value);
        return size < 1e-6 || size >= 1e21 ? exponent(shortest, 1) : shortest.toPlainString();
    }

    /** As YAML has it: Go's {@code 'g'} format, with an exponent below 1e-4 and from 1e6 on. */
    static String text(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        } else if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        } else if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        double size = Math.abs(value);
        BigDecimal shortest = shortest(value);
        return size < 1e-4 || size >= 1e6 ? exponent(shortest, 2) : shortest.toPlainString();
    }

    /** A YAML key that is a number, as sigs.k8s.io/yaml makes it a string: in single precision. */
    static String key(double value) {
        float single = (float) value;
        if (Float.isNaN(single)) {
            return ".nan";
        } else if (Float.isInfinite(single)) {
            return single > 0 ? ".inf" : "-.inf";
        }
        return text(Double.parseDouble(Float.toString(single)));
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return clean(rounded);
            }
        }
        return clean(exact.round(new MathContext(17, RoundingMode.HALF_EVEN)));
    }

    private static BigDecimal clean(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String exponent(BigDecimal value, int minDigits) {
        BigDecimal stripped = value.stripTrailingZeros();
        String digits = stripped.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - stripped.scale();
        StringBuilder text = new StringBuilder();
        if (stripped.signum() < 0) {
            text.append('-');
        }
        text.append(digits.charAt(0));
        if (digits.length() > 1) {
            text.append('.').append(digits, 1, digits.length());
        }
        text.append('e').append(exponent < 0 ? '-' : '+');
        String size = Integer.toString(Math.abs(exponent));
        if (size.length() < minDigits) {
            text.append('0');
        }
        return text.append(size).toString();
    }
}
