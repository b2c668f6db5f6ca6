package io.kubelayers.interfaces.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Charts in the language of the chart library (lets-plot's specifications): what is drawn, in which colours, and
 * nothing of where; axes, ticks, times and legends are the library's.
 *
 * <p>The maps and lists can be changed, as the library does while it draws.
 */
final class LineChartSpec {
    static final int WIDTH = 860;
    static final int HEIGHT = 240;

    /** Readable on white and on black, and told apart by most of the colour-blind. */
    private static final List<String> COLOURS =
            List.of("#2f6fde", "#d9730d", "#1e8e5a", "#b03a8c", "#7a5af0", "#a08000");

    private static final String GRID = "#9aa5b8";

    private LineChartSpec() {}

    static Map<String, Object> of(Part.LineChart chart) {
        return map(
                "kind", "plot",
                "ggtitle", map("text", chart.title() + " (" + chart.unit() + ")"),
                "ggsize", map("width", WIDTH, "height", HEIGHT),
                "theme", theme(chart.lines().size() > 1),
                "scales", scales(chart.lines().size()),
                "layers",
                        new ArrayList<>(
                                chart.lines().stream().map(LineChartSpec::layer).toList()));
    }

    /** One below the other. */
    static Map<String, Object> column(List<Part.LineChart> charts) {
        return map(
                "kind",
                "subplots",
                "layout",
                map("name", "grid", "ncol", 1, "nrow", charts.size()),
                "ggsize",
                map("width", WIDTH, "height", HEIGHT * charts.size()),
                "figures",
                new ArrayList<>(charts.stream().map(LineChartSpec::of).toList()));
    }

    private static Map<String, Object> layer(Part.Line line) {
        var points = line.points();
        var milliseconds = new ArrayList<Object>(points.size());
        var values = new ArrayList<Object>(points.size());
        for (var point : points) {
            milliseconds.add(point.second() * 1000.0);
            values.add(point.value());
        }
        var names = new ArrayList<Object>(Collections.nCopies(points.size(), line.name()));
        return map(
                "geom",
                line.stepped() ? "step" : "line",
                "size",
                1.1,
                "tooltips",
                "none",
                "data",
                map("time", milliseconds, "value", values, "line", names),
                "mapping",
                map("x", "time", "y", "value", "color", "line"));
    }

    private static List<Object> scales(int lines) {
        var colours = new ArrayList<Object>();
        for (int i = 0; i < lines; i++) {
            colours.add(COLOURS.get(i % COLOURS.size()));
        }
        return list(
                map("aesthetic", "x", "time", true, "expand", list(0.0, 0.0)),
                map("aesthetic", "y", "limits", list(0.0, null)),
                map("aesthetic", "color", "values", colours));
    }

    private static Map<String, Object> theme(boolean legend) {
        var theme = map(
                "name",
                "none",
                "text",
                map("name", "text", "size", 12),
                "legend_background",
                map("name", "rect", "fill", "rgba(0, 0, 0, 0)", "color", "rgba(0, 0, 0, 0)"),
                "panel_grid_major_y",
                map("name", "line", "color", GRID, "size", 0.5),
                "legend_position",
                legend ? "top" : "none",
                "legend_direction",
                "horizontal",
                "plot_margin",
                map("t", 8, "r", 28, "b", 4, "l", 4));
        for (var element : List.of(
                "plot_background",
                "panel_background",
                "legend_title",
                "axis_title",
                "axis_ticks",
                "axis_line",
                "panel_grid_major_x",
                "panel_grid_minor_x",
                "panel_grid_minor_y")) {
            theme.put(element, map("name", "blank", "blank", true));
        }
        return theme;
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private static List<Object> list(@Nullable Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }
}
