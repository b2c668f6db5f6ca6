package io.kubelayers.interfaces.report;

import java.util.ArrayList;
import java.util.List;

/** Draws a way through the layers: a band a layer, the highest on top, a dot a stop, one line through all. */
final class LayerPathSvg {
    private static final List<String> LAYERS = List.of("interface", "governance", "application", "nucleus");
    private static final double BAND = 64;
    private static final double LEFT = 96;
    private static final double WIDTH = 860;
    private static final double TOP = 8;

    private LayerPathSvg() {}

    static String draw(Part.LayerPath path) {
        var svg = new Markup().open("figure");
        svg.open("figcaption").leaf("b", path.title()).close();
        double bottom = TOP + BAND * LAYERS.size();
        svg.open("svg", "viewBox", "0 0 860 " + Math.round(bottom + 4), "role", "img", "aria-label", path.title());
        for (int i = 0; i < LAYERS.size(); i++) {
            double y = TOP + BAND * i;
            svg.empty("rect", "class", "band b" + i, "x", 0, "y", y, "width", WIDTH, "height", BAND - 4, "rx", 4);
            svg.leaf("text", LAYERS.get(i), "class", "name", "x", 10, "y", y + BAND / 2 + 2);
        }
        var route = new StringBuilder();
        var dots = new ArrayList<double[]>();
        double step = (WIDTH - LEFT - 40) / Math.max(1, path.stops().size() - 1);
        for (int i = 0; i < path.stops().size(); i++) {
            double x = LEFT + 20 + step * i;
            double y =
                    TOP + BAND * Math.max(0, LAYERS.indexOf(path.stops().get(i).layer())) + BAND / 2;
            dots.add(new double[] {x, y});
            route.append(String.format(java.util.Locale.ROOT, "%c%.1f %.1f", i == 0 ? 'M' : 'L', x, y));
        }
        svg.empty("path", "class", "route", "d", route.toString());
        for (int i = 0; i < dots.size(); i++) {
            stop(svg, i + 1, path.stops().get(i), dots.get(i)[0], dots.get(i)[1]);
        }
        svg.close();
        svg.open("ol", "class", "stops");
        for (var stop : path.stops()) {
            svg.open("li")
                    .leaf("b", stop.actor())
                    .text(" (" + stop.layer() + "): " + stop.what())
                    .close();
        }
        return svg.close().close().toString();
    }

    private static void stop(Markup svg, int number, Part.Stop stop, double x, double y) {
        svg.open("g").leaf("title", stop.actor() + ": " + stop.what());
        svg.empty("circle", "class", "stop", "cx", x, "cy", y, "r", 10);
        svg.leaf("text", String.valueOf(number), "class", "middle onstop", "x", x, "y", y + 4);
        svg.close();
    }
}
