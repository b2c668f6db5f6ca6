package io.kubelayers.application.scheduling.affinity;

import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.nucleus.affinity.RequiredNodeAffinity;
import io.kubelayers.nucleus.affinity.TaintToleration;
import io.kubelayers.nucleus.affinity.Taints;
import io.kubelayers.nucleus.core.TopologySpreadConstraint;
import io.kubelayers.nucleus.selector.Requirement;
import io.kubelayers.nucleus.selector.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A spread constraint of a pod, compiled. Upstream: {@code topologySpreadConstraint} of
 * {@code podtopologyspread/common.go}.
 *
 * @param maxSkew how far domains may be apart
 * @param topologyKey the node label whose values are the domains
 * @param pods which pods are counted; the pod's namespace goes without saying
 * @param minDomains with fewer domains than this the emptiest counts as empty
 * @param honorsAffinity whether nodes that the pod's node affinity rules out are no domains
 * @param honorsTaints whether nodes with taints the pod does not tolerate are no domains
 */
record SpreadConstraint(
        int maxSkew, String topologyKey, Selector pods, int minDomains, boolean honorsAffinity, boolean honorsTaints) {
    static final String HOSTNAME = "kubernetes.io/hostname";

    private static final String IGNORE = "Ignore";
    private static final String HONOR = "Honor";
    private static final TaintToleration TAINTS = TaintToleration.standard();

    /** Those of the constraints that say so when they cannot be met. */
    static List<SpreadConstraint> of(
            List<TopologySpreadConstraint> declared, String whenUnsatisfiable, Map<String, String> labels) {
        var compiled = new ArrayList<SpreadConstraint>();
        for (var constraint : declared) {
            if (constraint.whenUnsatisfiable().equals(whenUnsatisfiable)) {
                compiled.add(of(constraint, labels));
            }
        }
        return compiled;
    }

    private static SpreadConstraint of(TopologySpreadConstraint constraint, Map<String, String> labels) {
        return new SpreadConstraint(
                constraint.maxSkew(),
                constraint.topologyKey(),
                selector(constraint, labels),
                constraint.minDomains() == null ? 1 : constraint.minDomains(),
                !IGNORE.equals(constraint.nodeAffinityPolicy()),
                HONOR.equals(constraint.nodeTaintsPolicy()));
    }

    private static Selector selector(TopologySpreadConstraint constraint, Map<String, String> labels) {
        var selector = Selector.of(constraint.labelSelector());
        var same = new ArrayList<Requirement>();
        for (var key : constraint.matchLabelKeys()) {
            var value = labels.get(key);
            if (value != null) {
                same.add(Requirement.in(key, value));
            }
        }
        return same.isEmpty() ? selector : selector.and(same.toArray(new Requirement[0]));
    }

    SpreadConstraint withPods(Selector selector) {
        return new SpreadConstraint(maxSkew, topologyKey, selector, minDomains, honorsAffinity, honorsTaints);
    }

    /** Whether pods on the node are counted for this pod. */
    boolean includes(NodeInfo node, PodInfo pod, RequiredNodeAffinity affinity) {
        return (!honorsAffinity || affinity.matches(node.node()))
                && (!honorsTaints
                        || node.node().spec().taints().isEmpty()
                        || TAINTS.firstUntolerated(
                                        node.node().spec().taints(), pod.spec().tolerations(), Taints::repelsPods)
                                .isEmpty());
    }

    /** Whether pods on any node are counted for a pod with these demands. */
    boolean includesAll(RequiredNodeAffinity affinity) {
        return (!honorsAffinity || affinity.isAnyNode()) && !honorsTaints;
    }

    /** Whether the node has the labels of all these constraints. */
    static boolean allOn(NodeInfo node, List<SpreadConstraint> constraints) {
        for (var constraint : constraints) {
            if (node.label(constraint.topologyKey()) == null) {
                return false;
            }
        }
        return true;
    }
}
