package io.kubelayers.application.scheduling.preemption;

import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.Extender;
import io.kubelayers.application.scheduling.framework.ExtenderException;
import io.kubelayers.application.scheduling.framework.PluginException;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreemptionPlan.Victims;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What extenders leave of the candidates, each of what the one before left. Upstream: {@code callExtenders}. */
final class ExtendedPreemption {
    private ExtendedPreemption() {}

    static SortedMap<String, Victims> of(
            PodInfo pod,
            SortedMap<String, Victims> candidates,
            Snapshot snapshot,
            List<Extender> extenders,
            CycleState state) {
        var left = candidates;
        for (var extender : extenders) {
            if (left.isEmpty()) {
                break;
            }
            if (extender.verbs().contains(Extender.Verb.PREEMPT) && extender.isInterested(pod)) {
                left = ask(extender, pod, left, snapshot, state);
            }
        }
        return left;
    }

    private static SortedMap<String, Victims> ask(
            Extender extender,
            PodInfo pod,
            SortedMap<String, Victims> candidates,
            Snapshot snapshot,
            CycleState state) {
        try {
            return checked(extender, extender.preempt(pod, candidates, snapshot));
        } catch (RuntimeException e) {
            var text = ExtenderException.text(extender, e);
            if (!extender.isIgnorable()) {
                throw new PluginException(text, e);
            }
            state.note(Finding.note("extender.preempt", extender.name(), "went on without it: " + text));
            return candidates;
        }
    }

    private static SortedMap<String, Victims> checked(Extender extender, SortedMap<String, Victims> answer) {
        var checked = new TreeMap<>(answer);
        for (var entry : answer.entrySet()) {
            if (entry.getValue().pods().isEmpty()) {
                if (!extender.isIgnorable()) {
                    throw new ExtenderException("expected at least one victim pod on node \"" + entry.getKey() + '"');
                }
                checked.remove(entry.getKey());
            }
        }
        return checked;
    }
}
