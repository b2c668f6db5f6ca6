package io.kubelayers.application.scheduling.plugins;

import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreFilterPlugin;
import io.kubelayers.application.scheduling.framework.PreScorePlugin;
import io.kubelayers.application.scheduling.framework.ScorePlugin;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks one plugin alone, the way the framework would. */
final class PluginHarness {
    private PluginHarness() {}

    /** What PreFilter and Filter say of the pod on the node, with these pods there already. */
    static Status filter(FilterPlugin plugin, Pod pod, Node node, Pod... pods) {
        var snapshot = Snapshot.of(List.of(node), List.of(pods));
        var state = CycleState.over(snapshot);
        var info = PodInfo.of(pod);
        if (plugin instanceof PreFilterPlugin preFilter) {
            var before = preFilter.preFilter(state, info).status();
            if (!before.isSuccess()) {
                return before;
            }
        }
        return plugin.filter(state, info, snapshot.node(0));
    }

    /** The normalized score of each node, empty if the plugin skips the pod. */
    static Map<String, Long> scores(ScorePlugin plugin, Pod pod, List<Node> nodes, Pod... pods) {
        var snapshot = Snapshot.of(nodes, List.of(pods));
        var state = CycleState.over(snapshot);
        var info = PodInfo.of(pod);
        var scores = new TreeMap<String, Long>();
        if (plugin instanceof PreScorePlugin preScore
                && preScore.preScore(state, info, snapshot.nodes()).isSkip()) {
            return scores;
        }
        var values = snapshot.nodes().stream()
                .mapToLong(node -> plugin.score(state, info, node))
                .toArray();
        plugin.normalizeScore(state, info, values);
        for (int i = 0; i < values.length; i++) {
            NodeInfo node = snapshot.node(i);
            scores.put(node.name(), values[i]);
        }
        return scores;
    }
}
