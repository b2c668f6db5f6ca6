package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerRestartPolicy;
import io.kubelayers.nucleus.core.ContainerStatus;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Which pods a ReplicaSet gives up first when it has too many.
 *
 * <p>Rules, in order; the first that tells two pods apart decides which of them goes:
 *
 * <ol>
 *   <li>a pod without a node before one that has a node
 *   <li>Pending before Unknown before Running
 *   <li>not ready before ready
 *   <li>the lower {@code controller.kubernetes.io/pod-deletion-cost} annotation (0 if absent or malformed)
 *   <li>the pod that shares its node with more related pods (those of all ReplicaSets of the same owner)
 *   <li>the pod that became ready later
 *   <li>the pod with more container restarts, then with more sidecar restarts
 *   <li>the younger pod
 * </ol>
 *
 * Times are compared by the power of two of their age, so that pods of about the same age go in random order: by uid.
 * That makes the relation not quite transitive, which is why a heap picks the pods and no sort: it needs O(n + k log n)
 * comparisons for k of n pods and no consistency. Upstream source: {@code ActivePodsWithRanks} in {@code
 * pkg/controller/controller_utils.go}.
 */
public final class PodDeletionOrder {
    /** Annotation by which a user says how much the loss of a pod hurts compared with its siblings. */
    public static final String DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";

    private final HashMap<String, Integer> relatedOnNode = new HashMap<>();
    private final Instant now;

    private PodDeletionOrder(Iterable<Pod> related, Instant now) {
        this.now = now;
        for (var pod : related) {
            if (PodAvailability.isActive(pod)) {
                relatedOnNode.merge(nodeName(pod), 1, Integer::sum);
            }
        }
    }

    /** The order at an instant, among pods that count as related when they share a node. */
    public static PodDeletionOrder among(Iterable<Pod> related, Instant now) {
        return new PodDeletionOrder(related, now);
    }

    /** The pods to delete so that {@code count} fewer remain, first to go first. */
    public List<Pod> first(int count, List<Pod> pods) {
        if (count >= pods.size()) {
            return List.copyOf(pods);
        }
        var heap = new PriorityQueue<Pod>(Math.max(1, pods.size()), this::compare);
        heap.addAll(pods);
        var chosen = new ArrayList<Pod>(count);
        for (int i = 0; i < count; i++) {
            chosen.add(heap.remove());
        }
        return List.copyOf(chosen);
    }

    /** Negative if the first pod should go before the second. */
    public int compare(Pod a, Pod b) {
        for (var rule : Rule.values()) {
            var order = compare(rule, a, b);
            if (order != null && order != 0) {
                return order;
            }
        }
        return ObjectOrder.BY_NAME.compare(a, b);
    }

    /** Why the first pod goes rather than the second. */
    public Finding why(Pod victim, Pod survivor) {
        var subject = "pod/" + victim.metadata().name();
        for (var rule : Rule.values()) {
            var order = compare(rule, victim, survivor);
            if (order != null && order != 0) {
                return Finding.note(
                                "PodDeletionOrder",
                                subject,
                                order < 0
                                        ? rule.reason
                                        : "goes although " + survivor.metadata().name() + " would come first by "
                                                + rule.name())
                        .input("rule", rule)
                        .input("value", value(rule, victim))
                        .input("value of " + survivor.metadata().name(), value(rule, survivor));
            }
        }
        return Finding.note("PodDeletionOrder", subject, "is equal to the pods kept; the order of names decides");
    }

    private enum Rule {
        UNASSIGNED("has no node yet"),
        PHASE("is in an earlier phase"),
        READINESS("is not ready"),
        DELETION_COST("has the lower deletion cost"),
        SPREAD("shares its node with more related pods"),
        READY_TIME("became ready later"),
        RESTARTS("has restarted more often"),
        SIDECAR_RESTARTS("has sidecars that restarted more often"),
        AGE("is younger");

        private final String reason;

        Rule(String reason) {
            this.reason = reason;
        }
    }

