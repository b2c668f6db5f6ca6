package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.value.Quantity;
import io.kubelayers.nucleus.value.QuantityFormatException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Usage curves as people write them in manifests. Values are Kubernetes quantities, times are counted from a start.
 *
 * <table>
 * <caption>The forms</caption>
 * <tr><td>{@code 250m}</td><td>always this much</td></tr>
 * <tr><td>{@code wave 100m..2 every 24h peak 14h}</td><td>a smooth wave, first peak after 14 hours (default: half a
 *     period)</td></tr>
 * <tr><td>{@code ramp 100Mi..1Gi over 1h}</td><td>a straight line, level after it</td></tr>
 * <tr><td>{@code steps 0s=100m 5m=1 20m=100m}</td><td>jumps</td></tr>
 * <tr><td>{@code spikes 100m..2 every 1h for 2m}</td><td>a burst at the start of each hour</td></tr>
 * <tr><td>{@code … noise 5%}</td><td>any of them, jittered by up to 5 percent</td></tr>
 * </table>
 */
public final class UsageCurveText {
    private static final Pattern DURATION = Pattern.compile("(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?");

    private final String text;
    private final Instant start;
    private final List<String> words;
    private int next;

    private UsageCurveText(String text, Instant start) {
        this.text = text;
        this.start = start;
        this.words = List.of(text.strip().split("\\s+"));
    }

    /**
     * Reads a curve.
     *
     * @param start what the times of the text count from
     * @param seed seed of its noise, if it has any
     * @throws UsageCurveSyntaxException if the text is of no known form
     */
    public static UsageCurve parse(String text, Instant start, long seed) {
        return new UsageCurveText(text, start).curve(seed);
    }

    private UsageCurve curve(long seed) {
        var curve = shape();
        if (next == words.size()) {
            return curve;
        }
        word("noise");
        var share = percent(take("a percentage"));
        if (next < words.size()) {
            throw problem("unexpected \"" + words.get(next) + "\"");
        }
        return curve.noisy(seed, share);
    }

    private UsageCurve shape() {
        var first = take("a quantity, wave, ramp, steps or spikes");
        return switch (first) {
            case "wave" -> {
                var range = range();
                word("every");
                var period = duration();
                var peak = period.dividedBy(2);
                if (next < words.size() && words.get(next).equals("peak")) {
                    next++;
                    peak = duration();
                }
                yield UsageCurve.wave(range[0], range[1], period, start.plus(peak));
            }
            case "ramp" -> {
                var range = range();
                word("over");
                yield UsageCurve.ramp(range[0], range[1], start, duration());
            }
            case "steps" -> steps();
            case "spikes" -> {
                var range = range();
                word("every");
                var every = duration();
                word("for");
                yield UsageCurve.spikes(range[0], range[1], start, every, duration());
            }
            default -> UsageCurve.constant(quantity(first));
        };
    }

    private UsageCurve steps() {
        var steps = new ArrayList<UsageCurve.Step>();
        while (next < words.size() && words.get(next).indexOf('=') > 0) {
            var word = words.get(next++);
            int equals = word.indexOf('=');
            var from = start.plus(duration(word.substring(0, equals)));
            steps.add(new UsageCurve.Step(from, quantity(word.substring(equals + 1))));
        }
        if (steps.isEmpty()) {
            throw problem("expected steps such as 5m=100m");
        }
        return UsageCurve.steps(steps);
    }

    private double[] range() {
        var word = take("a range such as 100m..2");
        int dots = word.indexOf("..");
        if (dots < 0) {
            throw problem("expected a range such as 100m..2, found \"" + word + "\"");
        }
        return new double[] {quantity(word.substring(0, dots)), quantity(word.substring(dots + 2))};
    }

    private double quantity(String word) {
        try {
            return Quantity.parse(word).toDouble();
        } catch (QuantityFormatException e) {
            throw problem("expected a quantity such as 250m, found \"" + word + "\"");
        }
    }

    private Duration duration() {
        return duration(take("a duration such as 5m"));
    }

    private Duration duration(String word) {
        var match = DURATION.matcher(word);
        if (word.isEmpty() || !match.matches()) {
            throw problem("expected a duration such as 1h30m, found \"" + word + "\"");
        }
        long seconds = 0;
        int[] units = {86_400, 3_600, 60, 1};
        for (int i = 0; i < units.length; i++) {
            var group = match.group(i + 1);
            seconds += group == null ? 0 : Long.parseLong(group) * units[i];
        }
        return Duration.ofSeconds(seconds);
    }

    private double percent(String word) {
        try {
            if (word.endsWith("%")) {
                return Double.parseDouble(word.substring(0, word.length() - 1)) / 100;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw problem("expected a percentage such as 5%, found \"" + word + "\"");
    }

    private void word(String expected) {
        var word = take("\"" + expected + "\"");
        if (!word.equals(expected)) {
            throw problem("expected \"" + expected + "\", found \"" + word + "\"");
        }
    }

    private String take(String expected) {
        if (next >= words.size() || words.get(next).isEmpty()) {
            throw problem("expected " + expected + " at the end");
        }
        return words.get(next++);
    }

    private UsageCurveSyntaxException problem(String message) {
        return new UsageCurveSyntaxException("usage curve \"" + text + "\": " + message);
    }
}
