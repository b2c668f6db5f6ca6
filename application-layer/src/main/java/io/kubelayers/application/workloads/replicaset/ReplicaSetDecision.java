package io.kubelayers.application.workloads.replicaset;

import io.kubelayers.application.workloads.PodAvailability;
import io.kubelayers.application.workloads.PodDeletionOrder;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a ReplicaSet gets from the pods it has to the pods it wants.
 *
 * <p>Only active pods count: neither ended nor being deleted. At most {@link #BURST} pods are made or removed in one
 * step. Upstream source: {@code manageReplicas} in {@code pkg/controller/replicaset/replica_set.go}.
 *
 * @param wanted replicas asked for
 * @param active pods that count as replicas now
 * @param create number of pods to create
 * @param delete pods to delete, first to go first
 * @param finding why, with one child for each pod that goes
 */
public record ReplicaSetDecision(int wanted, List<Pod> active, int create, List<Pod> delete, Finding finding)
        implements Explained {
    /** Most pods that are created or deleted in one step. */
    public static final int BURST = 500;

    public ReplicaSetDecision {
        active = List.copyOf(active);
        delete = List.copyOf(delete);
    }

    /**
     * Decides for the pods that the set owns.
     *
     * @param replicaSet the set; one that is being deleted changes nothing
     * @param owned pods it manages, in any state
     * @param related pods of all sets with the same owner, its own included, which tell how full nodes are
     * @param now the time by which the ages of pods are compared
     */
    public static ReplicaSetDecision of(ReplicaSet replicaSet, List<Pod> owned, List<Pod> related, Instant now) {
        int wanted = replicas(replicaSet);
        var active = new ArrayList<Pod>();
        for (var pod : owned) {
            if (PodAvailability.isActive(pod)) {
                active.add(pod);
            }
        }
        int surplus = active.size() - wanted;
        var subject = "replicaset/" + replicaSet.metadata().name();
        if (replicaSet.metadata().deletionTimestamp() != null) {
            return new ReplicaSetDecision(
                    wanted, active, 0, List.of(), Finding.note("ReplicaSet", subject, "is being deleted: no change"));
        }
        int step = Math.min(Math.abs(surplus), BURST);
        var root = surplus == 0
                ? Finding.pass("ReplicaSet", subject, "has the " + wanted + " pods it wants")
                : Finding.note("ReplicaSet", subject, surplus < 0 ? "Too few replicas" : "Too many replicas")
                        .input("need", wanted)
                        .input("have", active.size())
                        .input(surplus < 0 ? "creating" : "deleting", step);
        if (surplus <= 0) {
            return new ReplicaSetDecision(wanted, active, step, List.of(), root);
        }
        var order = PodDeletionOrder.among(related, now);
        var victims = order.first(step, active);
        return new ReplicaSetDecision(wanted, active, 0, victims, root.because(reasons(order, victims, active)));
    }

    /** The replicas a set asks for: 1 if not said. */
    public static int replicas(ReplicaSet replicaSet) {
        var replicas = replicaSet.spec().replicas();
        return replicas == null ? 1 : replicas;
    }

    /** Each victim is compared with the pod that would have been next. */
    private static List<Finding> reasons(PodDeletionOrder order, List<Pod> victims, List<Pod> active) {
        var reasons = new ArrayList<Finding>();
        var survivor = next(order, victims, active);
        for (var victim : victims) {
            reasons.add(
                    survivor == null
                            ? Finding.note(
                                    "PodDeletionOrder",
                                    "pod/" + victim.metadata().name(),
                                    "goes, as all do")
                            : order.why(victim, survivor));
        }
        return reasons;
    }

    /** The pod that would go next; null if none is kept. */
    private static @Nullable Pod next(PodDeletionOrder order, List<Pod> victims, List<Pod> active) {
        Set<Pod> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        gone.addAll(victims);
        Pod next = null;
        for (var pod : active) {
            if (!gone.contains(pod) && (next == null || order.compare(pod, next) < 0)) {
                next = pod;
            }
        }
        return next;
    }

    @Override
    public String explain() {
        if (create > 0) {
            return "Too few replicas: need " + wanted + ", creating " + create;
        }
        if (!delete.isEmpty()) {
            return "Too many replicas: need " + wanted + ", deleting " + delete.size();
        }
        return finding.message();
    }
}
