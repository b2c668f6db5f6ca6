package io.kubelayers.interfaces.report;

import java.util.TreeSet;

/** Draws nodes as bars with their pods as boxes in them. Pods of a group share a colour; those put there just now are full. */
final class PackingSvg {
    private static final double WIDTH = 860;
    private static final double LEFT = 190;
    private static final double RIGHT = 52;
    private static final double BAR = 16;
    private static final double GAP = 14;
    private static final int COLOURS = 8;
    private static final double LETTER = 6.2;

    private final Part.Packing packing;
    private final TreeSet<String> groups = new TreeSet<>();

    private PackingSvg(Part.Packing packing) {
        this.packing = packing;
        for (var node : packing.nodes()) {
            node.pods().forEach(pod -> groups.add(pod.group()));
        }
    }

    /** As a figure of a page. */
    static String figure(Part.Packing packing) {
        var figure = new Markup().open("figure");
        figure.open("figcaption").leaf("b", packing.title()).close();
        new PackingSvg(packing).draw(figure, false);
        return figure.close().toString();
    }

    /** As a picture by itself. */
    static String picture(Part.Packing packing) {
        var picture = new Markup();
        new PackingSvg(packing).draw(picture, true);
        return picture.toString();
    }

    private double height() {
        return packing.nodes().size() * row() + 4;
    }

    private double row() {
        return packing.resources().size() * (BAR + 3) + GAP;
    }

    private void draw(Markup svg, boolean alone) {
        var box = "0 0 " + Math.round(WIDTH) + " " + Math.max(1, Math.round(height()));
        if (alone) {
            svg.open(
                    "svg",
                    "xmlns",
                    "http://www.w3.org/2000/svg",
                    "viewBox",
                    box,
                    "width",
                    Math.round(WIDTH),
                    "height",
                    Math.round(height()));
            svg.leaf("title", packing.title());
            svg.open("style").raw(HtmlReport.STYLE.replace("<", "&lt;")).close();
        } else {
            svg.open("svg", "viewBox", box, "role", "img", "aria-label", packing.title());
        }
        double y = 2;
        for (var node : packing.nodes()) {
            node(svg, node, y);
            y += row();
        }
        svg.close();
    }

    private void node(Markup svg, Part.PackedNode node, double y) {
        svg.leaf("text", shortened(node.name(), LEFT - 44), "class", "name", "x", 0, "y", y + 13);
        svg.leaf("text", shortened(node.note(), LEFT - 44), "class", "note", "x", 0, "y", y + 27);
        for (int i = 0; i < packing.resources().size(); i++) {
            bar(svg, node, i, y + i * (BAR + 3));
        }
    }

    private void bar(Markup svg, Part.PackedNode node, int resource, double y) {
        double width = WIDTH - LEFT - RIGHT;
        double share = node.share(resource);
        double unit = width / Math.max(1, share); // an overcommitted node still fits the picture
        svg.leaf("text", packing.resources().get(resource), "class", "end note", "x", LEFT - 6, "y", y + 12);
        svg.empty("rect", "class", "node", "x", LEFT, "y", y, "width", width, "height", BAR, "rx", 2);
        double x = LEFT;
        for (var pod : node.pods()) {
            double wide = pod.shares().get(resource) * unit;
            if (wide > 0) {
                pod(svg, pod, packing.resources().get(resource), pod.shares().get(resource), x, y, wide);
            }
            x += wide;
        }
        svg.leaf("text", Math.round(share * 100) + "%", "class", "note", "x", WIDTH - RIGHT + 6, "y", y + 12);
    }

    private void pod(Markup svg, Part.PackedPod pod, String resource, double share, double x, double y, double wide) {
        var colour = "p" + groups.headSet(pod.group()).size() % COLOURS;
        svg.open("g").leaf("title", pod.name() + ": " + Math.round(share * 100) + "% of " + resource);
        svg.empty(
                "rect",
                "class",
                "pod " + colour + (pod.isNew() ? " new" : ""),
                "x",
                x + 0.5,
                "y",
                y + 1,
                "width",
                Math.max(0.5, wide - 1),
                "height",
                BAR - 2,
                "rx",
                2);
        if (wide > 6 * LETTER) {
            svg.leaf("text", shortened(pod.name(), wide - 6), "class", "pod", "x", x + 4, "y", y + 11.5);
        }
        svg.close();
    }

    /** Without its beginning, the namespace: the end says which of them. */
    private static String shortened(String name, double room) {
        int letters = Math.max(1, (int) (room / LETTER));
        return name.length() <= letters ? name : "…" + name.substring(name.length() - letters + 1);
    }
}
