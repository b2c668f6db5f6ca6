package io.kubelayers.application.scheduling.plugins;

import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.Diagnosis;
import io.kubelayers.application.scheduling.framework.FilterHandle;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.NodeStatuses;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PostFilterPlugin;
import io.kubelayers.application.scheduling.framework.PostFilterResult;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.PreemptionPolicy;
import java.util.ArrayList;

/**
 * Says whether evicting pods of lower priority would make room. Upstream:
 * {@code plugins/defaultpreemption/default_preemption.go} and {@code framework/preemption/preemption.go}.
 *
 * <p>Difference: pods are not evicted yet. Where nobody of lower priority runs on a node that could help, the answer is
 * upstream's; where somebody does, the pod stays pending and its message says that this is not supported yet.
 */
public final class DefaultPreemption implements PostFilterPlugin {
    public static final String NAME = "DefaultPreemption";

    private static final String PREFIX = "preemption: ";
    private static final Status NOT_HELPFUL = Status.unresolvable("Preemption is not helpful for scheduling");
    private static final Status NO_VICTIMS = Status.unresolvable("No preemption victims found for incoming pod");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PostFilterResult postFilter(CycleState state, PodInfo pod, NodeStatuses statuses, FilterHandle handle) {
        if (PreemptionPolicy.NEVER.equals(pod.spec().preemptionPolicy())) {
            return new PostFilterResult(
                    Status.unschedulable(PREFIX + "not eligible due to preemptionPolicy=Never."), null);
        }
        var results = new Status[statuses.size()];
        var candidates = new ArrayList<String>();
        for (int i = 0; i < results.length; i++) {
            if (statuses.get(i).code() != Status.Code.UNSCHEDULABLE) {
                continue;
            }
            var node = statuses.snapshot().node(i);
            results[i] = NO_VICTIMS;
            if (hasPodsBelow(node, pod.priority())) {
                candidates.add(node.name());
            }
        }
        if (!candidates.isEmpty()) {
            return PostFilterResult.unhelpful(PREFIX + "not supported yet: pods of lower priority run on "
                    + candidates.size() + " of " + results.length + " nodes and are not evicted.");
        }
        var diagnosis = Diagnosis.filtered(NodeStatuses.of(statuses.snapshot(), results, NOT_HELPFUL));
        return PostFilterResult.unhelpful(PREFIX + diagnosis.fitError());
    }

    private static boolean hasPodsBelow(NodeInfo node, int priority) {
        for (var other : node.pods()) {
            if (other.priority() < priority) {
                return true;
            }
        }
        return false;
    }
}
