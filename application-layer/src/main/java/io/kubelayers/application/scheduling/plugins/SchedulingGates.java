package io.kubelayers.application.scheduling.plugins;

import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.ClusterEventWithHint;
import io.kubelayers.application.scheduling.framework.EnqueueExtensions;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreEnqueuePlugin;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.PodSpec;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Keeps a pod out of the queue until all of its scheduling gates are removed.
 *
 * <p>Reads {@code spec.schedulingGates}. Upstream: {@code plugins/schedulinggates/scheduling_gates.go}.
 */
public final class SchedulingGates implements PreEnqueuePlugin, EnqueueExtensions {
    public static final String NAME = "SchedulingGates";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Status preEnqueue(PodInfo pod) {
        var gates = pod.spec().schedulingGates();
        if (gates.isEmpty()) {
            return Status.success();
        }
        var names = gates.stream().map(PodSpec.SchedulingGate::name).collect(Collectors.joining(" "));
        return Status.unresolvable("waiting for scheduling gates: [" + names + "]");
    }

    @Override
    public List<ClusterEventWithHint> eventsToRegister() {
        return List.of(ClusterEventWithHint.on(
                ClusterEvent.Resource.TARGET_POD, ClusterEvent.Action.UPDATE_POD_SCHEDULING_GATES_ELIMINATED));
    }
}
