package io.kubelayers.governance.networkpolicy;

import com.google.common.html.HtmlEscapers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who reaches whom as a picture: a node for each workload and each range of addresses, an arrow where connections can be
 * opened, with the ports on it.
 */
public final class NetworkPicture {
    private static final double CENTRE = 420;
    private static final double RADIUS = 330;
    private static final double BOX = 70;

    private final List<String> nodes;
    private final List<Arrow> arrows;

    /** What can be opened between the members of two groups; {@code some} if not all of them may. */
    private record Arrow(int from, int to, PortSet ports, boolean some) {
        String label() {
            return (some ? "some: " : "") + ports;
        }
    }

    private NetworkPicture(List<String> nodes, List<Arrow> arrows) {
        this.nodes = nodes;
        this.arrows = arrows;
    }

    /** The picture of a matrix. */
    public static NetworkPicture of(ReachabilityMatrix matrix) {
        var members = new LinkedHashMap<String, List<Integer>>();
        for (int end = 0; end < matrix.size(); end++) {
            members.computeIfAbsent(matrix.group(end), group -> new ArrayList<>())
                    .add(end);
        }
        var nodes = List.copyOf(members.keySet());
        var arrows = new ArrayList<Arrow>();
        for (int from = 0; from < nodes.size(); from++) {
            for (int to = 0; to < nodes.size(); to++) {
                var arrow = from == to ? null : arrow(matrix, members, nodes, from, to);
                if (arrow != null && !arrow.ports().isEmpty()) {
                    arrows.add(arrow);
                }
            }
        }
        arrows.removeIf(arrow ->
                isOutside(matrix, members, nodes, arrow.from()) && isOutside(matrix, members, nodes, arrow.to()));
        return new NetworkPicture(nodes, arrows);
    }

    private static boolean isOutside(
            ReachabilityMatrix matrix, Map<String, List<Integer>> members, List<String> nodes, int node) {
        return of(members, nodes, node).get(0) >= matrix.pods();
    }

    private static List<Integer> of(Map<String, List<Integer>> members, List<String> nodes, int node) {
        return members.getOrDefault(nodes.get(node), List.of());
    }

    private static Arrow arrow(
            ReachabilityMatrix matrix, Map<String, List<Integer>> members, List<String> nodes, int from, int to) {
        PortSet any = PortSet.NONE;
        PortSet first = null;
        boolean some = false;
        for (int source : of(members, nodes, from)) {
            for (int target : of(members, nodes, to)) {
                var ports = matrix.ports(source, target);
                some |= first != null && !first.equals(ports);
                first = ports;
                any = any.union(ports);
            }
        }
        return new Arrow(from, to, any, some);
    }

    /**
     * What can be opened between two groups.
     *
     * @param from workload or range of addresses, {@code shop/web}
     * @param ports on which any member of one reaches any of the other
     * @param some whether that is not so for all of them
     */
    public record Link(String from, String to, PortSet ports, boolean some) {}

    /** The arrows, by the order of the pods. */
    public List<Link> links() {
        return arrows.stream()
                .map(arrow -> new Link(nodes.get(arrow.from()), nodes.get(arrow.to()), arrow.ports(), arrow.some()))
                .toList();
    }

    /** In the language of Graphviz. */
    public String dot() {
        var out = new StringBuilder("digraph network {\n  rankdir=LR;\n  node [shape=box];\n");
        for (var node : nodes) {
            out.append("  ").append(quoted(node)).append(";\n");
        }
        for (var arrow : arrows) {
            out.append("  ")
                    .append(quoted(nodes.get(arrow.from())))
                    .append(" -> ")
                    .append(quoted(nodes.get(arrow.to())))
                    .append(" [label=")
                    .append(quoted(arrow.label()))
                    .append(arrow.some() ? ", style=dashed" : "")
                    .append("];\n");
        }
        return out.append("}\n").toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A drawing: nodes on a circle, arrows with their ports as tooltips and, where few, as labels. */
    public String svg() {
        var out = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 840 840\" role=\"img\""
                + " font-family=\"sans-serif\" font-size=\"11\">\n"
                + "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\""
                + " markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" fill=\"#567\"/></marker></defs>\n");
        for (var arrow : arrows) {
            draw(arrow, out);
        }
        for (int i = 0; i < nodes.size(); i++) {
            out.append(format(
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"24\" rx=\"5\" fill=\"#eef3f7\""
                            + " stroke=\"#567\"/>",
                    x(i) - BOX, y(i) - 12, 2 * BOX));
            out.append(format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">", x(i), y(i) + 4))
                    .append(escaped(nodes.get(i)))
                    .append("</text>\n");
        }
        return out.append("</svg>\n").toString();
    }

    private void draw(Arrow arrow, StringBuilder out) {
        double length = Math.hypot(x(arrow.to()) - x(arrow.from()), y(arrow.to()) - y(arrow.from()));
        double share = Math.min(0.45, (BOX + 6) / length);
        double fromX = x(arrow.from()) + share * (x(arrow.to()) - x(arrow.from()));
        double fromY = y(arrow.from()) + share * (y(arrow.to()) - y(arrow.from()));
        double toX = x(arrow.to()) - share * (x(arrow.to()) - x(arrow.from()));
        double toY = y(arrow.to()) - share * (y(arrow.to()) - y(arrow.from()));
        var label = escaped(arrow.label());
        out.append(format(
                        "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#567\" fill=\"none\" marker-end=\"url(#tip)\"",
                        fromX, fromY, toX, toY))
                .append(arrow.some() ? " stroke-dasharray=\"4 3\"" : "")
                .append("><title>")
                .append(escaped(nodes.get(arrow.from())))
                .append(" to ")
                .append(escaped(nodes.get(arrow.to())))
                .append(": ")
                .append(label)
                .append("</title></path>\n");
        if (!arrow.ports().isAll() || arrow.some()) {
            out.append(format(
                            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" fill=\"#345\">",
                            fromX + 0.6 * (toX - fromX), fromY + 0.6 * (toY - fromY) - 4))
                    .append(label)
                    .append("</text>\n");
        }
    }

    private double x(int node) {
        return CENTRE + RADIUS * Math.sin(2 * Math.PI * node / nodes.size());
    }

    private double y(int node) {
        return CENTRE - RADIUS * Math.cos(2 * Math.PI * node / nodes.size());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static String escaped(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }
}
