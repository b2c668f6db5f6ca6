package io.kubelayers.interfaces.scheduling;

import io.kubelayers.application.expansion.WorkloadPods;
import io.kubelayers.application.workloads.DaemonSet;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.resources.PodResources;
import io.kubelayers.nucleus.value.Quantity;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * What DaemonSets take of a node that is yet to come.
 *
 * @param sets the DaemonSets
 */
record Daemons(List<DaemonSet> sets) {
    static Daemons of(Collection<KubernetesObject> objects) {
        return new Daemons(objects.stream()
                .filter(DaemonSet.class::isInstance)
                .map(DaemonSet.class::cast)
                .toList());
    }

    /** The node with as much less to give. */
    Node takenOff(Node shape) {
        var left = new TreeMap<>(shape.status().allocatable());
        for (var set : sets) {
            var made = WorkloadPods.of(set, List.of(shape));
            made.ifPresent(workload -> workload.pods().forEach(pod -> {
                PodResources.requests(pod)
                        .forEach((name, amount) -> left.computeIfPresent(name, (key, has) -> has.sub(amount)));
                left.computeIfPresent(ResourceName.PODS, (key, has) -> has.sub(Quantity.parse("1")));
            }));
        }
        return shape.withStatus(shape.status().withAllocatable(left));
    }
}
