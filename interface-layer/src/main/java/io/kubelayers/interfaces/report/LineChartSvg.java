package io.kubelayers.interfaces.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;

/**
 * Values over time as SVG, drawn by lets-plot, which needs neither a display nor fonts.
 *
 * <p>Two things of its pictures are changed: they grow and shrink with the page, and the ids of their elements, which
 * the library draws by lot, are numbered, so that the same charts are the same text.
 */
final class LineChartSvg {
    private static final Pattern ID = Pattern.compile("(?<=\\bid=\"|\n#)\\w++");
    private static final Pattern REFERENCE = Pattern.compile("(?<=\\bid=\"|#)\\w++");

    private static final String FAILED = "Error building plot";

    private LineChartSvg() {}

    /** As a figure of a page. */
    static String figure(Part.LineChart chart) {
        return new Markup()
                .open("figure")
                .open("svg", "class", "chart", "viewBox", box(1), "role", "img", "aria-label", chart.title())
                .raw(drawn(LineChartSpec.of(chart), "chart-" + Integer.toHexString(chart.hashCode())))
                .close()
                .close()
                .toString();
    }

    /** Several charts one below the other, as one picture that brings its colours along. */
    static String picture(List<Part.LineChart> charts, String style) {
        return new Markup()
                .open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "chart", "viewBox", box(charts.size()))
                .open("style")
                .raw(style)
                .close()
                .empty("rect", "class", "paper", "width", "100%", "height", "100%")
                .raw(drawn(LineChartSpec.column(charts), "chart"))
                .close()
                .toString();
    }

    private static String box(int charts) {
        return "0 0 " + LineChartSpec.WIDTH + " " + charts * LineChartSpec.HEIGHT;
    }

    /**
     * What is inside the library's picture.
     *
     * @throws IllegalStateException if it could not draw it all, of which it tells in the picture only
     */
    private static String drawn(Map<String, Object> spec, String name) {
        var svg = PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(spec, null, LineChartSvg::noImage, false);
        if (svg.contains(FAILED) && !spec.toString().contains(FAILED)) {
            throw new IllegalStateException("the chart could not be drawn: " + svg);
        }
        int start = svg.indexOf('>') + 1;
        return numbered(svg.substring(start, svg.lastIndexOf("</svg>")), name).strip();
    }

    private static String noImage(int width, int height, int[] pixels) {
        throw new IllegalStateException("charts of lines have no images");
    }

    private static String numbered(String svg, String name) {
        var numbers = new LinkedHashMap<String, String>();
        ID.matcher(svg).results().forEach(id -> numbers.putIfAbsent(id.group(), name + "-" + numbers.size()));
        return REFERENCE.matcher(svg).replaceAll(id -> numbers.getOrDefault(id.group(), id.group()));
    }
}
