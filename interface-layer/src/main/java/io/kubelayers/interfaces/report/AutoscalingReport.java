package io.kubelayers.interfaces.report;

import io.kubelayers.governance.autoscaling.horizontal.HpaTimeline;
import io.kubelayers.nucleus.explain.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A simulated autoscaler as a report: load and replicas as charts, every rescale with its reasons.
 *
 * <pre>{@code
 * var timeline = HpaSimulation.simulate(hpa, load, Duration.ofHours(24));
 * Files.writeString(page, AutoscalingReport.html("web over a day", timeline));
 * Files.writeString(picture, AutoscalingReport.svg(timeline));
 * }</pre>
 */
public final class AutoscalingReport {
    /** Points of a line; more would not be seen. */
    private static final int MOST_POINTS = 1500;

    private AutoscalingReport() {}

    /** One HTML page that needs nothing else. */
    public static String html(String title, HpaTimeline timeline) {
        return HtmlReport.render(of(title, timeline));
    }

    /** The charts as one SVG picture. */
    public static String svg(HpaTimeline timeline) {
        return ChartFile.svg(charts(timeline));
    }

    /** The report, for either rendering. */
    public static Report of(String title, HpaTimeline timeline) {
        var overview = new ArrayList<Part>();
        overview.add(new Part.Sentence(String.format(
                Locale.ROOT,
                "%d looks, %d rescales, at most %d replicas, %.1f pod hours.",
                timeline.steps().size(),
                timeline.rescales().size(),
                timeline.peak(),
                timeline.podHours())));
        overview.addAll(charts(timeline));
        overview.add(rescales(timeline));
        return new Report(
                title,
                "what the autoscaler would do, and why",
                List.of(
                        new Section("Load and replicas", "governance", overview),
                        new Section("Each rescale explained", "governance", reasons(timeline)),
                        new Section("What it said in between", "governance", List.of(remarks(timeline)))));
    }

    private static List<Part.LineChart> charts(HpaTimeline timeline) {
        var charts = new ArrayList<Part.LineChart>();
        for (var metric : metrics(timeline)) {
            var points = new ArrayList<Part.Point>();
            for (var step : sampled(timeline)) {
                points.add(new Part.Point(second(timeline, step), step.loads().getOrDefault(metric, 0.0)));
            }
            charts.add(
                    new Part.LineChart("Load: " + metric, unit(metric), List.of(new Part.Line(metric, false, points))));
        }
        var wanted = new ArrayList<Part.Point>();
        var ready = new ArrayList<Part.Point>();
        for (var step : sampled(timeline)) {
            wanted.add(new Part.Point(second(timeline, step), step.decision().replicas()));
            ready.add(new Part.Point(second(timeline, step), step.ready()));
        }
        charts.add(new Part.LineChart(
                "Replicas",
                "pods",
                List.of(new Part.Line("wanted", true, wanted), new Part.Line("ready", true, ready))));
        return charts;
    }

    private static Set<String> metrics(HpaTimeline timeline) {
        var names = new LinkedHashSet<String>();
        timeline.steps().forEach(step -> names.addAll(step.loads().keySet()));
        return names;
    }

    private static String unit(String metric) {
        return switch (metric) {
            case "cpu" -> "cores";
            case "memory" -> "bytes";
            default -> "in all";
        };
    }

    /** Rescales and enough looks between them. */
    private static List<HpaTimeline.Step> sampled(HpaTimeline timeline) {
        int every = Math.max(1, timeline.steps().size() / MOST_POINTS);
        var sampled = new ArrayList<HpaTimeline.Step>();
        for (int i = 0; i < timeline.steps().size(); i++) {
            var step = timeline.steps().get(i);
            if (i % every == 0 || step.decision().scaleTo() != null) {
                sampled.add(step);
            }
        }
        return sampled;
    }

    private static long second(HpaTimeline timeline, HpaTimeline.Step step) {
        return Duration.between(timeline.start(), step.at()).toSeconds();
    }

    private static Part.Grid rescales(HpaTimeline timeline) {
        var rows = new ArrayList<List<String>>();
        for (var step : timeline.rescales()) {
            rows.add(List.of(
                    time(timeline, step),
                    step.replicas() + " to " + step.decision().replicas(),
                    step.decision().reason()));
        }
        return new Part.Grid(List.of("Time", "Replicas", "Why"), rows);
    }

    private static List<Part> reasons(HpaTimeline timeline) {
        var parts = new ArrayList<Part>();
        for (var step : timeline.rescales()) {
            parts.add(new Part.Because(Finding.note("time", time(timeline, step), "the autoscaler rescales")
                    .because(step.decision().finding())));
        }
        if (parts.isEmpty()) {
            parts.add(new Part.Sentence("It never rescales."));
        }
        return parts;
    }

    /** What each look said, where it said something new. */
    private static Part.Grid remarks(HpaTimeline timeline) {
        var rows = new ArrayList<List<String>>();
        var last = "";
        for (var step : timeline.steps()) {
            var said = step.decision().explain();
            if (!said.equals(last)) {
                rows.add(List.of(
                        time(timeline, step), String.valueOf(step.decision().replicas()), said));
                last = said;
            }
        }
        return new Part.Grid(List.of("Time", "Replicas", "It said"), rows);
    }

    private static String time(HpaTimeline timeline, HpaTimeline.Step step) {
        long seconds = second(timeline, step);
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
