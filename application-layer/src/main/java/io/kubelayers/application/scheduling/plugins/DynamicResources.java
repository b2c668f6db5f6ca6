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
 * Keeps a pod pending that has resource claims, and says so: better no node than one without its devices.
 *
 * <p>Upstream's plugin of this name ({@code plugins/dynamicresources}) finds devices; that is not there yet.
 */
public final class DynamicResources implements PreFilterPlugin, EnqueueExtensions {
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

    /** Nothing that happens in the cluster helps. */
    @Override
    public List<ClusterEventWithHint> eventsToRegister() {
        return List.of();
    }
}
