package io.kubelayers.governance.networkpolicy;

import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Pod;

/** The network of a cluster as it is now: its pods that have not ended, its namespaces and policies. */
public final class ClusterNetwork {
    private ClusterNetwork() {}

    public static NetworkReachability of(Informers informers) {
        return NetworkReachability.of(
                informers.lister(Namespace.class).list(),
                informers.lister(Pod.class).list().stream()
                        .filter(ClusterNetwork::hasNotEnded)
                        .toList(),
                informers.lister(NetworkPolicy.class).list());
    }

    private static boolean hasNotEnded(Pod pod) {
        var phase = pod.status().phase();
        return !Pod.Phase.SUCCEEDED.equals(phase) && !Pod.Phase.FAILED.equals(phase);
    }
}
