package io.kubelayers.interfaces.report;

import java.util.ArrayList;
import java.util.List;

/** Draws nodes as boxes with their pods in them. Pods of a group share a colour; a dashed pod is not ready. */
final class NodeMapSvg {
    private static final int COLUMNS = 3;
    private static final double BOX = 278;
    private static final double GAP = 12;
    private static final double HEAD = 66;
    private static final double POD = 17;
    private static final double COLUMN = (BOX - 20) / 2;
    private static final int MOST_LETTERS = 19;
    private static final int COLOURS = 8;

    private final Part.NodeMap map;
    private final List<String> groups;

    private NodeMapSvg(Part.NodeMap map) {
        this.map = map;
        var names = new ArrayList<String>();
        for (var node : map.nodes()) {
            for (var pod : node.pods()) {
                if (!names.contains(pod.group())) {
                    names.add(pod.group());
                }
            }
        }
        names.sort(null);
        this.groups = names;
    }

    static String draw(Part.NodeMap map) {
        return new NodeMapSvg(map).draw();
    }

    private String draw() {
        var boxes = new Markup();
        double y = 0;
        for (int row = 0; row < map.nodes().size(); row += COLUMNS) {
            var nodes =
                    map.nodes().subList(row, Math.min(row + COLUMNS, map.nodes().size()));
            double height = 0;
            for (var node : nodes) {
                height = Math.max(height, HEAD + POD * ((node.pods().size() + 1) / 2) + 8);
            }
            for (int i = 0; i < nodes.size(); i++) {
                box(boxes, nodes.get(i), i * (BOX + GAP) + 1, y + 1, height);
            }
            y += height + GAP;
        }
        var figure = new Markup().open("figure");
        figure.open("figcaption").leaf("b", map.title()).close();
        figure.open("svg", "viewBox", "0 0 860 " + Math.max(1, Math.round(y)), "role", "img", "aria-label", map.title())
                .raw(boxes.toString())
                .close();
        return figure.close().toString();
    }

    private void box(Markup svg, Part.NodeBox node, double x, double y, double height) {
        svg.empty(
                "rect",
                "class",
                node.open() ? "node" : "node closed",
                "x",
                x,
                "y",
                y,
                "width",
                BOX,
                "height",
                height,
                "rx",
                6);
        svg.leaf("text", node.name() + (node.open() ? "" : " (cordoned)"), "class", "name", "x", x + 10, "y", y + 18);
        svg.leaf("text", node.note(), "class", "note", "x", x + 10, "y", y + 33);
        bar(svg, "cpu", node.cpuShare(), x + 10, y + 40);
        bar(svg, "memory", node.memoryShare(), x + 10 + COLUMN, y + 40);
        for (int i = 0; i < node.pods().size(); i++) {
            pod(svg, node.pods().get(i), x + 10 + i % 2 * COLUMN, y + HEAD + (i / 2) * POD);
        }
    }

    private static void bar(Markup svg, String what, double share, double x, double y) {
        double width = COLUMN - 8;
        svg.empty("rect", "class", "bar", "x", x, "y", y + 12, "width", width, "height", 5);
        svg.empty("rect", "class", "full", "x", x, "y", y + 12, "width", width * Math.min(share, 1), "height", 5);
        svg.leaf("text", what + " " + Math.round(share * 100) + "%", "class", "note", "x", x, "y", y + 9);
    }

    private void pod(Markup svg, Part.PodBox pod, double x, double y) {
        var colour = "p" + groups.indexOf(pod.group()) % COLOURS;
        svg.open("g").leaf("title", pod.name());
        svg.empty(
                "rect",
                "class",
                "pod " + colour + (pod.ready() ? "" : " waiting"),
                "x",
                x,
                "y",
                y,
                "width",
                COLUMN - 6,
                "height",
                POD - 3,
                "rx",
                3);
        svg.leaf("text", shortened(pod.name()), "class", "pod", "x", x + 4, "y", y + 10.5);
        svg.close();
    }

    /** Without its middle: the beginning says what it is, the end which of them. */
    private static String shortened(String name) {
        int end = 6;
        return name.length() <= MOST_LETTERS
                ? name
                : name.substring(0, MOST_LETTERS - 1 - end) + "…" + name.substring(name.length() - end);
    }
}
