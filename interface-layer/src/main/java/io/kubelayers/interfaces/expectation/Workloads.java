package io.kubelayers.interfaces.expectation;

import io.kubelayers.application.workloads.PodWorkload;
import io.kubelayers.interfaces.spelling.NearestName;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Pod;
import java.util.List;

/** Finds pods by their own name or by that of what made them, since generated names cannot be written down. */
final class Workloads {
    private Workloads() {}

    /**
     * The pod of that name, else the pods of the workload.
     *
     * @param name {@code namespace/name}; a name alone is in namespace default
     * @throws IllegalArgumentException if there are none
     */
    static List<Pod> pods(Cluster cluster, String name) {
        var parts = ReachQuestion.name(name);
        var pods = cluster.lister(Pod.class);
        var exact = pods.get(parts[0], parts[1]);
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        var found = pods.list(parts[0]).stream()
                .filter(pod -> PodWorkload.of(pod).name().equals(parts[1]))
                .toList();
        if (found.isEmpty()) {
            var there = pods.list().stream()
                    .map(pod -> PodWorkload.of(pod).key())
                    .distinct()
                    .toList();
            throw new IllegalArgumentException("there is no pod or workload " + parts[0] + "/" + parts[1] + "; "
                    + NearestName.hint(parts[0] + "/" + parts[1], there));
        }
        return found;
    }
}
