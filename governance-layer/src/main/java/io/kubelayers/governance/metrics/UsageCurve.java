package io.kubelayers.governance.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/**
 * How much of something is used over time: cores, bytes, requests a second, messages in a queue. A pure function of time, so
 * that a simulated cluster can be forked, replayed and asked about the past.
 *
 * <pre>{@code
 * UsageCurve load = UsageCurve.day(0.2, 1.5, LocalTime.of(14, 0)).noisy(42, 0.05);
 * double cores = load.at(Instant.parse("2026-01-01T09:30:00Z"));
 * }</pre>
 */
@FunctionalInterface
public interface UsageCurve {
    /** The value at a moment. */
    double at(Instant time);

    /** Always the same. */
    static UsageCurve constant(double value) {
        return time -> value;
    }

    /**
     * One smooth wave a day (UTC): lowest twelve hours before and after the peak.
     *
     * @param peak time of day of the highest value
     */
    static UsageCurve day(double lowest, double highest, LocalTime peak) {
        var midnight = Instant.EPOCH;
        return wave(lowest, highest, Duration.ofDays(1), midnight.plusSeconds(peak.toSecondOfDay()));
    }

    /**
     * A smooth wave.
     *
     * @param period time from peak to peak
     * @param peak time of one peak
     */
    static UsageCurve wave(double lowest, double highest, Duration period, Instant peak) {
        double seconds = seconds(positive(period, "period"));
        double middle = (lowest + highest) / 2;
        double swing = (highest - lowest) / 2;
        return time -> middle + swing * StrictMath.cos(2 * Math.PI * seconds(Duration.between(peak, time)) / seconds);
    }

    /** A straight line from one value to another, level before and after. */
    static UsageCurve ramp(double from, double to, Instant start, Duration length) {
        double seconds = seconds(positive(length, "length"));
        return time -> {
            double share = seconds(Duration.between(start, time)) / seconds;
            return from + (to - from) * Math.min(Math.max(share, 0), 1);
        };
    }

    /** A value until somebody turns the knob, then the next: see {@link Step}. Before the first step the value is 0. */
    static UsageCurve steps(List<Step> steps) {
        var sorted = steps.stream()
                .sorted(java.util.Comparator.comparing(Step::from))
                .toList();
        return time -> {
            double value = 0;
            for (var step : sorted) {
                if (step.from().isAfter(time)) {
                    break;
                }
                value = step.value();
            }
            return value;
        };
    }

    /**
     * From a moment on, a value.
     *
     * @param from first moment
     * @param value the value from then on
     */
    record Step(Instant from, double value) {}

    /**
     * A base value with a burst in each period.
     *
     * @param first start of the first burst; there are none before
     * @param every time from burst to burst
     * @param length length of a burst
     */
    static UsageCurve spikes(double base, double height, Instant first, Duration every, Duration length) {
        long period = positive(every, "every").toMillis();
        long burst = length.toMillis();
        return time -> {
            long since = Duration.between(first, time).toMillis();
            return since >= 0 && since % period < burst ? height : base;
        };
    }

    /** The sum of both. */
    default UsageCurve plus(UsageCurve other) {
        return time -> at(time) + other.at(time);
    }

    /** So many times as much. */
    default UsageCurve times(double factor) {
        return time -> at(time) * factor;
    }

    /**
     * Jitters each second by up to a share of its value, always in the same way for the same seed.
     *
     * @param share 0.05 is at most 5 percent up or down
     */
    default UsageCurve noisy(long seed, double share) {
        return time -> at(time) * (1 + share * Noise.at(seed, time.getEpochSecond()));
    }

    /** Never below 0. */
    default UsageCurve notNegative() {
        return time -> Math.max(at(time), 0);
    }

    /** The mean over a window that ends at a moment, sampled each second as a node agent would. */
    default double average(Instant end, Duration window) {
        long seconds = Math.max(window.toSeconds(), 1);
        double sum = 0;
        for (long i = 0; i < seconds; i++) {
            sum += at(end.minusSeconds(i));
        }
        return sum / seconds;
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }

    private static Duration positive(Duration duration, String name) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(name + " must be positive, got " + duration);
        }
        return duration;
    }
}
