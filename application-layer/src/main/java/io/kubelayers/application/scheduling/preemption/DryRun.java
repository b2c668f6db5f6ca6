package io.kubelayers.application.scheduling.preemption;

import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.DisruptionBudgets.Budget;
import io.kubelayers.application.scheduling.framework.FilterHandle;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PluginException;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreemptionPlan.Victims;
import io.kubelayers.application.scheduling.framework.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries one node without the pods that may be evicted, and brings back as many of them as possible, the important first,
 * protected ones before all others. Upstream: {@code SelectVictimsOnNode} of {@code default_preemption.go}.
 */
final class DryRun {
    private static final Status NO_VICTIMS = Status.unresolvable("No preemption victims found for incoming pod");

    private final FilterHandle filters;
    private final PodInfo pod;
    private final CycleState state;
    private final List<PodInfo> victims = new ArrayList<>();
    private NodeInfo node;

    private DryRun(FilterHandle filters, PodInfo pod, CycleState state, NodeInfo node) {
        this.filters = filters;
        this.pod = pod;
        this.state = state;
        this.node = node;
    }

    /**
     * What came of it.
     *
     * @param status success if there are victims, otherwise why evicting does not help
     * @param victims whom to evict
     */
    record Outcome(Status status, Victims victims) {
        static Outcome unhelpful(Status status) {
            return new Outcome(status, new Victims(List.of(), 0));
        }
    }

    static Outcome on(NodeInfo node, PodInfo pod, CycleState state, FilterHandle filters, List<Budget> budgets) {
        var possible = new ArrayList<PodInfo>();
        for (var other : node.pods()) {
            if (other.priority() < pod.priority()) {
                possible.add(other);
            }
        }
        return possible.isEmpty()
                ? Outcome.unhelpful(NO_VICTIMS)
                : new DryRun(filters, pod, state.copy(), node).run(possible, budgets);
    }

    private Outcome run(List<PodInfo> possible, List<Budget> budgets) {
        possible.forEach(this::remove);
        var status = filters.filter(state, pod, node);
        if (!status.isSuccess()) {
            return Outcome.unhelpful(status);
        }
        possible.sort(Importance.DESCENDING);
        var split = Budgets.of(possible, budgets);
        int violations = 0;
        for (var victim : split.violating()) {
            violations += reprieve(victim) ? 0 : 1;
        }
        split.free().forEach(this::reprieve);
        if (victims.isEmpty()) {
            return Outcome.unhelpful(Status.error("expected at least one victim pod on node \"" + node.name() + '"'));
        }
        if (!split.violating().isEmpty() && !split.free().isEmpty()) {
            victims.sort(Importance.DESCENDING);
        }
        return new Outcome(Status.success(), new Victims(victims, violations));
    }

    /** Brings the pod back if the other still fits then. */
    private boolean reprieve(PodInfo victim) {
        node = node.with(victim);
        check(filters.addPod(state, pod, victim, node));
        if (filters.filter(state, pod, node).isSuccess()) {
            return true;
        }
        remove(victim);
        victims.add(victim);
        return false;
    }

    private void remove(PodInfo victim) {
        node = node.evicted(victim.key());
        check(filters.removePod(state, pod, victim, node));
    }

    private static void check(Status status) {
        if (!status.isSuccess()) {
            throw new PluginException(status.message());
        }
    }
}
