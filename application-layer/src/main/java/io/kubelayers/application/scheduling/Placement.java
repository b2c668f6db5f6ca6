package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.Diagnosis;
import io.kubelayers.application.scheduling.framework.NodeStatuses;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreemptionPlan;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a pod goes, or why it goes nowhere.
 *
 * <pre>{@code
 * 0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had untolerated taint(s). no new claims to deallocate, preemption: 0/3 nodes are
 * available: 1 No preemption victims found for incoming pod, 2 Preemption is not helpful for scheduling.
 * }</pre>
 *
 * @param pod the pod
 * @param outcome the kind of answer
 * @param node the node it goes to; null unless the outcome is {@link Outcome#SCHEDULED}
 * @param nominatedNode the node where room is being made; {@code ""} when an earlier nomination is void, null when
 *     nothing is said about it
 * @param statuses what the filters said of each node
 * @param rejections every rejection of each node, in the snapshot's order, if asked for in detail; otherwise empty
 * @param scores of the feasible nodes; empty when fewer than two are feasible, unless asked for in detail
 * @param diagnosis why no node fits; null unless the outcome is {@link Outcome#UNSCHEDULABLE}
 * @param preemption who is evicted to make room; null if nobody
 * @param message the answer in upstream's words
 * @param notes what plugins noted without deciding by it
 */
public record Placement(
        PodInfo pod,
        Outcome outcome,
        @Nullable String node,
        @Nullable String nominatedNode,
        NodeStatuses statuses,
        List<List<Status>> rejections,
        ScoreTable scores,
        @Nullable Diagnosis diagnosis,
        @Nullable PreemptionPlan preemption,
        String message,
        List<Finding> notes)
        implements Explained {
    /** The kinds of answer. */
    public enum Outcome {
        /** A node was found. */
        SCHEDULED,
        /** No node fits. Upstream's condition reason {@code Unschedulable}. */
        UNSCHEDULABLE,
        /** The pod may not be tried yet. Upstream's condition reason {@code SchedulingGated}. */
        GATED,
        /** A plugin failed, so nothing is known. Upstream's condition reason {@code SchedulerError}. */
        FAILED
    }

    public Placement {
        rejections = List.copyOf(rejections);
        notes = List.copyOf(notes);
    }

    public boolean isScheduled() {
        return outcome == Outcome.SCHEDULED;
    }

    @Override
    public String explain() {
        return message;
    }

    /** What each node was to the pod, by name. Made when asked for. */
    public List<NodeVerdict> nodes() {
        var verdicts = new ArrayList<NodeVerdict>(statuses.size());
        for (int i = 0; i < statuses.size(); i++) {
            verdicts.add(verdict(i));
        }
        return verdicts;
    }

    /**
     * What this node was to the pod.
     *
     * @throws IllegalArgumentException if there is no such node
     */
    public NodeVerdict on(String name) {
        int index = statuses.snapshot().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no node named " + name);
        }
        return verdict(index);
    }

    private NodeVerdict verdict(int index) {
        var name = statuses.snapshot().node(index).name();
        var status = statuses.get(index);
        if (status.isSuccess() && statuses.isExplicit(index)) {
            var verdict = name.equals(node) ? NodeVerdict.Verdict.CHOSEN : NodeVerdict.Verdict.FEASIBLE;
            return new NodeVerdict(
                    name, verdict, List.of(), scores.scores(name), scores.has(name) ? scores.total(name) : 0);
        }
        boolean rejected = statuses.isExplicit(index)
                || diagnosis != null && !diagnosis.preFilterMessage().isEmpty();
        var reasons = rejections.isEmpty() || rejections.get(index).isEmpty()
                ? status.reasons().isEmpty() ? List.<Status>of() : List.of(status)
                : rejections.get(index);
        return new NodeVerdict(
                name,
                rejected ? NodeVerdict.Verdict.REJECTED : NodeVerdict.Verdict.NOT_EVALUATED,
                reasons,
                scores.scores(name),
                0);
    }

    @Override
    public Finding finding() {
        var subject = "pod/" + pod.key();
        var finding = isScheduled()
                ? Finding.pass("scheduling", subject, message)
                : Finding.fail("scheduling", subject, message);
        for (var verdict : nodes()) {
            finding = finding.because(verdict.finding());
        }
        return (preemption == null ? finding : finding.because(preemption.finding())).because(notes);
    }

    /** The verdicts as a table of text: a line for each node, a column for each plugin that scored. */
    public String toTable() {
        return PlacementTable.of(this);
    }

    /** A JSON object: the answer, the verdict of each node with rejections or scores, and whom preemption would evict. */
    public String toJson() {
        return Codec.json(SchedulingTrees.of(this, true));
    }

    @Override
    public String toString() {
        return pod.key() + ": " + message;
    }
}
