package io.kubelayers.interfaces.scheduling;

import io.kubelayers.application.scheduling.NodeVerdict;
import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.interfaces.report.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** A placement as a table: what each node was to the pod, why not or with which scores. */
public final class PlacementGrid {
    private static final int MOST_NODES = 50;
    private static final int MOST_ALIKE = 8;

    private PlacementGrid() {}

    /**
     * A line for each node, the chosen one and the best first. Of nodes that say the same the first eight have one, and of all
     * the first 50; the others are counted together.
     */
    public static Part.Grid of(Placement placement) {
        var plugins = placement.scores().plugins();
        var headers = new ArrayList<>(List.of("Node", "Verdict"));
        headers.addAll(plugins);
        if (!plugins.isEmpty()) {
            headers.add("Total");
        }
        headers.add("Why");
        var verdicts = new ArrayList<>(placement.nodes());
        verdicts.sort(Comparator.comparing(NodeVerdict::verdict)
                .thenComparing(Comparator.comparingLong(NodeVerdict::total).reversed()));
        var rows = new ArrayList<List<String>>();
        var alike = new HashMap<List<String>, Integer>();
        var rest = new LinkedHashMap<List<String>, Integer>();
        for (var verdict : verdicts) {
            var row = row(verdict, plugins);
            var same = row.subList(1, row.size());
            if (rows.size() < MOST_NODES && alike.merge(same, 1, Integer::sum) <= MOST_ALIKE) {
                rows.add(row);
            } else {
                rest.merge(same, 1, Integer::sum);
            }
        }
        rest.forEach((same, count) -> {
            var row = new ArrayList<>(List.of("and " + count + " more"));
            row.addAll(same);
            rows.add(row);
        });
        return new Part.Grid(headers, rows);
    }

    private static List<String> row(NodeVerdict verdict, List<String> plugins) {
        var row = new ArrayList<>(List.of(
                verdict.node(),
                verdict.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        for (var plugin : plugins) {
            var score = verdict.scores().get(plugin);
            row.add(score == null ? "-" : score.toString());
        }
        if (!plugins.isEmpty()) {
            row.add(verdict.scores().isEmpty() ? "-" : Long.toString(verdict.total()));
        }
        row.add(verdict.reason());
        return row;
    }
}
