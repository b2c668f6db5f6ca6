package io.kubelayers.application.scheduling.golden;

import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Resources;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.golden.Expected.NodeAnswer;
import io.kubelayers.application.scheduling.golden.Expected.Rejection;
import io.kubelayers.golden.GoldenCase;
import io.kubelayers.nucleus.core.NodeSelectorTerm;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What Kubernetes 1.35 answers differently from the 1.26 that the cases were recorded from, each with what changed.
 * Nothing else may differ.
 */
final class VersionDifferences {
    private static final String FIT = "NodeResourcesFit";
    private static final String BALANCED = "NodeResourcesBalancedAllocation";
    private static final String IMAGES = "ImageLocality";
    private static final String UNRESOLVABLE = "UnschedulableAndUnresolvable";
    private static final String NOT_HELPFUL = "Preemption is not helpful for scheduling";

    /** Score plugins that are not there yet. What they would add is taken off the recorded sums. */
    private static final Set<String> MISSING = Set.of("PodTopologySpread", "InterPodAffinity", "VolumeBinding");

    private final Snapshot snapshot;
    private final Pod pod;
    private final Expected recorded;
    private final List<Object> tags;

    VersionDifferences(GoldenCase c, Snapshot snapshot, Pod pod, Expected recorded) {
        this.snapshot = snapshot;
        this.pod = pod;
        this.recorded = recorded;
        this.tags = tags(c);
    }

    private static List<Object> tags(GoldenCase c) {
        return c.has("tags") ? new ArrayList<>(c.list("tags")) : List.of();
    }

    /**
     * Cases of which nothing can be compared. 1.26 rejected pods for resources they do not request when the node is
     * overcommitted in them (since 1.28 a zero request never fails). It ended the cycle with an error when a pod named a
     * node that does not exist (since 1.27.x such a node is passed over). And it rejected a pod one of whose affinity
     * terms names two nodes at once, even if another term can be met (since 1.28 all terms must conflict).
     */
    static boolean isComparable(GoldenCase c) {
        var expect = c.part("expect");
        boolean missingNode = String.valueOf(expect.get("error")).contains("not found");
        boolean conflict = String.valueOf(expect.get("preFilter")).contains("pod affinity terms conflict");
        return !tags(c).contains("zero-request-overcommitted") && !missingNode && !(conflict && !allTermsConflict(c));
    }

    private static boolean allTermsConflict(GoldenCase c) {
        var affinity = GoldenCluster.pod(c).spec().affinity();
        return Objects.requireNonNull(affinity)
                .nodeAffinity()
                .requiredDuringSchedulingIgnoredDuringExecution()
                .nodeSelectorTerms()
                .stream()
                .allMatch(VersionDifferences::namesNoNode);
    }

    private static boolean namesNoNode(NodeSelectorTerm term) {
        var named = term.matchFields().stream()
                .filter(field -> field.operator().equals("In"))
                .map(field -> new TreeSet<>(field.values()))
                .reduce((first, second) -> {
                    first.retainAll(second);
                    return first;
                });
        return named.isPresent() && named.get().isEmpty();
    }

    /**
     * A request greater than what the whole node has is unresolvable since 1.31: no eviction would help. 1.26 said
     * Unschedulable.
     */
    NodeAnswer answer(String node) {
        var answer = recorded.nodes.get(node);
        var all = answer.allRejections();
        return new NodeAnswer(
                answer.verdict(),
                answer.rejection() == null ? null : current(node, answer.rejection()),
                all == null
                        ? null
                        : all.stream()
                                .map(rejection -> current(node, rejection))
                                .toList(),
                answer.scores());
    }

    private Rejection current(String node, Rejection recorded) {
        return recorded.plugin().equals(FIT) && exceedsWholeNode(node)
                ? new Rejection(FIT, UNRESOLVABLE, recorded.reasons())
                : recorded;
    }

    private boolean exceedsWholeNode(String name) {
        var node = snapshot.node(name);
        var wanted = PodInfo.of(pod).requests();
        var has = node == null ? Resources.NONE : node.allocatable();
        return wanted.milliCpu() > has.milliCpu()
                || wanted.memory() > has.memory()
                || wanted.ephemeralStorage() > has.ephemeralStorage()
                || wanted.scalarNames().stream().anyMatch(scalar -> wanted.scalar(scalar) > has.scalar(scalar));
    }

