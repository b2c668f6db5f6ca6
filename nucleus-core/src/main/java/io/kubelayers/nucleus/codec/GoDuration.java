package io.kubelayers.nucleus.codec;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations on the wire: Go's {@code 1h2m3.5s}. Source: Go's {@code time.ParseDuration} and {@code Duration.String}. */
public final class GoDuration {
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private GoDuration() {}

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException with Go's message if the text is no duration
     */
    public static Duration parse(String text) {
        int at = 0;
        boolean negative = false;
        if (text.startsWith("-") || text.startsWith("+")) {
            negative = text.charAt(0) == '-';
            at = 1;
        }
        if (text.substring(at).equals("0")) {
            return Duration.ZERO;
        }
        if (at == text.length() || text.length() > 100) {
            throw invalid(text);
        }
        BigDecimal nanos = BigDecimal.ZERO;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && isNumber(text.charAt(at))) {
                at++;
            }
            int unitStart = at;
            while (at < text.length() && !isNumber(text.charAt(at))) {
                at++;
            }
            String number = text.substring(start, unitStart);
            String unit = text.substring(unitStart, at);
            if (number.isEmpty() || number.equals(".") || number.indexOf('.') != number.lastIndexOf('.')) {
                throw invalid(text);
            }
            if (unit.isEmpty()) {
                throw new IllegalArgumentException("time: missing unit in duration \"" + text + "\"");
            }
            nanos = nanos.add(new BigDecimal(number.startsWith(".") ? "0" + number : number)
                    .multiply(BigDecimal.valueOf(nanosPer(unit, text))));
        }
        if (nanos.compareTo(LONGEST) > 0) {
            throw invalid(text);
        }
        long value = nanos.longValue();
        return Duration.ofNanos(negative ? -value : value);
    }

    private static boolean isNumber(char c) {
        return c >= '0' && c <= '9' || c == '.';
    }

    private static long nanosPer(String unit, String text) {
        return switch (unit) {
            case "ns" -> 1;
            case "us", "µs", "μs" -> 1_000;
            case "ms" -> 1_000_000;
            case "s" -> 1_000_000_000;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> throw new IllegalArgumentException(
                    "time: unknown unit \"" + unit + "\" in duration \"" + text + "\"");
        };
    }

    private static IllegalArgumentException invalid(String text) {
        return new IllegalArgumentException("time: invalid duration \"" + text + "\"");
    }

    /** Hours, minutes and seconds from the largest that is not zero; below a second one of ms, µs, ns. */
    public static String text(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        String sign = duration.isNegative() ? "-" : "";
        BigDecimal nanos = BigDecimal.valueOf(duration.getSeconds())
                .movePointRight(9)
                .add(BigDecimal.valueOf(duration.getNano()))
                .abs();
        if (nanos.compareTo(BigDecimal.valueOf(1_000_000_000)) < 0) {
            long small = nanos.longValueExact();
            if (small < 1_000) {
                return sign + small + "ns";
            }
            return small < 1_000_000
                    ? sign + plain(nanos.movePointLeft(3)) + "µs"
                    : sign + plain(nanos.movePointLeft(6)) + "ms";
        }
        BigDecimal seconds = nanos.movePointLeft(9);
        long minutes = seconds.longValue() / 60;
        String rest = plain(seconds.subtract(BigDecimal.valueOf(minutes * 60))) + "s";
        if (minutes == 0) {
            return sign + rest;
        }
        return minutes < 60 ? sign + minutes + "m" + rest : sign + minutes / 60 + "h" + minutes % 60 + "m" + rest;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
