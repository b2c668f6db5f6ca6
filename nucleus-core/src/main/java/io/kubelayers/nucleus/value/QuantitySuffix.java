package io.kubelayers.nucleus.value;

import io.kubelayers.nucleus.value.Quantity.Format;
import org.jspecify.annotations.Nullable;

/** The unit letters after a number, with the power of ten or of two that each stands for. */
enum QuantitySuffix {
    NANO("n", -9),
    MICRO("u", -6),
    MILLI("m", -3),
    NONE("", 0),
    KILO("k", 3),
    MEGA("M", 6),
    GIGA("G", 9),
    TERA("T", 12),
    PETA("P", 15),
    EXA("E", 18),
    KIBI("Ki", 10, Format.BINARY_SI),
    MEBI("Mi", 20, Format.BINARY_SI),
    GIBI("Gi", 30, Format.BINARY_SI),
    TEBI("Ti", 40, Format.BINARY_SI),
    PEBI("Pi", 50, Format.BINARY_SI),
    EXBI("Ei", 60, Format.BINARY_SI);

    private static final QuantitySuffix[] DECIMAL = {NANO, MICRO, MILLI, NONE, KILO, MEGA, GIGA, TERA, PETA, EXA};
    private static final QuantitySuffix[] BINARY = {KIBI, MEBI, GIBI, TEBI, PEBI, EXBI};

    final String text;
    final int exponent;
    final Format format;

    QuantitySuffix(String text, int exponent) {
        this(text, exponent, Format.DECIMAL_SI);
    }

    QuantitySuffix(String text, int exponent, Format format) {
        this.text = text;
        this.exponent = exponent;
        this.format = format;
    }

    /** The suffix that stands in {@code text} from a position to its end, or null if there is no such suffix. */
    static @Nullable QuantitySuffix at(String text, int from) {
        return switch (text.length() - from) {
            case 0 -> NONE;
            case 1 -> decimal(text.charAt(from));
            case 2 -> text.charAt(from + 1) == 'i' ? binary(text.charAt(from)) : null;
            default -> null;
        };
    }

    private static @Nullable QuantitySuffix decimal(char letter) {
        return switch (letter) {
            case 'n' -> NANO;
            case 'u' -> MICRO;
            case 'm' -> MILLI;
            case 'k' -> KILO;
            case 'M' -> MEGA;
            case 'G' -> GIGA;
            case 'T' -> TERA;
            case 'P' -> PETA;
            case 'E' -> EXA;
            default -> null;
        };
    }

    private static @Nullable QuantitySuffix binary(char letter) {
        return switch (letter) {
            case 'K' -> KIBI;
            case 'M' -> MEBI;
            case 'G' -> GIBI;
            case 'T' -> TEBI;
            case 'P' -> PEBI;
            case 'E' -> EXBI;
            default -> null;
        };
    }

    /**
     * How a power of ten is written, for example 6 as {@code M}. A power without a letter is written as nothing at all
     * (1000E prints as 1): upstream loses it too.
     */
    static String ofTen(int exponent) {
        int index = exponent / 3 + 3;
        return exponent % 3 == 0 && index >= 0 && index < DECIMAL.length ? DECIMAL[index].text : "";
    }

    /** How a power of 1024 is written, for example 2 as {@code Mi}. */
    static String of1024(int power) {
        return power >= 1 && power <= BINARY.length ? BINARY[power - 1].text : "";
    }
}
