package io.kubelayers.application.scheduling.plugins;

import io.kubelayers.application.scheduling.framework.ClusterEventWithHint;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.EnqueueExtensions;
import io.kubelayers.application.scheduling.framework.FilterHandle;
import io.kubelayers.application.scheduling.framework.NodeStatuses;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PostFilterPlugin;
import io.kubelayers.application.scheduling.framework.PostFilterResult;
import io.kubelayers.application.scheduling.framework.PreFilterPlugin;
import io.kubelayers.application.scheduling.framework.PreFilterResult;
import io.kubelayers.application.scheduling.framework.Status;
import java.util.List;

/**
 * Keeps a pod pending that has resource claims, and says so: better no node than one without its devices.
 *
 * <p>Upstream's plugin of this name ({@code plugins/dynamicresources}) finds devices; that is not there yet.
 */
public final class DynamicResources implements PreFilterPlugin, PostFilterPlugin, EnqueueExtensions {
    public static final String NAME = "DynamicResources";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PreFilterResult preFilter(CycleState state, PodInfo pod) {
        var claims = pod.spec().resourceClaims();
        return claims.isEmpty()
                ? PreFilterResult.skip()
                : PreFilterResult.rejected(
                        Status.unresolvable("resource claim \"" + claims.get(0).name() + "\" is not supported yet"));
    }

    /** There are no claims that could be taken back; upstream says so of every pod that fits nowhere. */
    @Override
    public PostFilterResult postFilter(CycleState state, PodInfo pod, NodeStatuses statuses, FilterHandle handle) {
        return PostFilterResult.rejected(Status.unschedulable("no new claims to deallocate"));
    }

    /** Nothing that happens in the cluster helps. */
    @Override
    public List<ClusterEventWithHint> eventsToRegister() {
        return List.of();
    }
}
