package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.QueueSortPlugin;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.runtime.SeededRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
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
    private final List<Framework> frameworks;
    private final long seed;
    private final boolean inDetail;
    private final boolean evicting;

    private Scheduling(
            Snapshot snapshot,
            ClusterObjects objects,
            List<Framework> frameworks,
            long seed,
            boolean inDetail,
            boolean evicting) {
        this.snapshot = snapshot;
        this.objects = objects;
        this.frameworks = frameworks;
        this.seed = seed;
        this.inDetail = inDetail;
        this.evicting = evicting;
    }

    /** On these nodes with these pods on them, by the default profile. Pods that wait for a node are left out. */
    public static Scheduling on(Collection<Node> nodes, Collection<Pod> pods) {
        return on(Snapshot.of(nodes, pods));
    }

    /** On this cluster, by the default profile. */
    public static Scheduling on(Snapshot snapshot) {
        return new Scheduling(
                snapshot, ClusterObjects.NONE, List.of(Framework.of(Profile.standard())), 0, false, false);
    }

    /** By another profile, whichever scheduler pods name. */
    public Scheduling by(Profile profile) {
        return by(List.of(profile));
    }

    /**
     * By these profiles: if there are several, each pod by the one that its {@code spec.schedulerName} names.
     *
     * @throws IllegalArgumentException if there are none or two have one name; when a pod is placed that names none of
     *     several
     */
    public Scheduling by(Collection<Profile> profiles) {
        var names = profiles.stream().map(Profile::schedulerName).toList();
        if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("profiles must have different names, at least one: " + names);
        }
        var made = profiles.stream().map(Framework::of).toList();
        return new Scheduling(snapshot, objects, made, seed, inDetail, evicting);
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
        return new Scheduling(snapshot, others, frameworks, seed, inDetail, evicting);
    }

    /** With other chance. */
    public Scheduling seed(long seed) {
        return new Scheduling(snapshot, objects, frameworks, seed, inDetail, evicting);
    }

    /**
     * With every rejection of a node explained, not only the first, and scores even where only one node fits. Costs
     * time, changes no decision.
     */
    public Scheduling inDetail() {
        return new Scheduling(snapshot, objects, frameworks, seed, true, evicting);
    }

    /**
     * With preemption carried out where many pods are placed: victims are gone at once, and those that a controller owns join
     * the queue again, as in a cluster some moments later.
     */
    public Scheduling evicting() {
        return new Scheduling(snapshot, objects, frameworks, seed, inDetail, true);
    }

    boolean isEvicting() {
        return evicting;
    }

    /** On the cluster as it would be. */
    public Scheduling whatIf(UnaryOperator<Snapshot> change) {
        return new Scheduling(change.apply(snapshot), objects, frameworks, seed, inDetail, evicting);
    }

    /** A row of changes to try out, each on top of those before, to be kept or dropped together. */
    public WhatIf whatIf() {
        return WhatIf.on(this);
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
        return decide(snapshot, pod, start);
    }

    /** The decision about a pod on another state of the cluster. */
    Decision decide(Snapshot cluster, PodInfo pod, int start) {
        var random = SeededRandom.of(seed * 31 + pod.key().hashCode());
        return new Decider(framework(pod), cluster, objects, inDetail).decide(pod, start, random);
    }

    private Framework framework(PodInfo pod) {
        if (frameworks.size() == 1) {
            return frameworks.get(0);
        }
        var given = pod.spec().schedulerName();
        var name = given == null || given.isEmpty() ? Profile.DEFAULT_SCHEDULER : given;
        for (var framework : frameworks) {
            if (framework.profile().schedulerName().equals(name)) {
                return framework;
            }
        }
        throw new IllegalArgumentException(
                "pod " + pod.key() + " waits for scheduler \"" + name + "\", which is not here");
    }

    QueueSortPlugin queueSort() {
        return frameworks.get(0).queueSort();
    }

    /** Whether a rule is asked about nodes in every profile. */
    boolean filtersBy(String plugin) {
        return frameworks.stream().allMatch(framework -> framework.profile().plugins().stream()
                .anyMatch(enabled -> enabled.plugin().name().equals(plugin) && enabled.at(ExtensionPoint.FILTER)));
    }

    /**
     * Where all of these would go, one after the other in the order of the queue (the profile's, then as given), each
     * on the cluster as those before left it.
     */
    public Placements placeAll(Collection<Pod> pods) {
        return placeAll(pods, placement -> {});
    }

    /** The same; the listener is told of each placement at once. */
    public Placements placeAll(Collection<Pod> pods, Consumer<Placement> listener) {
        return new QueueRun(this, pods, listener).run();
    }

    /** Whether all of these find a node; quicker than {@link #placeAll} where they don't. */
    public boolean fits(Collection<Pod> pods) {
        return new QueueRun(this, pods, placement -> {}).allFit();
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
        return smallestFleet(shapes, pods, most, tries -> {});
    }

    /** The same; the listener is told how many sets of nodes have been tried. */
    public Fleet smallestFleet(List<Node> shapes, Collection<Pod> pods, int most, IntConsumer listener) {
        return new FleetSearch(this, shapes, pods, most, listener).run();
    }

    /** What another profile would make of the same pods. */
    public Comparison compare(Profile other, Collection<Pod> pods) {
        return compare(by(other), pods);
    }

    /** What another scheduler, or the same on another cluster, would make of the same pods. */
    public Comparison compare(Scheduling other, Collection<Pod> pods) {
        return new Comparison(placeAll(pods), other.placeAll(pods));
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
