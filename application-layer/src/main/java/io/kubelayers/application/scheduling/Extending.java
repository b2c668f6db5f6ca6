package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.Extender;
import io.kubelayers.application.scheduling.framework.Extender.Verb;
import io.kubelayers.application.scheduling.framework.ExtenderException;
import io.kubelayers.application.scheduling.framework.FeasibleNodes;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.ScorePlugin;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks the extenders of a profile. Upstream: {@code findNodesThatPassExtenders}, the second half of
 * {@code prioritizeNodes} and {@code extendersBinding} of {@code schedule_one.go}.
 */
final class Extending {
    /** What the queue knows extenders by: a pod that they rejected is tried again whatever happens. */
    static final String PLUGIN = "Extender";

    private final List<Extender> extenders;

    Extending(Profile profile) {
        var sorted = new ArrayList<>(profile.extenders());
        sorted.sort(Comparator.comparing(Extender::isIgnorable)); // those that may be missing are asked last
        extenders = List.copyOf(sorted);
    }

    List<Extender> all() {
        return extenders;
    }

    /** Whether some extender does that, for whatever pod. */
    boolean has(Verb verb) {
        for (var extender : extenders) {
            if (extender.verbs().contains(verb)) {
                return true;
            }
        }
        return false;
    }

    private static boolean asks(Extender extender, Verb verb, PodInfo pod) {
        return extender.verbs().contains(verb) && extender.isInterested(pod);
    }

    /** Takes the nodes that extenders reject out of those found; an error if one cannot answer. */
    Status filter(CycleState state, PodInfo pod, NodeSearch search) {
        for (var extender : extenders) {
            if (!search.hasFound()) {
                break;
            }
            if (!asks(extender, Verb.FILTER, pod)) {
                continue;
            }
            try {
                search.keep(extender.filter(pod, search.feasible()));
            } catch (RuntimeException e) {
                var text = ExtenderException.text(extender, e);
                if (!extender.isIgnorable()) {
                    return Status.error(text);
                }
                state.note(ignored("filter", extender, text));
            }
        }
        return Status.success();
    }

    /** Adds the scores of the extenders; one that cannot answer has none, as upstream does. */
    void prioritize(CycleState state, PodInfo pod, FeasibleNodes nodes, ScoreTable table) {
        for (var extender : extenders) {
            if (asks(extender, Verb.PRIORITIZE, pod)) {
                try {
                    table.add(extender.name(), extender.weight(), scores(extender.prioritize(pod, nodes), nodes));
                } catch (RuntimeException e) {
                    state.note(ignored("prioritize", extender, ExtenderException.text(extender, e)));
                }
            }
        }
    }

    private static long[] scores(Map<String, Long> given, List<NodeInfo> nodes) {
        var byName = new HashMap<>(given);
        var scores = new long[nodes.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = byName.getOrDefault(nodes.get(i).name(), 0L) * (ScorePlugin.MAX_SCORE / Extender.MAX_PRIORITY);
        }
        return scores;
    }

    /** Binds by the first extender that does; {@link Status.Code#SKIP} if none is there for the pod. */
    Status bind(CycleState state, PodInfo pod, String node) {
        for (var extender : extenders) {
            if (!asks(extender, Verb.BIND, pod)) {
                continue;
            }
            try {
                extender.bind(pod, node);
                return Status.success();
            } catch (RuntimeException e) {
                var text = ExtenderException.text(extender, e);
                if (!extender.isIgnorable()) {
                    return Status.error(text);
                }
                state.note(ignored("bind", extender, text));
            }
        }
        return Status.skip();
    }

    private static Finding ignored(String verb, Extender extender, String text) {
        return Finding.note("extender." + verb, extender.name(), "went on without it: " + text);
    }
}
