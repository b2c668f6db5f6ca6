package io.kubelayers.governance.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads Prometheus' text form: {@code name{label="value"} 1.5 1767225600000}, comments behind {@code #}. Times are
 * milliseconds; in OpenMetrics, whose text ends with {@code # EOF}, seconds. Values without a time, or that are no finite
 * number, are errors: they say nothing about a time.
 */
final class PrometheusText {
    private record Series(String metric, Map<String, String> labels) {}

    private final Map<Series, List<UsageTrace.Point>> points = new LinkedHashMap<>();
    private final boolean seconds;
    private String line = "";
    private int number;
    private int at;

    PrometheusText(String text) {
        var lines = text.lines().toList();
        seconds = lines.stream().anyMatch(each -> each.strip().equals("# EOF"));
        for (var each : lines) {
            number++;
            line = each.strip();
            at = 0;
            if (!line.isEmpty() && !line.startsWith("#")) {
                sample();
            }
        }
        if (points.isEmpty()) {
            throw new UsageCurveSyntaxException("there are no values in the recorded metrics");
        }
    }

    List<RecordedSeries> series() {
        var all = new ArrayList<RecordedSeries>();
        points.forEach((series, values) ->
                all.add(new RecordedSeries(series.metric(), series.labels(), UsageTrace.of(values))));
        return all;
    }

    private void sample() {
        var name = name(true);
        var labels = new TreeMap<String, String>();
        space();
        if (next('{')) {
            space();
            while (!next('}')) {
                var label = name(false);
                space();
                require('=');
                space();
                labels.put(label, quoted());
                space();
                if (!next(',') && (at >= line.length() || line.charAt(at) != '}')) {
                    throw problem("expected , or } behind the label " + label);
                }
                space();
            }
        }
        double value = number(word("a value"));
        var time = time(word("the time of the value"));
        space();
        if (at < line.length() && line.charAt(at) != '#') {
            throw problem("unexpected \"" + line.substring(at) + "\"");
        }
        points.computeIfAbsent(new Series(name, labels), key -> new ArrayList<>())
                .add(new UsageTrace.Point(time, value));
    }

    private void space() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }

    private boolean next(char wanted) {
        if (at < line.length() && line.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void require(char wanted) {
        if (!next(wanted)) {
            throw problem("expected " + wanted + " at character " + (at + 1));
        }
    }

    private String name(boolean colons) {
        int start = at;
        while (at < line.length() && isName(line.charAt(at), colons)) {
            at++;
        }
        if (start == at) {
            throw problem("expected a name at character " + (at + 1));
        }
        return line.substring(start, at);
    }

    private static boolean isName(char c, boolean colons) {
        return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || colons && c == ':';
    }

    private String quoted() {
        require('"');
        var text = new StringBuilder();
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '"') {
                return text.toString();
            }
            if (c == '\\' && at < line.length()) {
                char escaped = line.charAt(at++);
                text.append(escaped == 'n' ? '\n' : escaped);
            } else {
                text.append(c);
            }
        }
        throw problem("the value of a label does not end");
    }

    private String word(String expected) {
        space();
        int start = at;
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw problem("expected " + expected + " at the end");
        }
        return line.substring(start, at);
    }

    private double number(String word) {
        try {
            double value = Double.parseDouble(word);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw problem("expected a number, found \"" + word + "\"");
    }

    private Instant time(String word) {
        double given = number(word);
        return Instant.ofEpochMilli(Math.round(seconds ? given * 1000 : given));
    }

    private UsageCurveSyntaxException problem(String message) {
        return new UsageCurveSyntaxException("line " + number + ": " + message);
    }
}
