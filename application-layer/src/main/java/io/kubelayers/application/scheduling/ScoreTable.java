package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.NodeInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scores of the feasible nodes: a column for each plugin, normalized to 0..100 and multiplied with the plugin's
 * weight, and the sum.
 *
 * <p>One array of longs a plugin; maps are made only when somebody looks.
 */
public final class ScoreTable {
    private record Column(String plugin, int weight, long[] scores) {}

    private static final ScoreTable EMPTY = new ScoreTable(List.of());

    private final List<NodeInfo> nodes;
    private final List<Column> columns = new ArrayList<>();
    private final long[] totals;
    private @Nullable Map<String, Integer> indexes; // made at the first look by name

    private ScoreTable(List<NodeInfo> nodes) {
        this.nodes = nodes;
        this.totals = new long[nodes.size()];
    }

    /** No scores: no node fitted, or only one did. */
    static ScoreTable empty() {
        return EMPTY;
    }

    static ScoreTable of(List<NodeInfo> nodes) {
        return new ScoreTable(nodes);
    }

    /** Adds a plugin's normalized scores while the table is being made. */
    void add(EnabledPlugin plugin, long[] scores) {
        add(plugin.plugin().name(), plugin.weight(), scores);
    }

    /** Adds the scores of a plugin or an extender of this name. */
    void add(String name, int weight, long[] scores) {
        columns.add(new Column(name, weight, scores));
        for (int i = 0; i < scores.length; i++) {
            totals[i] += scores[i] * weight;
        }
    }

    public boolean isEmpty() {
        return nodes.isEmpty();
    }

    /** The plugins that scored, in the profile's order. */
    public List<String> plugins() {
        return columns.stream().map(Column::plugin).toList();
    }

    /** What this plugin's scores were multiplied with. */
    public int weight(String plugin) {
        return columns.stream()
                .filter(column -> column.plugin().equals(plugin))
                .findFirst()
                .map(Column::weight)
                .orElseThrow(() -> new IllegalArgumentException("plugin " + plugin + " did not score"));
    }

    /** Whether this node was scored. */
    public boolean has(String node) {
        return indexOf(node) >= 0;
    }

    /** The weighted score each plugin gave the node, in the profile's order; empty if it was not scored. */
    public Map<String, Long> scores(String node) {
        int index = indexOf(node);
        if (index < 0) {
            return Map.of();
        }
        var scores = new LinkedHashMap<String, Long>();
        for (var column : columns) {
            scores.put(column.plugin(), column.scores()[index] * column.weight());
        }
        return Collections.unmodifiableMap(scores);
    }

    /** The sum of the node's weighted scores. */
    public long total(String node) {
        int index = indexOf(node);
        if (index < 0) {
            throw new IllegalArgumentException("node " + node + " was not scored");
        }
        return totals[index];
    }

    /** The names of the nodes with the highest sum, sorted. */
    public List<String> best() {
        var best = new ArrayList<String>();
        long highest = Long.MIN_VALUE;
        for (int i = 0; i < totals.length; i++) {
            if (totals[i] > highest) {
                highest = totals[i];
                best.clear();
            }
            if (totals[i] == highest) {
                best.add(nodes.get(i).name());
            }
        }
        Collections.sort(best);
        return best;
    }

    /** The places of the nodes with the highest sum, in the order in which they were found. */
    int[] bestPlaces() {
        var places = new int[totals.length];
        int count = 0;
        long highest = Long.MIN_VALUE;
        for (int i = 0; i < totals.length; i++) {
            if (totals[i] > highest) {
                highest = totals[i];
                count = 0;
            }
            if (totals[i] == highest) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }

    private int indexOf(String node) {
        if (indexes == null) {
            var made = new HashMap<String, Integer>();
            for (int i = 0; i < nodes.size(); i++) {
                made.put(nodes.get(i).name(), i);
            }
            indexes = made;
        }
        return indexes.getOrDefault(node, -1);
    }
}
