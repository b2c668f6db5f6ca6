package io.kubelayers.nucleus.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Times on the wire: RFC 3339, read with Go's strictness and Go's complaints, written in UTC.
 *
 * <p>Source: upstream's {@code apimachinery/pkg/apis/meta/v1} time.go and micro_time.go, Go's {@code time.Parse}.
 */
final class GoTime {
    private static final String SECONDS = "2006-01-02T15:04:05Z07:00";
    private static final String MICROS = "2006-01-02T15:04:05.000000Z07:00";

    private GoTime() {}

    /**
     * Reads a time, dropping fractions of a second.
     *
     * @throws IllegalArgumentException with Go's message if the text is no time
     */
    static Instant seconds(String text) {
        return Instant.ofEpochSecond(new Scan(text, SECONDS).read(false).getEpochSecond());
    }

    /**
     * Reads a time with six fraction digits.
     *
     * @throws IllegalArgumentException with Go's message if the text is no such time
     */
    static Instant micros(String text) {
        return new Scan(text, MICROS).read(true);
    }

    static String seconds(Instant time) {
        StringBuilder text = new StringBuilder(20);
        toSecond(time, text);
        return text.append('Z').toString();
    }

    static String micros(Instant time) {
        StringBuilder text = new StringBuilder(27);
        toSecond(time, text);
        text.append('.');
        int micros = time.getNano() / 1000;
        for (int unit = 100_000; unit > 0; unit /= 10) {
            text.append((char) ('0' + micros / unit % 10));
        }
        return text.append('Z').toString();
    }

    private static void toSecond(Instant time, StringBuilder text) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        int year = utc.getYear();
        if (year < 1000) {
            text.append(String.format(Locale.ROOT, "%04d", year));
        } else {
            text.append(year);
        }
        two(text.append('-'), utc.getMonthValue());
        two(text.append('-'), utc.getDayOfMonth());
        two(text.append('T'), utc.getHour());
        two(text.append(':'), utc.getMinute());
        two(text.append(':'), utc.getSecond());
    }

    private static void two(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** One reading of one text. */
    private static final class Scan {
        private final String text;
        private final String layout;
        private int at;

        Scan(String text, String layout) {
            this.text = text;
            this.layout = layout;
        }

        Instant read(boolean micros) {
            int year = digits(4, "2006");
            literal("-");
            int month = digits(2, "01");
            if (month < 1 || month > 12) {
                throw outOfRange("month");
            }
            literal("-");
            int day = digits(2, "02");
            literal("T");
            int hour = digits(2, "15");
            if (hour > 23) {
                throw outOfRange("hour");
            }
            literal(":");
            int minute = digits(2, "04");
            if (minute > 59) {
                throw outOfRange("minute");
            }
            literal(":");
            int second = digits(2, "05");
            if (second > 59) {
                throw outOfRange("second");
            }
            int nanos = micros ? sixDigits() : fraction();
            int offset = offset();
            if (at < text.length()) {
                throw new IllegalArgumentException(
                        "parsing time \"" + text + "\": extra text: \"" + text.substring(at) + "\"");
            }
            try {
                return LocalDateTime.of(year, month, day, hour, minute, second, nanos)
                        .toInstant(ZoneOffset.UTC)
                        .minusSeconds(offset);
            } catch (DateTimeException e) {
                throw outOfRange("day");
            }
        }

        private int digits(int count, String element) {
            if (at + count > text.length()) {
                throw cannot(element);
            }
            int number = 0;
            for (int i = 0; i < count; i++) {
                char c = text.charAt(at + i);
                if (c < '0' || c > '9') {
                    throw cannot(element);
                }
                number = number * 10 + c - '0';
            }
            at += count;
            return number;
        }

        private void literal(String expected) {
            if (!text.startsWith(expected, at)) {
                throw cannot(expected);
            }
            at += expected.length();
        }

        private int sixDigits() {
            int start = at;
            if (at >= text.length() || text.charAt(at) != '.') {
                throw cannot(".000000");
            }
            int end = at + 1;
            while (end < text.length() && isDigit(end)) {
                end++;
            }
            if (end - start != 7) {
                throw cannot(".000000");
            }
            int micros = Integer.parseInt(text, start + 1, end, 10);
            at = end;
            return micros * 1000;
        }

        /** Go accepts a fraction after the seconds though the layout has none. */
        private int fraction() {
            if (at + 1 >= text.length() || text.charAt(at) != '.' && text.charAt(at) != ',' || !isDigit(at + 1)) {
                return 0;
            }
            at++;
            while (at < text.length() && isDigit(at)) {
                at++;
            }
            return 0; // whole seconds is all there is
        }

        private int offset() {
            if (text.startsWith("Z", at)) {
                at++;
                return 0;
            }
            int start = at;
            if (at + 6 > text.length() || text.charAt(at + 3) != ':') {
                throw cannot("Z07:00");
            }
            char sign = text.charAt(at);
            if (sign != '+' && sign != '-'
                    || !isDigit(at + 1)
                    || !isDigit(at + 2)
                    || !isDigit(at + 4)
                    || !isDigit(at + 5)) {
                throw cannot("Z07:00");
            }
            int hours = Integer.parseInt(text, start + 1, start + 3, 10);
            int minutes = Integer.parseInt(text, start + 4, start + 6, 10);
            if (hours > 24) {
                throw outOfRange("time zone offset hour");
            }
            if (minutes > 60) {
                throw outOfRange("time zone offset minute");
            }
            at += 6;
            int offset = hours * 3600 + minutes * 60;
            return sign == '-' ? -offset : offset;
        }

        private boolean isDigit(int position) {
            char c = text.charAt(position);
            return c >= '0' && c <= '9';
        }

        private IllegalArgumentException cannot(String element) {
            return new IllegalArgumentException("parsing time \"" + text + "\" as \"" + layout + "\": cannot parse \""
                    + text.substring(at) + "\" as \"" + element + "\"");
        }

        private IllegalArgumentException outOfRange(@Nullable String part) {
            return new IllegalArgumentException("parsing time \"" + text + "\": " + part + " out of range");
        }
    }
}