    /** Nodes left out by PreFilter are counted in the message since 1.27.x, in these words since 1.33. */
    @Nullable
    String fitError() {
        if (recorded.fitError == null || !tags.contains("prefilter-node-names")) {
            return recorded.fitError;
        }
        var reasons = new ArrayList<List<String>>();
        recorded.nodes.forEach((name, answer) -> {
            var rejection = answer.rejection();
            reasons.add(
                    rejection == null
                            ? List.of("node(s) didn't satisfy plugin(s) [NodeAffinity]")
                            : rejection.reasons());
        });
        return message(reasons);
    }

    /**
     * Since 1.27 the preemption message does not get a second full stop, and with the changes above it counts fewer
     * nodes as worth a try.
     */
    @Nullable
    String message() {
        if (recorded.message == null || recorded.notCandidates == null) {
            return null;
        }
        var reasons = new ArrayList<List<String>>();
        recorded.notCandidates.forEach((node, why) -> {
            var verdict = recorded.nodes.get(node);
            boolean notLookedAt = verdict != null && verdict.verdict().equals("notEvaluated");
            boolean tooSmall = verdict != null
                    && verdict.rejection() != null
                    && verdict.rejection().plugin().equals(FIT)
                    && exceedsWholeNode(node);
            reasons.add(notLookedAt || tooSmall ? List.of(NOT_HELPFUL) : why);
        });
        return fitError() + " preemption: " + message(reasons);
    }

    private String message(List<List<String>> reasonsOfNodes) {
        var counts = new TreeMap<String, Integer>();
        for (var reasons : reasonsOfNodes) {
            reasons.forEach(reason -> counts.merge(reason, 1, Integer::sum));
        }
        var counted = new ArrayList<String>();
        counts.forEach((reason, count) -> counted.add(count + " " + reason));
        Collections.sort(counted);
        return "0/" + snapshot.size() + " nodes are available: " + String.join(", ", counted) + ".";
    }

    /**
     * The recorded scores of a node without those of missing plugins, of plugins that skip the pod by now, and of
     * images.
     */
    Map<String, Long> scores(NodeAnswer answer) {
        var scores = new TreeMap<>(answer.scores() == null ? Map.<String, Long>of() : answer.scores());
        scores.keySet().removeAll(MISSING);
        if (requestsNothing()) {
            scores.remove(BALANCED); // since 1.33: nothing to balance, and all such pods went to one node
        }
        if (!pod.spec().initContainers().isEmpty()) {
            scores.remove(IMAGES); // compared by imageScore()
        }
        scores.values().removeIf(score -> score == 0); // NodeAffinity is skipped without preferences since 1.27
        return scores;
    }

    private boolean requestsNothing() {
        var requests = PodInfo.of(pod).requests();
        return requests.milliCpu() == 0 && requests.memory() == 0;
    }

    /** The pod as it scores: 1.26 counted a cpu overhead of 250m as 1m in the scores (and right in the filters). */
    Pod scoredPod() {
        var cpu = pod.spec().overhead().get(ResourceName.CPU);
        if (cpu == null || !tags.contains("cpu-overhead-in-score")) {
            return pod;
        }
        var overhead = new TreeMap<>(pod.spec().overhead());
        overhead.put(ResourceName.CPU, Quantity.ofMilli(cpu.value(), Quantity.Format.DECIMAL_SI));
        return pod.withSpec(pod.spec().withOverhead(overhead));
    }

    /** The recorded image score of a node, where init containers, which count since 1.29, keep it from being compared. */
    void checkImageScores(BiConsumer<Map<String, Long>, Map<String, Long>> same) {
        if (pod.spec().initContainers().isEmpty()) {
            return;
        }
        var without = pod.withSpec(pod.spec().withInitContainers(List.of()));
        Placement placement = Scheduling.on(snapshot).inDetail().place(without);
        var ours = new TreeMap<String, Long>();
        var theirs = new TreeMap<String, Long>();
        recorded.nodes.forEach((node, answer) -> {
            if (answer.scores() != null && placement.scores().has(node)) {
                ours.put(node, placement.scores().scores(node).get(IMAGES));
                theirs.put(node, answer.scores().get(IMAGES));
            }
        });
        same.accept(ours, theirs);
    }
}
