package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.QueuedPod;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.runtime.SeededRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The scheduler's decision without a cluster: where would this pod go, and why?
 *
 * <pre>{@code
 * Placement placement = Scheduling.on(nodes, pods).place(pod);
 * placement.explain();    // 0/3 nodes are available: 1 Insufficient cpu, 2 node(s) were unschedulable. preemption: …
 * placement.toTable();    // each node's rejection or scores
 *
 * Scheduling.on(nodes, pods)
 *         .whatIf(cluster -> cluster.cordon("n1").without(noisyPod))
 *         .place(pod);
 * }</pre>
 *
 * <p>Immutable and pure: the same question gets the same answer, whatever was asked before. Of several best nodes one is
 * drawn by chance; chance is made of the {@link #seed} and the pod's name, so the draw repeats too.
 */
public final class Scheduling {
    private final Snapshot snapshot;
    private final ClusterObjects objects;
    private final Framework framework;
    private final long seed;
    private final boolean inDetail;

    private Scheduling(Snapshot snapshot, ClusterObjects objects, Framework framework, long seed, boolean inDetail) {
        this.snapshot = snapshot;
        this.objects = objects;
        this.framework = framework;
        this.seed = seed;
        this.inDetail = inDetail;
    }

    /** On these nodes with these pods on them, by the default profile. Pods that wait for a node are left out. */
    public static Scheduling on(Collection<Node> nodes, Collection<Pod> pods) {
        return on(Snapshot.of(nodes, pods));
    }

    /** On this cluster, by the default profile. */
    public static Scheduling on(Snapshot snapshot) {
        return new Scheduling(snapshot, ClusterObjects.NONE, Framework.of(Profile.standard()), 0, false);
    }

    /** By another profile. */
    public Scheduling by(Profile profile) {
        return new Scheduling(snapshot, objects, Framework.of(profile), seed, inDetail);
    }

    /**
     * In a cluster with these objects too: volumes, claims, namespaces, services … Kinds that no plugin reads are passed
     * over. What the governance layer knows comes with {@link #with(ClusterObjects)}.
     */
    public Scheduling with(Collection<? extends KubernetesObject> others) {
        return with(ListedObjects.of(others));
    }

    /** In a cluster with these objects too. */
    public Scheduling with(ClusterObjects others) {
        return new Scheduling(snapshot, others, framework, seed, inDetail);
    }

    /** With other chance. */
    public Scheduling seed(long seed) {
        return new Scheduling(snapshot, objects, framework, seed, inDetail);
    }

    /**
     * With every rejection of a node explained, not only the first, and scores even where only one node fits. Costs
     * time, changes no decision.
     */
    public Scheduling inDetail() {
        return new Scheduling(snapshot, objects, framework, seed, true);
    }

    /** On the cluster as it would be. */
    public Scheduling whatIf(UnaryOperator<Snapshot> change) {
        return new Scheduling(change.apply(snapshot), objects, framework, seed, inDetail);
    }

    /** The cluster asked about. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** Where this pod would go. */
    public Placement place(Pod pod) {
        return place(PodInfo.of(pod), 0).placement();
    }

    private Decision place(PodInfo pod, int start) {
        var random = SeededRandom.of(seed * 31 + pod.key().hashCode());
        return new Decider(framework, snapshot, objects, inDetail).decide(pod, start, random);
    }

    /**
     * Where all of these would go, one after the other in the order of the queue (the profile's, then as given), each
     * on the cluster as those before left it.
     */
    public Placements placeAll(Collection<Pod> pods) {
        var cluster = this;
        int start = 0;
        var placements = new ArrayList<Placement>();
        for (var pod : queued(pods)) {
            var decision = cluster.place(pod, start);
            start = decision.nextStart();
            placements.add(decision.placement());
            var node = decision.placement().node();
            if (node != null) {
                cluster = cluster.whatIf(before -> before.with(pod.on(node)));
            }
        }
        return new Placements(placements, cluster.snapshot);
    }

    private List<PodInfo> queued(Collection<Pod> pods) {
        var sort = framework.queueSort();
        var queue = new ArrayList<QueuedPod>();
        for (var pod : pods) {
            queue.add(new QueuedPod(PodInfo.of(pod), Instant.EPOCH, 0));
        }
        queue.sort((first, second) -> sort.less(first, second) ? -1 : sort.less(second, first) ? 1 : 0);
        return queue.stream().map(QueuedPod::pod).toList();
    }

    /**
     * How many pods like this one would fit, and what stops the next. They are named after the pod, with {@code -0},
     * {@code -1} …
     *
     * @param limit stop counting there
     */
    public Capacity capacityFor(Pod pod, int limit) {
        return Capacity.of(this, pod, limit);
    }

    /**
     * The fewest nodes of these shapes that must be added so that all the pods fit.
     *
     * @param shapes a node for each, its name and labels are numbered; earlier ones are preferred
     * @param most how many nodes may be added
     */
    public Fleet smallestFleet(List<Node> shapes, Collection<Pod> pods, int most) {
        return Fleet.of(this, shapes, pods, most);
    }

    /** What another profile would make of the same pods. */
    public Comparison compare(Profile other, Collection<Pod> pods) {
        return new Comparison(placeAll(pods), by(other).placeAll(pods));
    }

    /**
     * Where the pods of these nodes would go if the nodes were drained: the nodes are cordoned, and all their pods but
     * those of DaemonSets and static ones look for another node.
     */
    public Placements drain(String... nodes) {
        var evicted = new ArrayList<Pod>();
        var cluster = snapshot;
        for (var name : nodes) {
            cluster = cluster.cordon(name);
        }
        for (var name : nodes) {
            for (var pod : Eviction.movable(cluster, name)) {
                cluster = cluster.without(pod.key());
                evicted.add(Eviction.unbound(pod.pod()));
            }
        }
        var drained = cluster;
        return whatIf(before -> drained).placeAll(evicted);
    }
}
