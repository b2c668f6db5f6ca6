package io.kubelayers.application.scheduling.golden;

import io.kubelayers.application.scheduling.ListedObjects;
import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Resources;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.golden.Expected.NodeAnswer;
import io.kubelayers.application.scheduling.golden.Expected.Rejection;
import io.kubelayers.golden.GoldenCase;
import io.kubelayers.nucleus.core.NodeSelectorTerm;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.core.TopologySpreadConstraint;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.LabelSelectorBuilder;
import io.kubelayers.nucleus.meta.LabelSelectorRequirement;
import io.kubelayers.nucleus.pod.PodConditions;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private static final String SPREAD = "PodTopologySpread";
    static final String EXCLUSIVE =
            "node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode";

    /** What all pods are selected by. */
    private static final LabelSelector ALL_PODS = LabelSelectorBuilder.builder()
            .matchExpressions(List.of(new LabelSelectorRequirement("never-there", "DoesNotExist", List.of())))
            .build();

    private final Scheduling scheduling;
    private final Snapshot snapshot;
    private final ListedObjects others;
    private final Pod pod;
    private final Expected recorded;
    private final List<Object> tags;

    VersionDifferences(GoldenCase c, Scheduling scheduling, Pod pod, Expected recorded) {
        this.scheduling = scheduling;
        this.snapshot = scheduling.snapshot();
        this.others = GoldenCluster.others(c);
        this.pod = pod;
        this.recorded = recorded;
        this.tags = tags(c);
    }

    private static List<Object> tags(GoldenCase c) {
        return c.has("tags") ? new ArrayList<>(c.list("tags")) : List.of();
    }

    /**
     * Cases of which only the outcome can be compared: 1.26 ended the cycle with an error when a pod named a node that does not
     * exist; since 1.27.x such a node is passed over.
     */
    static boolean isAnsweredByNow(GoldenCase expect) {
        return String.valueOf(expect.get("error")).contains("not found");
    }

    /** The profile to try the pod by: with old plugins where what they did decides about all the rest. */
    static Profile profile(GoldenCase c) {
        var rejection = String.valueOf(c.part("expect").get("preFilter"));
        boolean isOther = rejection.contains("pod affinity terms conflict") || rejection.contains(EXCLUSIVE);
        return isOther || tags(c).contains("zero-request-overcommitted")
                ? OldPlugins.profile()
                : OldPlugins.inOldWords();
    }

    /**
     * A spread constraint with an empty selector counted all pods; since 1.27 it counts none. So the pod gets a selector that
     * selects all pods without being empty.
     */
    static Pod countingAll(Pod pod) {
        var constraints = new ArrayList<TopologySpreadConstraint>();
        for (var constraint : pod.spec().topologySpreadConstraints()) {
            constraints.add(
                    Selector.of(constraint.labelSelector()).isEverything()
                            ? constraint.withLabelSelector(ALL_PODS)
                            : constraint);
        }
        return pod.withSpec(pod.spec().withTopologySpreadConstraints(constraints));
    }

    static List<NodeSelectorTerm> requiredTerms(Pod pod) {
        var affinity = pod.spec().affinity();
        var required = affinity == null || affinity.nodeAffinity() == null
                ? null
                : affinity.nodeAffinity().requiredDuringSchedulingIgnoredDuringExecution();
        return required == null ? List.of() : required.nodeSelectorTerms();
    }

    /** Nodes left out by PreFilter are counted in the message since 1.27.x, in these words since 1.33. */
    static String oldFitError(String fitError) {
        return fitError.replaceFirst("(, )?\\d+ node\\(s\\) didn't satisfy plugin\\(s\\) \\[NodeAffinity\\]", "")
                .replace("available: , ", "available: ");
    }

    /** The totals as 1.26 reckons them: with full marks for spreading where there is nothing to spread. */
    static TreeMap<String, Long> oldTotals(TreeMap<String, Long> totals, Placement placement) {
        var old = new TreeMap<>(totals);
        if (!placement.scores().plugins().contains(SPREAD)) {
            old.replaceAll((node, total) -> total + 200);
        }
        return old;
    }

    /** 1.26 took every pod on its way out for one that preemption evicts; since 1.27 a condition tells them. */
    static Pod marked(Pod pod) {
        return pod.metadata().deletionTimestamp() == null
                ? pod
                : pod.withStatus(PodConditions.with(
                        pod.status(),
                        PodConditionBuilder.builder()
                                .type("DisruptionTarget")
                                .status("True")
                                .reason("PreemptionByScheduler")
                                .build()));
    }

    /** Whether the pod was rejected for a claim that only one pod may use, by {@link OldPlugins}' old rule. */
    boolean isExclusiveClaimTaken() {
        return recorded.rejectedByPreFilter && recorded.fitError != null && recorded.fitError.contains(EXCLUSIVE);
    }

    /** {@code namespace/name} of the claims of the pod that only one pod may use. */
    static List<String> exclusiveClaims(Pod pod, ClusterObjects objects) {
        var keys = new ArrayList<String>();
        var namespace = PodInfo.of(pod).namespace();
        for (var volume : pod.spec().volumes()) {
            var source = volume.persistentVolumeClaim();
            if (source != null
                    && objects.find(PersistentVolumeClaim.class, namespace, source.claimName())
                            .filter(claim -> claim.spec().accessModes().contains("ReadWriteOncePod"))
                            .isPresent()) {
                keys.add(namespace + "/" + source.claimName());
            }
        }
        return keys;
    }

    /**
     * A request greater than what the whole node has is unresolvable since 1.31: no eviction would help. 1.26 said
     * Unschedulable.
     */
    NodeAnswer answer(String node) {
        var answer = recorded.nodes.get(node);
        var missing = volumeMissing();
        if (missing != null) {
            return new NodeAnswer("rejected", missing, List.of(missing), null);
        }
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

    /**
     * That a claim is missing is noticed by VolumeRestrictions first since it looks at access modes (1.27). That the
     * volume of a claim is missing rejects the pod as a whole since 1.27, not node by node.
     */
    private Rejection current(String node, Rejection recorded) {
        if (recorded.plugin().equals("VolumeBinding") && isClaimMissing(recorded)) {
            return new Rejection("VolumeRestrictions", recorded.code(), recorded.reasons());
        }
        return recorded.plugin().equals(FIT) && exceedsWholeNode(node)
                ? new Rejection(FIT, UNRESOLVABLE, recorded.reasons())
                : recorded;
    }

    private static boolean isClaimMissing(Rejection rejection) {
        var reason = rejection.reasons().get(0);
        return reason.startsWith("persistentvolumeclaim ") && reason.endsWith(" not found");
    }

    /** What VolumeZone says of every node if the volume of a claim is missing. */
    private @Nullable Rejection volumeMissing() {
        if (recorded.rejectedByPreFilter) {
            return null;
        }
        for (var volume : pod.spec().volumes()) {
            var source = volume.persistentVolumeClaim();
            var claim = source == null
                    ? null
                    : others.find(PersistentVolumeClaim.class, PodInfo.of(pod).namespace(), source.claimName())
                            .orElse(null);
            var name = claim == null ? null : claim.spec().volumeName();
            if (name != null && others.find(PersistentVolume.class, "", name).isEmpty()) {
                return new Rejection(
                        "VolumeZone", UNRESOLVABLE, List.of("persistentvolume \"" + name + "\" not found"));
            }
        }
        return null;
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
        var missing = volumeMissing();
        if (missing != null) {
            return "0/" + snapshot.size() + " nodes are available: "
                    + missing.reasons().get(0) + ".";
        }
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
        if (!recorded.candidates.isEmpty()) {
            return fitError();
        }
        if (recorded.notCandidates.isEmpty()) {
            return fitError() + " " + recorded.preemptionMessage;
        }
        var reasons = new ArrayList<List<String>>();
        if (volumeMissing() != null) {
            return fitError() + " preemption: " + message(Collections.nCopies(snapshot.size(), List.of(NOT_HELPFUL)));
        }
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
     *
     * @param scoring the plugins that do not skip it
     */
    Map<String, Long> scores(NodeAnswer answer, List<String> scoring) {
        var scores = new TreeMap<>(answer.scores() == null ? Map.<String, Long>of() : answer.scores());
        if (!scoring.contains(SPREAD) && isFlat(SPREAD)) {
            scores.remove(SPREAD); // since 1.28 skipped without soft constraints; before, every node got full marks
        }
        if (requestsNothing()) {
            scores.remove(BALANCED); // since 1.33: nothing to balance, and all such pods went to one node
        }
        if (!pod.spec().initContainers().isEmpty()) {
            scores.remove(IMAGES); // compared by imageScore()
        }
        scores.values().removeIf(score -> score == 0); // NodeAffinity is skipped without preferences since 1.27
        return scores;
    }

    /** Whether the plugin gave full marks to every node. */
    private boolean isFlat(String plugin) {
        return recorded.nodes.values().stream()
                .allMatch(node -> node.scores() == null || node.scores().getOrDefault(plugin, 0L) == 200);
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
        Placement placement = scheduling.inDetail().place(without);
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
