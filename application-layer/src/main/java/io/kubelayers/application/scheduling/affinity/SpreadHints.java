package io.kubelayers.application.scheduling.affinity;

import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.nucleus.affinity.RequiredNodeAffinity;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.TopologySpreadConstraint.UnsatisfiableConstraintAction;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which events may help a pod that {@link PodTopologySpread} rejected. Upstream: {@code isSchedulableAfterPodChange} and
 * {@code isSchedulableAfterNodeChange} of {@code podtopologyspread/plugin.go}.
 *
 * <p>Pods rejected by the constraints of their profile are tried after each of these events: whom such constraints count
 * depends on services and owners. A node's other labels count where the pod's node affinity says which nodes are domains;
 * upstream overlooks them.
 */
final class SpreadHints {
    private SpreadHints() {}

    private static List<SpreadConstraint> constraints(PodInfo waiting) {
        return SpreadConstraint.of(
                waiting.spec().topologySpreadConstraints(),
                UnsatisfiableConstraintAction.DO_NOT_SCHEDULE,
                waiting.labels());
    }

    /** A pod has come to a node, left it, or has other labels. */
    static boolean afterPod(PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        var was = before instanceof Pod pod ? pod : null;
        var is = after instanceof Pod pod ? pod : null;
        var other = is == null ? was : is;
        if (other == null) {
            return true;
        }
        if (!PodInfo.of(other).namespace().equals(waiting.namespace())) {
            return false;
        }
        var constraints = constraints(waiting);
        for (var constraint : constraints) {
            if (isCounted(constraint, was) != isCounted(constraint, is)) {
                return true;
            }
        }
        return constraints.isEmpty();
    }

    private static boolean isCounted(SpreadConstraint constraint, @Nullable Pod pod) {
        return pod != null && constraint.pods().matches(pod.metadata().labels());
    }

    /** The pod tolerates other taints, so that other nodes are domains. */
    static boolean afterToleration(
            PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        var constraints = constraints(waiting);
        return constraints.isEmpty() || constraints.stream().anyMatch(SpreadConstraint::honorsTaints);
    }

    /** A node has come, gone, or has other labels or taints. */
    static boolean afterNode(PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        var constraints = constraints(waiting);
        var was = before instanceof Node node ? node : null;
        var is = after instanceof Node node ? node : null;
        if (constraints.isEmpty() || was == null && is == null) {
            return true;
        }
        if (was == null || is == null) {
            return hasAll(was == null ? is : was, constraints);
        }
        if (hasAll(was, constraints) != hasAll(is, constraints)) {
            return true;
        }
        return hasAll(is, constraints) && isOtherDomain(waiting, constraints, was, is);
    }

    private static boolean isOtherDomain(PodInfo waiting, List<SpreadConstraint> constraints, Node was, Node is) {
        var before = was.metadata().labels();
        var after = is.metadata().labels();
        for (var constraint : constraints) {
            var key = constraint.topologyKey();
            if (!Objects.equals(before.get(key), after.get(key))) {
                return true;
            }
        }
        boolean asksForLabels = !RequiredNodeAffinity.of(waiting.pod()).isAnyNode();
        return !was.spec().taints().equals(is.spec().taints()) || asksForLabels && !before.equals(after);
    }

    private static boolean hasAll(@Nullable Node node, List<SpreadConstraint> constraints) {
        if (node == null) {
            return false;
        }
        for (var constraint : constraints) {
            if (!node.metadata().labels().containsKey(constraint.topologyKey())) {
                return false;
            }
        }
        return true;
    }
}
