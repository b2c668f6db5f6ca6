package io.kubelayers.application.scheduling.plugins;

import io.kubelayers.application.scheduling.framework.ClusterEventWithHint;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.EnqueueExtensions;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreFilterPlugin;
import io.kubelayers.application.scheduling.framework.PreFilterResult;
import io.kubelayers.application.scheduling.framework.Status;
import java.util.List;

/**
 * Keeps a pod pending that belongs to a workload of which all pods or none are to run, and says so: better no pod than some.
 *
 * <p>Upstream's plugin of this name ({@code plugins/gangscheduling}) is alpha and off; that of a real cluster would run the
 * pods one by one.
 */
public final class GangScheduling implements PreFilterPlugin, EnqueueExtensions {
    public static final String NAME = "GangScheduling";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PreFilterResult preFilter(CycleState state, PodInfo pod) {
        var workload = pod.spec().workloadRef();
        return workload == null
                ? PreFilterResult.skip()
                : PreFilterResult.rejected(Status.unresolvable(
                        "gang scheduling of workload \"" + workload.name() + "\" is not supported yet"));
    }

    /** Nothing that happens in the cluster helps. */
    @Override
    public List<ClusterEventWithHint> eventsToRegister() {
        return List.of();
    }
}
