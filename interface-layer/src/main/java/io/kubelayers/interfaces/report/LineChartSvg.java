package io.kubelayers.interfaces.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws values over time as SVG.
 *
 * <p>Written here rather than by a chart library: those for Java draw through AWT, whose fonts differ from machine to
 * machine (and are missing on headless ones), which costs a second of start-up, breaks "same seed, same report", and
 * fixes the colours, while this picture follows the reader's light or dark theme by CSS classes.
 */
final class LineChartSvg {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 240;
    private static final double LEFT = 52;
    private static final double RIGHT = 16;
    private static final double TOP = 14;
    private static final double BOTTOM = 30;

    private final Part.LineChart chart;
    private final long lastSecond;
    private final double top;

    private LineChartSvg(Part.LineChart chart) {
        this.chart = chart;
        long last = 1;
        for (var line : chart.lines()) {
            for (var point : line.points()) {
                last = Math.max(last, point.second());
            }
        }
        this.lastSecond = last;
        double tick = Scale.tick(Scale.highest(chart));
        this.top = tick * Math.max(1, Math.ceil(Scale.highest(chart) / tick));
    }

    static String draw(Part.LineChart chart) {
        return new LineChartSvg(chart).draw();
    }

    /** Several charts one below the other, as one picture that brings its colours along. */
    static String picture(List<Part.LineChart> charts, String style) {
        double high = HEIGHT + 24;
        var svg = new Markup()
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "viewBox",
                        "0 0 860 " + Math.round(high * charts.size()),
                        "role",
                        "img");
        svg.open("style").raw(style).close();
        svg.empty("rect", "class", "paper", "width", "100%", "height", "100%");
        for (int i = 0; i < charts.size(); i++) {
            svg.open("g", "transform", "translate(0 " + Math.round(i * high + 20) + ")");
            new LineChartSvg(charts.get(i)).titled(svg);
            svg.close();
        }
        return svg.close() + "\n";
    }

    private void titled(Markup svg) {
        svg.leaf("text", chart.title() + " (" + chart.unit() + ")", "class", "name", "x", LEFT, "y", 0);
        for (int i = 0; i < chart.lines().size(); i++) {
            svg.leaf(
                    "text",
                    chart.lines().get(i).name(),
                    "class",
                    "end k" + i % 6,
                    "x",
                    WIDTH - RIGHT - i * 120,
                    "y",
                    0);
        }
        grid(svg);
        lines(svg);
    }

    private void lines(Markup svg) {
        for (int i = 0; i < chart.lines().size(); i++) {
            svg.empty("path", "class", "line l" + i % 6, "d", path(chart.lines().get(i)));
        }
    }

    private String draw() {
        var svg = new Markup().open("figure");
        svg.open("figcaption").leaf("b", chart.title()).text(" (" + chart.unit() + ") ");
        for (int i = 0; i < chart.lines().size(); i++) {
            svg.leaf("span", chart.lines().get(i).name(), "class", "key l" + i % 6);
        }
        svg.close();
        svg.open("svg", "viewBox", "0 0 860 240", "role", "img", "aria-label", chart.title());
        grid(svg);
        lines(svg);
        return svg.close().close().toString();
    }

    private void grid(Markup svg) {
        double tick = Scale.tick(Scale.highest(chart));
        for (double value = 0; value <= top + tick / 2; value += tick) {
            svg.empty("line", "class", "grid", "x1", LEFT, "x2", WIDTH - RIGHT, "y1", y(value), "y2", y(value));
            svg.leaf("text", Scale.label(value), "class", "end", "x", LEFT - 8, "y", y(value) + 4);
        }
        for (long second : seconds()) {
            svg.leaf("text", time(second), "class", "middle", "x", x(second), "y", HEIGHT - 8);
        }
    }

    /** About eight moments worth a label. */
    private List<Long> seconds() {
        long[] steps = {1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 14_400, 21_600, 86_400};
        long step = steps[steps.length - 1];
        for (int i = steps.length - 1; i >= 0; i--) {
            if (lastSecond / steps[i] <= 8) {
                step = steps[i];
            }
        }
        var seconds = new ArrayList<Long>();
        for (long second = 0; second <= lastSecond; second += step) {
            seconds.add(second);
        }
        return seconds;
    }

    private String time(long second) {
        return lastSecond >= 3 * 3600
                ? second / 3600 + " h"
                : lastSecond >= 180 ? Scale.label(second / 60.0) + " min" : second + " s";
    }

    private String path(Part.Line line) {
        var path = new StringBuilder();
        double before = 0;
        for (var point : line.points()) {
            if (path.isEmpty()) {
                path.append(at('M', point.second(), point.value()));
            } else {
                if (line.stepped()) {
                    path.append(at('L', point.second(), before));
                }
                path.append(at('L', point.second(), point.value()));
            }
            before = point.value();
        }
        return path.toString();
    }

    private String at(char command, long second, double value) {
        return String.format(java.util.Locale.ROOT, "%c%.1f %.1f", command, x(second), y(value));
    }

    private double x(long second) {
        // labels are centred on their moment, so the last one needs room
        return LEFT + (WIDTH - LEFT - RIGHT - 14) * second / lastSecond;
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top;
    }
}
