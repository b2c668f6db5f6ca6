package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.affinity.Taints;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A row of changes to a cluster that are only thought: {@link #commit} gives the cluster with them, {@link #rollback} the one
 * before them. Immutable, each step gives another; snapshots share what does not change, so a step costs what it changes and
 * keeping both ends costs nothing.
 *
 * <pre>{@code
 * var plan = Scheduling.on(nodes, pods).whatIf().adding(large).draining("old-1", "old-2").placing(more);
 * var cluster = plan.allScheduled() ? plan.commit() : plan.rollback();
 * }</pre>
 *
 * @param before the cluster and scheduler as they are
 * @param after as they would be
 * @param steps what was done, and what came of it
 */
public record WhatIf(Scheduling before, Scheduling after, List<Step> steps) implements Explained {
    /**
     * One change.
     *
     * @param what such as {@code drain old-1}
     * @param placements where pods went for it; none if it moved none
     */
    public record Step(String what, List<Placement> placements) {
        public Step {
            placements = List.copyOf(placements);
        }

        boolean isWell() {
            return placements.stream().allMatch(Placement::isScheduled);
        }

        @Override
        public String toString() {
            if (placements.isEmpty()) {
                return what;
            }
            long placed = placements.stream().filter(Placement::isScheduled).count();
            return what + ": " + placed + " of " + placements.size() + (placements.size() == 1 ? " pod" : " pods")
                    + " found a node";
        }
    }

    public WhatIf {
        steps = List.copyOf(steps);
    }

    static WhatIf on(Scheduling scheduling) {
        return new WhatIf(scheduling, scheduling, List.of());
    }

    private WhatIf step(String what, Scheduling next, List<Placement> placements) {
        var more = new ArrayList<>(steps);
        more.add(new Step(what, placements));
        return new WhatIf(before, next, more);
    }

    private WhatIf change(String what, UnaryOperator<Snapshot> change) {
        return step(what, after.whatIf(change), List.of());
    }

    private NodeInfo known(String name) {
        var node = after.snapshot().node(name);
        if (node == null) {
            throw new IllegalArgumentException("no node named " + name);
        }
        return node;
    }

    /** With these pods placed. */
    public WhatIf placing(Collection<Pod> pods) {
        var placements = after.placeAll(pods);
        return step(
                "place " + pods.size() + (pods.size() == 1 ? " pod" : " pods"),
                after.whatIf(cluster -> placements.after()),
                placements.placements());
    }

    /** Without this pod ({@code namespace/name}). */
    public WhatIf removingPod(String key) {
        return change("remove pod " + key, cluster -> cluster.without(key));
    }

    /** With this node, or with it in place of the one of its name. */
    public WhatIf adding(Node node) {
        return change("add node " + node.metadata().nameOrEmpty(), cluster -> cluster.withNode(node));
    }

    /**
     * Without this node and the pods on it; the pods do not look for another, as after a power cut before anybody reacts.
     *
     * @throws IllegalArgumentException if there is no such node
     */
    public WhatIf removing(String node) {
        var pods = List.copyOf(known(node).pods());
        return change("remove node " + node, cluster -> {
            var left = cluster;
            for (var pod : pods) {
                left = left.without(pod.key());
            }
            return left.withoutNode(node);
        });
    }

    /**
     * With these nodes cordoned and their pods, but those of DaemonSets and static ones, on others where they fit.
     *
     * @throws IllegalArgumentException if there is no such node
     */
    public WhatIf draining(String... nodes) {
        var placements = after.drain(nodes);
        return step(
                "drain " + String.join(", ", nodes),
                after.whatIf(cluster -> placements.after()),
                placements.placements());
    }

    /**
     * With this node closed for new pods.
     *
     * @throws IllegalArgumentException if there is no such node
     */
    public WhatIf cordoning(String node) {
        return change("cordon " + node, cluster -> cluster.cordon(node));
    }

    /**
     * With this node open for new pods.
     *
     * @throws IllegalArgumentException if there is no such node
     */
    public WhatIf uncordoning(String node) {
        return change("uncordon " + node, cluster -> cluster.uncordon(node));
    }

    /**
     * With this taint on the node; pods that are there stay.
     *
     * @throws IllegalArgumentException if there is no such node
     */
    public WhatIf tainting(String node, Taint taint) {
        var taints = new ArrayList<>(known(node).node().spec().taints());
        taints.removeIf(
                other -> other.key().equals(taint.key()) && other.effect().equals(taint.effect()));
        taints.add(taint);
        return tainted("taint " + node + " " + Taints.text(taint), node, taints);
    }

    /**
     * Without taints of this key on the node.
     *
     * @throws IllegalArgumentException if there is no such node
     */
    public WhatIf untainting(String node, String key) {
        var taints = new ArrayList<>(known(node).node().spec().taints());
        taints.removeIf(taint -> taint.key().equals(key));
        return tainted("untaint " + node + " " + key, node, taints);
    }

    private WhatIf tainted(String what, String name, List<Taint> taints) {
        var node = known(name).node();
        return change(
                what, cluster -> cluster.withNode(node.withSpec(node.spec().withTaints(taints))));
    }

    /** With another profile for what follows. */
    public WhatIf by(Profile profile) {
        return step("schedule by profile " + profile.schedulerName(), after.by(profile), List.of());
    }

    /** Whether every pod that had to find a node found one. */
    public boolean allScheduled() {
        return steps.stream().allMatch(Step::isWell);
    }

    /** The pods that found no node. */
    public List<Placement> unscheduled() {
        var unscheduled = new ArrayList<Placement>();
        for (var step : steps) {
            step.placements().stream()
                    .filter(placement -> !placement.isScheduled())
                    .forEach(unscheduled::add);
        }
        return unscheduled;
    }

    /** The cluster and scheduler with all these changes. */
    public Scheduling commit() {
        return after;
    }

    /** The cluster and scheduler without them. */
    public Scheduling rollback() {
        return before;
    }

    @Override
    public String explain() {
        return steps.isEmpty()
                ? "nothing is changed"
                : String.join("; ", steps.stream().map(Step::toString).toList());
    }

    @Override
    public Finding finding() {
        var finding = allScheduled()
                ? Finding.pass("scheduling.whatif", "", explain())
                : Finding.fail("scheduling.whatif", "", explain());
        for (var step : steps) {
            var one = step.isWell()
                    ? Finding.pass("scheduling.step", "", step.toString())
                    : Finding.fail("scheduling.step", "", step.toString());
            finding = finding.because(one.because(
                    step.placements().stream().map(Placement::finding).toList()));
        }
        return finding;
    }
}
