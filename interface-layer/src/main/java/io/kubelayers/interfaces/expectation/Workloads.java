package io.kubelayers.interfaces.expectation;

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
                .filter(pod -> workload(pod).equals(parts[1]))
                .toList();
        if (found.isEmpty()) {
            var there = pods.list().stream()
                    .map(pod -> pod.metadata().namespaceOrEmpty() + "/" + workload(pod))
                    .distinct()
                    .toList();
            throw new IllegalArgumentException("there is no pod or workload " + parts[0] + "/" + parts[1] + "; "
                    + NearestName.hint(parts[0] + "/" + parts[1], there));
        }
        return found;
    }

    /** The name of what made a pod, without the hash of a Deployment's revision; else its own. */
    private static String workload(Pod pod) {
        var metadata = pod.metadata();
        var owner = metadata.controllerOwner();
        if (owner.isEmpty()) {
            return metadata.nameOrEmpty();
        }
        var hash = "-" + metadata.labels().getOrDefault("pod-template-hash", "");
        var name = owner.get().name();
        return hash.length() > 1 && name.endsWith(hash) ? name.substring(0, name.length() - hash.length()) : name;
    }
}