    private @Nullable Integer compare(Rule rule, Pod a, Pod b) {
        return switch (rule) {
            case UNASSIGNED -> Boolean.compare(
                    !nodeName(a).isEmpty(), !nodeName(b).isEmpty());
            case PHASE -> Integer.compare(phaseOrdinal(a), phaseOrdinal(b));
            case READINESS -> Boolean.compare(PodAvailability.isReady(a), PodAvailability.isReady(b));
            case DELETION_COST -> Integer.compare(deletionCost(a), deletionCost(b));
            case SPREAD -> Integer.compare(related(b), related(a));
            case READY_TIME -> PodAvailability.isReady(a)
                    ? compareTimes(PodAvailability.readySince(a), PodAvailability.readySince(b), a, b)
                    : null;
            case RESTARTS -> Integer.compare(restarts(b), restarts(a));
            case SIDECAR_RESTARTS -> Integer.compare(sidecarRestarts(b), sidecarRestarts(a));
            case AGE -> compareTimes(
                    a.metadata().creationTimestamp(), b.metadata().creationTimestamp(), a, b);
        };
    }

    private Object value(Rule rule, Pod pod) {
        return switch (rule) {
            case UNASSIGNED -> nodeName(pod).isEmpty() ? "none" : nodeName(pod);
            case PHASE -> String.valueOf(pod.status().phase());
            case READINESS -> PodAvailability.isReady(pod);
            case DELETION_COST -> deletionCost(pod);
            case SPREAD -> related(pod);
            case READY_TIME -> String.valueOf(PodAvailability.readySince(pod));
            case RESTARTS -> restarts(pod);
            case SIDECAR_RESTARTS -> sidecarRestarts(pod);
            case AGE -> String.valueOf(pod.metadata().creationTimestamp());
        };
    }

    /** The later time goes first, an unknown one before all; 0 if equal to the second, by uid if of like age. */
    private int compareTimes(@Nullable Instant a, @Nullable Instant b, Pod podA, Pod podB) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        if (a.equals(b)) {
            return 0;
        }
        int order = Integer.compare(magnitude(a), magnitude(b));
        return order != 0 ? order : ObjectOrder.BY_UID.compare(podA, podB);
    }

    /** The power of two of an age in nanoseconds; -1 for the future. */
    private int magnitude(Instant then) {
        var age = Duration.between(then, now);
        return age.isNegative() || age.isZero() ? -1 : Math.getExponent(age.getSeconds() * 1e9 + age.getNano());
    }

    private int related(Pod pod) {
        return relatedOnNode.getOrDefault(nodeName(pod), 0);
    }

    private static String nodeName(Pod pod) {
        var node = pod.spec().nodeName();
        return node == null ? "" : node;
    }

    /** Pending and no phase at all are the least loss, then Unknown; every other phase is as good as Running. */
    private static int phaseOrdinal(Pod pod) {
        var phase = pod.status().phase();
        if (Pod.Phase.UNKNOWN.equals(phase)) {
            return 1;
        }
        return Pod.Phase.RUNNING.equals(phase) ? 2 : 0;
    }

    /** A 32-bit decimal without plus sign or leading zeros, else 0. */
    static int deletionCost(Pod pod) {
        var text = pod.metadata().annotations().get(DELETION_COST);
        if (text == null || !text.matches("0|[1-9][0-9]*|-[0-9]+")) {
            return 0;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException outOfRange) {
            return 0;
        }
    }

    private static int restarts(Pod pod) {
        int most = 0;
        for (var status : pod.status().containerStatuses()) {
            most = Math.max(most, status.restartCount());
        }
        return most;
    }

    private static int sidecarRestarts(Pod pod) {
        var sidecars = new HashSet<String>();
        for (Container container : pod.spec().initContainers()) {
            if (ContainerRestartPolicy.ALWAYS.equals(container.restartPolicy())) {
                sidecars.add(container.name());
            }
        }
        int most = 0;
        for (ContainerStatus status : pod.status().initContainerStatuses()) {
            if (sidecars.contains(status.name())) {
                most = Math.max(most, status.restartCount());
            }
        }
        return most;
    }
}
