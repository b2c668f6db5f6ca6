package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PluginException;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreScorePlugin;
import io.kubelayers.application.scheduling.framework.ScorePlugin;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs PreScore, Score and NormalizeScore of a profile. Upstream: {@code RunPreScorePlugins} and
 * {@code RunScorePlugins} of {@code framework/runtime/framework.go}.
 */
final class Scoring {
    private final List<PreScorePlugin> preScores;
    private final List<EnabledPlugin> scores;

    Scoring(Profile profile) {
        preScores = Framework.at(profile, ExtensionPoint.PRE_SCORE, PreScorePlugin.class);
        scores = profile.plugins().stream()
                .filter(enabled -> enabled.at(ExtensionPoint.SCORE))
                .toList();
    }

    /**
     * The scores of the feasible nodes.
     *
     * @throws PluginException when a plugin fails
     */
    ScoreTable score(CycleState state, PodInfo pod, List<NodeInfo> nodes) {
        var skipped = preScore(state, pod, nodes);
        var table = ScoreTable.of(nodes);
        for (var enabled : scores) {
            if (!skipped.contains(enabled.plugin().name())) {
                table.add(enabled, score(enabled, state, pod, nodes));
            }
        }
        return table;
    }

    private Set<String> preScore(CycleState state, PodInfo pod, List<NodeInfo> nodes) {
        var skipped = new HashSet<String>();
        for (var plugin : preScores) {
            var status = Framework.ask(() -> plugin.preScore(state, pod, nodes));
            if (status.isSkip()) {
                skipped.add(plugin.name());
            } else if (!status.isSuccess()) {
                throw new PluginException("running PreScore plugin \"" + plugin.name() + "\": " + status.message());
            }
        }
        return skipped;
    }

    private static long[] score(EnabledPlugin enabled, CycleState state, PodInfo pod, List<NodeInfo> nodes) {
        var plugin = (ScorePlugin) enabled.plugin();
        var scores = new long[nodes.size()];
        try {
            for (int i = 0; i < scores.length; i++) {
                scores[i] = plugin.score(state, pod, nodes.get(i));
            }
            plugin.normalizeScore(state, pod, scores);
        } catch (PluginException e) {
            throw new PluginException(
                    "running Score plugins: plugin \"" + plugin.name() + "\" failed with: " + e.getMessage(), e);
        }
        for (long score : scores) {
            if (score < ScorePlugin.MIN_SCORE || score > ScorePlugin.MAX_SCORE) {
                throw new PluginException("applying score defaultWeights on Score plugins: plugin \"" + plugin.name()
                        + "\" returns an invalid score " + score + ", it should in the range of ["
                        + ScorePlugin.MIN_SCORE + ", " + ScorePlugin.MAX_SCORE + "] after normalizing");
            }
        }
        return scores;
    }
}
