package io.kubelayers.interfaces.report;

import java.util.List;

/** Charts as an SVG file that stands by itself: colours inside, light or dark as its reader likes it. */
public final class ChartFile {
    private static final String STYLE =
            """
            svg { color-scheme: light dark; } .paper { fill: #fff; } .chart text { fill: #5b6475 !important; }
            @media (prefers-color-scheme: dark) { .paper { fill: #14171e; } .chart text { fill: #9aa5b8 !important; } }
            """;

    private ChartFile() {}

    /**
     * The charts one below the other, in their order.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static String svg(List<Part.LineChart> charts) {
        if (charts.isEmpty()) {
            throw new IllegalArgumentException("there is no chart to draw");
        }
        return LineChartSvg.picture(charts, STYLE) + "\n";
    }
}
