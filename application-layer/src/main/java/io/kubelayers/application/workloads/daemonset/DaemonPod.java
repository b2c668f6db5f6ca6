package io.kubelayers.application.workloads.daemonset;

import io.kubelayers.application.workloads.ControllerRef;
import io.kubelayers.application.workloads.DaemonSet;
import io.kubelayers.application.workloads.PodTemplateSpec;
import io.kubelayers.application.workloads.TemplatePod;
import io.kubelayers.application.workloads.TemplateRevisions;
import io.kubelayers.nucleus.core.Affinity;
import io.kubelayers.nucleus.core.AffinityBuilder;
import io.kubelayers.nucleus.core.NodeAffinity;
import io.kubelayers.nucleus.core.NodeSelector;
import io.kubelayers.nucleus.core.NodeSelectorRequirement;
import io.kubelayers.nucleus.core.NodeSelectorTerm;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.TaintEffect;
import io.kubelayers.nucleus.core.Toleration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The pod of a DaemonSet on one node: tied to it by node affinity on {@code metadata.name}, and tolerant of the node's
 * own troubles.
 *
 * <p>Upstream source: {@code pkg/controller/daemon/util/daemonset_util.go}.
 */
public final class DaemonPod {
    private static final String NODE_NAME_FIELD = "metadata.name";
    private static final String GENERATION_LABEL = "pod-template-generation";
    private static final String GENERATION_ANNOTATION = "deprecated.daemonset.template.generation";
    private static final String EXISTS = "Exists";

    private DaemonPod() {}

    /** A new pod for a node. */
    public static Pod of(DaemonSet set, String node, String hash) {
        var template = set.spec().template();
        var labels = new TreeMap<>(template.metadata().labels());
        labels.put(TemplateRevisions.LABEL, hash);
        var generation = set.metadata().annotations().get(GENERATION_ANNOTATION);
        if (generation != null) {
            labels.put(GENERATION_LABEL, generation);
        }
        var tied = new PodTemplateSpec(
                template.metadata().withLabels(labels),
                tolerant(template.spec()).withAffinity(tied(template.spec().affinity(), node)));
        return TemplatePod.of(tied, set.metadata(), ControllerRef.to("apps/v1", "DaemonSet", set.metadata()));
    }

    /** The pod as the node is asked whether it fits: not tied to it, with the tolerations every daemon has. */
    static Pod candidate(DaemonSet set) {
        var template = set.spec().template();
        return new Pod(template.metadata(), tolerant(template.spec()), Pod.Status.EMPTY);
    }

    /** Daemons stay on nodes that are not ready, unreachable, cordoned or short of something. */
    static PodSpec tolerant(PodSpec spec) {
        var tolerations = new ArrayList<>(spec.tolerations());
        tolerate(tolerations, "node.kubernetes.io/not-ready", TaintEffect.NO_EXECUTE);
        tolerate(tolerations, "node.kubernetes.io/unreachable", TaintEffect.NO_EXECUTE);
        tolerate(tolerations, "node.kubernetes.io/disk-pressure", TaintEffect.NO_SCHEDULE);
        tolerate(tolerations, "node.kubernetes.io/memory-pressure", TaintEffect.NO_SCHEDULE);
        tolerate(tolerations, "node.kubernetes.io/pid-pressure", TaintEffect.NO_SCHEDULE);
        tolerate(tolerations, "node.kubernetes.io/unschedulable", TaintEffect.NO_SCHEDULE);
        if (spec.hostNetwork()) {
            tolerate(tolerations, "node.kubernetes.io/network-unavailable", TaintEffect.NO_SCHEDULE);
        }
        return spec.withTolerations(tolerations);
    }

    private static void tolerate(List<Toleration> tolerations, String key, String effect) {
        var wanted = new Toleration(key, EXISTS, null, effect, null);
        for (int i = 0; i < tolerations.size(); i++) {
            var toleration = tolerations.get(i);
            boolean same = key.equals(toleration.key())
                    && effect.equals(toleration.effect())
                    && EXISTS.equals(toleration.operator());
            if (same) {
                tolerations.set(i, wanted);
                return;
            }
        }
        tolerations.add(wanted);
    }

    /** The affinity with its required node terms replaced by the one node. */
    static Affinity tied(@Nullable Affinity affinity, String node) {
        var requirement = new NodeSelectorRequirement(NODE_NAME_FIELD, "In", List.of(node));
        var required = new NodeSelector(List.of(new NodeSelectorTerm(List.of(), List.of(requirement))));
        if (affinity == null) {
            return AffinityBuilder.builder()
                    .nodeAffinity(new NodeAffinity(required, List.of()))
                    .build();
        }
        var before = affinity.nodeAffinity();
        return affinity.withNodeAffinity(
                before == null
                        ? new NodeAffinity(required, List.of())
                        : before.withRequiredDuringSchedulingIgnoredDuringExecution(required));
    }

    /** The node a daemon pod is on or is meant for; null if it is tied to none. */
    public static @Nullable String nodeOf(Pod pod) {
        if (pod.spec().nodeName() != null) {
            return pod.spec().nodeName();
        }
        var affinity = pod.spec().affinity();
        if (affinity == null || affinity.nodeAffinity() == null) {
            return null;
        }
        var required = affinity.nodeAffinity().requiredDuringSchedulingIgnoredDuringExecution();
        if (required == null) {
            return null;
        }
        for (var term : required.nodeSelectorTerms()) {
            for (var field : term.matchFields()) {
                if (field.key().equals(NODE_NAME_FIELD)
                        && field.operator().equals("In")
                        && field.values().size() == 1) {
                    return field.values().get(0);
                }
            }
        }
        return null;
    }
}
