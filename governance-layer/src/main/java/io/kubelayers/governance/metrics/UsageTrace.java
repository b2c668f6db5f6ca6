package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.value.Quantity;
import io.kubelayers.nucleus.value.QuantityFormatException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * A recorded usage curve: measured points, joined by straight lines, level before the first and after the last.
 *
 * <p>The text form is CSV with one point a line: a time (seconds since the start of the trace, or an RFC 3339 time), a comma,
 * a number or a quantity ({@code 500m}). Empty lines, lines that begin with {@code #} and a header line are skipped.
 *
 * <pre>{@code
 * seconds,cores
 * 0,0.2
 * 300,1.5
 * }</pre>
 */
public final class UsageTrace implements UsageCurve {
    private final long[] millis;
    private final double[] values;

    private UsageTrace(long[] millis, double[] values) {
        this.millis = millis;
        this.values = values;
    }

    private UsageTrace(List<Point> points) {
        millis = new long[points.size()];
        values = new double[points.size()];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = points.get(i).time().toEpochMilli();
            values[i] = points.get(i).value();
        }
    }

    /**
     * One measured point.
     *
     * @param time when
     * @param value how much
     */
    public record Point(Instant time, double value) {}

    /**
     * Joins points, in any order.
     *
     * @throws UsageCurveSyntaxException if there are none
     */
    public static UsageTrace of(List<Point> points) {
        if (points.isEmpty()) {
            throw new UsageCurveSyntaxException("a usage trace needs at least one point");
        }
        return new UsageTrace(points.stream()
                .sorted(java.util.Comparator.comparing(Point::time))
                .toList());
    }

    /**
     * Reads CSV.
     *
     * @param start what second 0 means
     * @throws UsageCurveSyntaxException with the line at fault
     */
    public static UsageTrace csv(String csv, Instant start) {
        var points = new ArrayList<Point>();
        int number = 0;
        for (var line : csv.lines().toList()) {
            number++;
            var text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            int comma = text.indexOf(',');
            if (comma < 0) {
                throw new UsageCurveSyntaxException(
                        "line " + number + ": expected \"time,value\", found \"" + text + "\"");
            }
            var time = text.substring(0, comma).strip();
            var value = text.substring(comma + 1).strip();
            if (points.isEmpty() && isHeader(value)) {
                continue;
            }
            points.add(new Point(time(time, start, number), number(value, number)));
        }
        return of(points);
    }

    private static boolean isHeader(String value) {
        return !value.isEmpty() && Character.isLetter(value.charAt(0));
    }

    private static Instant time(String text, Instant start, int line) {
        try {
            return text.indexOf('T') > 0
                    ? Instant.parse(text)
                    : start.plusMillis(Math.round(Double.parseDouble(text) * 1000));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new UsageCurveSyntaxException("line " + line + ": expected seconds or a time such as "
                    + "2026-01-01T00:00:00Z, found \"" + text + "\"");
        }
    }

    private static double number(String text, int line) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            try {
                return Quantity.parse(text).toDouble();
            } catch (QuantityFormatException neither) {
                // reported below
            }
        }
        throw new UsageCurveSyntaxException("line " + line + ": expected a number, found \"" + text + "\"");
    }

    /** When it begins. */
    public Instant begin() {
        return Instant.ofEpochMilli(millis[0]);
    }

    /** When it ends. */
    public Instant end() {
        return Instant.ofEpochMilli(millis[millis.length - 1]);
    }

    /** The same values that much later. */
    public UsageTrace later(Duration by) {
        var moved = millis.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += by.toMillis();
        }
        return new UsageTrace(moved, values);
    }

    /** How much a counter grew within a span; where its value falls it has started anew from 0. */
    double increase(Instant from, Instant to) {
        double grown = 0;
        double last = at(from);
        for (int i = 0; i < millis.length; i++) {
            if (millis[i] > from.toEpochMilli() && millis[i] <= to.toEpochMilli()) {
                grown += values[i] >= last ? values[i] - last : values[i];
                last = values[i];
            }
        }
        double end = at(to);
        return grown + (end >= last ? end - last : 0);
    }

    @Override
    public double at(Instant time) {
        long at = time.toEpochMilli();
        int last = millis.length - 1;
        if (at <= millis[0]) {
            return values[0];
        }
        if (at >= millis[last]) {
            return values[last];
        }
        int found = java.util.Arrays.binarySearch(millis, at);
        if (found >= 0) {
            return values[found];
        }
        int right = -found - 1;
        int left = right - 1;
        double share = (double) (at - millis[left]) / (millis[right] - millis[left]);
        return values[left] + share * (values[right] - values[left]);
    }
}
