package io.kubelayers.application.scheduling.preemption;

import io.kubelayers.application.scheduling.framework.ActingPlugin;
import io.kubelayers.application.scheduling.framework.ClusterActions;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.Diagnosis;
import io.kubelayers.application.scheduling.framework.FilterHandle;
import io.kubelayers.application.scheduling.framework.NodeStatuses;
import io.kubelayers.application.scheduling.framework.PluginException;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PostFilterPlugin;
import io.kubelayers.application.scheduling.framework.PostFilterResult;
import io.kubelayers.application.scheduling.framework.PreemptionPlan;
import io.kubelayers.application.scheduling.framework.PreemptionPlan.Victims;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.PreemptionPolicy;
import io.kubelayers.nucleus.meta.ConditionStatus;
import io.kubelayers.nucleus.pod.PodConditions;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When a pod fits nowhere, finds the node where evicting pods of lower priority makes it fit and does the least harm.
 *
 * <p>Tried are the nodes whose rejection eviction may resolve. In a cluster the victims are evicted at once; the pod is
 * nominated to the node and tried again when they are gone. Upstream: {@code plugins/defaultpreemption/
 * default_preemption.go} and {@code framework/preemption/preemption.go}.
 */
public final class DefaultPreemption implements PostFilterPlugin, ActingPlugin {
    public static final String NAME = "DefaultPreemption";

    private static final String PREFIX = "preemption: ";
    private static final Status NOT_HELPFUL = Status.unresolvable("Preemption is not helpful for scheduling");

    private final int minPercentage;
    private final int minAbsolute;
    private final @Nullable ClusterActions actions;

    private DefaultPreemption(int minPercentage, int minAbsolute, @Nullable ClusterActions actions) {
        this.minPercentage = minPercentage;
        this.minAbsolute = minAbsolute;
        this.actions = actions;
    }

    /** As in the default profile: at least 10 % of the nodes that may help and at least 100 are tried. */
    public static DefaultPreemption standard() {
        return trying(10, 100);
    }

    /** {@code minCandidateNodesPercentage} and {@code minCandidateNodesAbsolute} of {@code DefaultPreemptionArgs}. */
    public static DefaultPreemption trying(int minPercentage, int minAbsolute) {
        if (minPercentage < 0 || minPercentage > 100 || minAbsolute < 0 || minPercentage + minAbsolute == 0) {
            throw new IllegalArgumentException(
                    "minCandidateNodesPercentage " + minPercentage + " and minCandidateNodesAbsolute " + minAbsolute
                            + " must be 0 to 100, at least 0, and not both 0");
        }
        return new DefaultPreemption(minPercentage, minAbsolute, null);
    }

    @Override
    public DefaultPreemption equippedWith(ClusterActions able) {
        return new DefaultPreemption(minPercentage, minAbsolute, able);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PostFilterResult postFilter(CycleState state, PodInfo pod, NodeStatuses statuses, FilterHandle handle) {
        var ineligible = ineligible(pod, statuses);
        if (ineligible != null) {
            return PostFilterResult.rejected(Status.unschedulable(PREFIX + ineligible));
        }
        var candidates = new TreeMap<String, Victims>();
        var others = dryRun(state, pod, statuses, handle, candidates);
        if (candidates.isEmpty()) {
            var why = NodeStatuses.of(statuses.snapshot(), others, NOT_HELPFUL);
            return PostFilterResult.unhelpful(PREFIX + Diagnosis.filtered(why).fitError());
        }
        var left = ExtendedPreemption.of(pod, candidates, statuses.snapshot(), handle.extenders(), state);
        if (left.isEmpty()) {
            return PostFilterResult.rejected(Status.unschedulable(PREFIX + "no candidate node for preemption"));
        }
        var plan = new PreemptionPlan(
                pod.key(), Choice.among(left), left, NodeStatuses.of(statuses.snapshot(), others, NOT_HELPFUL));
        if (actions != null) {
            new Evicting(actions, state, pod).carryOut(plan);
        }
        return PostFilterResult.evicting(plan);
    }

    /** Why the pod may not preempt, or null. */
    private static @Nullable String ineligible(PodInfo pod, NodeStatuses statuses) {
        if (PreemptionPolicy.NEVER.equals(pod.spec().preemptionPolicy())) {
            return "not eligible due to preemptionPolicy=Never.";
        }
        var nominated = pod.pod().status().nominatedNodeName();
        var node = nominated == null ? null : statuses.snapshot().node(nominated);
        if (node == null || statuses.get(node.name()).code() == Status.Code.UNSCHEDULABLE_AND_UNRESOLVABLE) {
            return null;
        }
        for (var other : node.pods()) {
            if (other.priority() < pod.priority() && isBeingPreempted(other)) {
                return "not eligible due to a terminating pod on the nominated node.";
            }
        }
        return null;
    }

    private static boolean isBeingPreempted(PodInfo pod) {
        return pod.isTerminating()
                && PodConditions.find(pod.pod().status(), Evicting.DISRUPTION_TARGET)
                        .filter(condition -> condition.status().equals(ConditionStatus.TRUE)
                                && Evicting.BY_SCHEDULER.equals(condition.reason()))
                        .isPresent();
    }

    /** Tries nodes until enough candidates are found, from a place that differs from pod to pod. */
    private @Nullable Status[] dryRun(
            CycleState state,
            PodInfo pod,
            NodeStatuses statuses,
            FilterHandle handle,
            TreeMap<String, Victims> candidates) {
        var others = new @Nullable Status[statuses.size()];
        var possible = statuses.nodesWith(Status.Code.UNSCHEDULABLE);
        var budgets = state.objects().disruptionBudgets().all();
        int enough = enough(possible.size());
        int start = possible.isEmpty() ? 0 : Math.floorMod(pod.key().hashCode(), possible.size());
        boolean anyWithoutViolation = false;
        for (int i = 0; i < possible.size(); i++) {
            var node = possible.get((start + i) % possible.size());
            var outcome = DryRun.on(node, pod, state, handle, budgets);
            if (outcome.status().isError()) {
                throw new PluginException(outcome.status().message());
            }
            if (outcome.status().isSuccess()) {
                candidates.put(node.name(), outcome.victims());
                anyWithoutViolation |= outcome.victims().budgetViolations() == 0;
                if (anyWithoutViolation && candidates.size() >= enough) {
                    break;
                }
            } else {
                others[statuses.snapshot().indexOf(node.name())] = outcome.status();
            }
        }
        return others;
    }

    private int enough(int possible) {
        return Math.min(possible, Math.max(minAbsolute, possible * minPercentage / 100));
    }
}
