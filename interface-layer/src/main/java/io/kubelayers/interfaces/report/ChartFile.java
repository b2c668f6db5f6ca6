package io.kubelayers.interfaces.report;

import java.util.List;

/** Charts as an SVG file that stands by itself: colours inside, light or dark as its reader likes it. */
public final class ChartFile {
    private static final String STYLE =
            """
            svg { color-scheme: light dark; }
            .paper { fill: #fff; } text { font: 12px system-ui, sans-serif; fill: #5b6475; }
            text.name { font-size: 13px; font-weight: 600; fill: #1d2330; }
            text.end { text-anchor: end; } text.middle { text-anchor: middle; }
            .grid { stroke: #c9d0dc; stroke-width: 1; } .line { fill: none; stroke-width: 2.2; stroke-linejoin: round; }
            .line.l0 { stroke: #2f6fde; } .line.l1 { stroke: #d9730d; } .line.l2 { stroke: #1e8e5a; }
            .line.l3 { stroke: #b03a8c; } .line.l4 { stroke: #7a5af0; } .line.l5 { stroke: #a08000; }
            text.k0 { fill: #2f6fde; } text.k1 { fill: #d9730d; } text.k2 { fill: #1e8e5a; }
            text.k3 { fill: #b03a8c; } text.k4 { fill: #7a5af0; } text.k5 { fill: #a08000; }
            @media (prefers-color-scheme: dark) { .paper { fill: #14171e; } text { fill: #9aa5b8; }
              text.name { fill: #e6e9f0; } .grid { stroke: #3b4454; } }
            """;

    private ChartFile() {}

    /** The charts one below the other, in their order. */
    public static String svg(List<Part.LineChart> charts) {
        return LineChartSvg.picture(charts, STYLE);
    }
}
