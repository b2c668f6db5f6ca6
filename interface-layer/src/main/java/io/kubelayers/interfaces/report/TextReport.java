package io.kubelayers.interfaces.report;

import io.kubelayers.nucleus.explain.Render;
import java.util.ArrayList;
import java.util.List;

/** Writes sections as plain text of at most {@value #WIDTH} columns where lines can be broken. */
public final class TextReport {
    private static final int WIDTH = 110;
    private static final String INDENT = "  ";

    private TextReport() {}

    /** A section with its heading. */
    public static String render(Section section) {
        var out = new StringBuilder();
        out.append(heading(section)).append('\n');
        for (var part : section.parts()) {
            out.append(render(part));
        }
        return out.append('\n').toString();
    }

    /** The line that names a section and the layer that acts in it. */
    public static String heading(Section section) {
        return "== " + section.title() + "  [" + section.layer() + "]";
    }

    /** One part, indented by two spaces. */
    public static String render(Part part) {
        if (part instanceof Part.Sentence sentence) {
            return indented(wrapped(sentence.text(), WIDTH - INDENT.length()));
        }
        if (part instanceof Part.Because because) {
            return indented(
                    List.of(Render.text(because.finding()).stripTrailing().split("\n")));
        }
        if (part instanceof Part.Grid grid) {
            return indented(TextGrid.lines(grid));
        }
        if (part instanceof Part.LineChart chart) {
            return indented(Sparkline.lines(chart));
        }
        if (part instanceof Part.NodeMap map) {
            return indented(nodes(map));
        }
        if (part instanceof Part.Packing packing) {
            return indented(TextBars.lines(packing));
        }
        return indented(path((Part.LayerPath) part));
    }

    private static List<String> nodes(Part.NodeMap map) {
        var lines = new ArrayList<String>();
        lines.add(map.title());
        for (var node : map.nodes()) {
            lines.add(String.format(
                    java.util.Locale.ROOT,
                    "  %-10s %-28s cpu %3.0f%%  memory %3.0f%%  %s%s",
                    node.name(),
                    node.note(),
                    node.cpuShare() * 100,
                    node.memoryShare() * 100,
                    "#".repeat(Math.min(node.pods().size(), 40)),
                    " " + node.pods().size() + " pods"));
        }
        return lines;
    }

    private static List<String> path(Part.LayerPath path) {
        var lines = new ArrayList<String>();
        lines.add(path.title());
        for (var stop : path.stops()) {
            lines.add(String.format("  %-11s %-26s %s", stop.layer(), stop.actor(), stop.what()));
        }
        return lines;
    }

    private static String indented(List<String> lines) {
        var out = new StringBuilder();
        for (var line : lines) {
            out.append(INDENT).append(line).append('\n');
        }
        return out.toString();
    }

    private static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
