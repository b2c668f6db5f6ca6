package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import io.kubelayers.application.scheduling.framework.FeasibleNodes;
import io.kubelayers.application.scheduling.framework.NodeLocal;
import io.kubelayers.application.scheduling.framework.NodeScorer;
import io.kubelayers.application.scheduling.framework.PluginException;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreScorePlugin;
import io.kubelayers.application.scheduling.framework.ScorePlugin;
import io.kubelayers.application.scheduling.framework.Status;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs PreScore, Score and NormalizeScore of a profile. Upstream: {@code RunPreScorePlugins} and
 * {@code RunScorePlugins} of {@code framework/runtime/framework.go}.
 */
final class Scoring {
    private final List<PreScorePlugin> preScores;
    private final List<EnabledPlugin> scores;
    private final Meter meter;

    Scoring(Profile profile, Meter meter) {
        this.meter = meter;
        preScores = Framework.at(profile, ExtensionPoint.PRE_SCORE, PreScorePlugin.class);
        scores = profile.plugins().stream()
                .filter(enabled -> enabled.at(ExtensionPoint.SCORE))
                .toList();
    }

    /**
     * The scores of the feasible nodes.
     *
     * @param page what is known about pods of this kind, or null
     * @throws PluginException when a plugin fails
     */
    ScoreTable score(CycleState state, PodInfo pod, FeasibleNodes nodes, NodeMemo.@Nullable Page page) {
        var preScoring = meter.start();
        var skipped = preScore(state, pod, nodes);
        meter.stop(ExtensionPoint.PRE_SCORE, Status.Code.SUCCESS, preScoring);
        var scoring = meter.start();
        var table = ScoreTable.of(nodes);
        for (int i = 0; i < scores.size(); i++) {
            var enabled = scores.get(i);
            if (!skipped.contains(enabled.plugin().name())) {
                var remembered = page != null && enabled.plugin() instanceof NodeLocal ? page.scores(i) : null;
                var scored = enabled.plugin();
                var started = meter.start();
                table.add(enabled, score(enabled, state, pod, nodes, remembered));
                if (meter.isSampled(state)) {
                    meter.executed(
                            scored,
                            ExtensionPoint.SCORE,
                            Status.Code.SUCCESS,
                            Duration.between(started, meter.start()));
                }
                meter.evaluated(scored, ExtensionPoint.SCORE, nodes.size());
            }
        }
        meter.stop(ExtensionPoint.SCORE, Status.Code.SUCCESS, scoring);
        return table;
    }

    /** How many plugins score. */
    int size() {
        return scores.size();
    }

    private Set<String> preScore(CycleState state, PodInfo pod, FeasibleNodes nodes) {
        var skipped = new HashSet<String>();
        for (var plugin : preScores) {
            var status = meter.run(
                    plugin,
                    ExtensionPoint.PRE_SCORE,
                    state,
                    () -> Framework.ask(() -> plugin.preScore(state, pod, nodes)));
            meter.evaluated(plugin, ExtensionPoint.PRE_SCORE, status.isSkip() ? 0 : 1);
            if (status.isSkip()) {
                skipped.add(plugin.name());
            } else if (!status.isSuccess()) {
                throw new PluginException("running PreScore plugin \"" + plugin.name() + "\": " + status.message());
            }
        }
        return skipped;
    }

    /** @param known raw scores by place, as far as they are known; null to ask for all */
    private static long[] score(
            EnabledPlugin enabled, CycleState state, PodInfo pod, FeasibleNodes nodes, long @Nullable [] known) {
        var plugin = (ScorePlugin) enabled.plugin();
        var scores = new long[nodes.size()];
        try {
            var scorer = plugin.scorer(state, pod);
            if (known != null) {
                read(known, scorer, nodes, scores);
            } else if (scorer != NodeScorer.ZERO) {
                for (int i = 0; i < scores.length; i++) {
                    scores[i] = scorer.at(nodes.place(i));
                }
            }
            plugin.normalizeScore(state, pod, scores);
        } catch (RuntimeException e) {
            throw new PluginException(
                    "running Score plugins: plugin \"" + plugin.name() + "\" failed with: " + PluginException.text(e),
                    e);
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

    /** Takes what is known and asks for the rest, which is known from then on. */
    private static void read(long[] known, NodeScorer scorer, FeasibleNodes nodes, long[] scores) {
        for (int i = 0; i < scores.length; i++) {
            int place = nodes.place(i);
            if (known[place] == NodeMemo.UNKNOWN) {
                known[place] = scorer.at(place);
            }
            scores[i] = known[place];
        }
    }
}
