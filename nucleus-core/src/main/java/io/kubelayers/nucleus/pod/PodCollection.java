package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeCondition;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which pods nobody else will ever remove (pkg/controller/podgc/gc_controller.go).
 *
 * @param message what the pod is told, in its condition {@code DisruptionTarget}; "" if it is told nothing
 * @param finding why it goes
 */
public record PodCollection(String message, Finding finding) implements Explained {
    /** How many pods that have ended are kept, {@code --terminated-pod-gc-threshold}. */
    public static final int KEPT = 12_500;

    private static final String CODE = "pod.collection";
    private static final String OUT_OF_SERVICE = "node.kubernetes.io/out-of-service";

    /**
     * Whether a pod is to be removed for what has become of its node.
     *
     * @param node the node it is bound to, if that is there
     */
    public static Optional<PodCollection> of(Pod pod, Optional<Node> node) {
        var name = pod.metadata().nameOrEmpty();
        if (pod.spec().nodeName() == null) {
            return pod.metadata().isBeingDeleted()
                    ? Optional.of(
                            new PodCollection("", Finding.note(CODE, name, "it is being deleted and has no node")))
                    : Optional.empty();
        }
        if (node.isEmpty()) {
            return Optional.of(
                    new PodCollection("PodGC: node no longer exists", Finding.note(CODE, name, "its node is gone")));
        }
        boolean lost = pod.metadata().isBeingDeleted()
                && !isReady(node.get())
                && node.get().spec().taints().stream()
                        .anyMatch(taint -> taint.key().equals(OUT_OF_SERVICE));
        return lost
                ? Optional.of(new PodCollection("", Finding.note(CODE, name, "its node is out of service")))
                : Optional.empty();
    }

    private static boolean isReady(Node node) {
        return node.status().conditions().stream()
                .anyMatch(condition -> condition.type().equals(NodeCondition.Type.READY)
                        && condition.status().equals("True"));
    }

    /** The ended pods beyond the number that is kept, evicted ones first, then the oldest. */
    static List<Pod> tooMany(List<Pod> pods, int kept) {
        var ended = new ArrayList<Pod>();
        for (var pod : pods) {
            if (hasEnded(pod) && !pod.metadata().isBeingDeleted()) {
                ended.add(pod);
            }
        }
        if (ended.size() <= kept) {
            return List.of();
        }
        ended.sort(Comparator.comparing((Pod pod) -> !isEvicted(pod))
                .thenComparing(
                        pod -> pod.metadata().creationTimestamp(), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(pod -> pod.metadata().nameOrEmpty()));
        return ended.subList(0, ended.size() - kept);
    }

    private static boolean isEvicted(Pod pod) {
        return Pod.Phase.FAILED.equals(pod.status().phase())
                && "Evicted".equals(pod.status().reason());
    }

    static boolean hasEnded(Pod pod) {
        var phase = pod.status().phase();
        return Pod.Phase.SUCCEEDED.equals(phase) || Pod.Phase.FAILED.equals(phase);
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
