package io.kubelayers.nucleus.volume;

import io.kubelayers.nucleus.core.NodeSelectorTerm;
import io.kubelayers.nucleus.core.PersistentVolumeSpec.VolumeNodeAffinity;
import java.util.ArrayList;
import java.util.Map;

/** Labels of nodes that had other names once: a volume may change from an old name to the new one. */
final class NodeLabels {
    private static final Map<String, String> NEW_NAMES = Map.of(
            "failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone",
            "failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region",
            "beta.kubernetes.io/os", "kubernetes.io/os",
            "beta.kubernetes.io/arch", "kubernetes.io/arch",
            "beta.kubernetes.io/instance-type", "node.kubernetes.io/instance-type");

    private NodeLabels() {}

    /** The affinity with new names only. */
    static VolumeNodeAffinity renamed(VolumeNodeAffinity affinity) {
        if (affinity.required() == null) {
            return affinity;
        }
        var terms = new ArrayList<NodeSelectorTerm>();
        for (var term : affinity.required().nodeSelectorTerms()) {
            var expressions = new ArrayList<>(term.matchExpressions());
            expressions.replaceAll(one -> one.withKey(NEW_NAMES.getOrDefault(one.key(), one.key())));
            terms.add(term.withMatchExpressions(expressions));
        }
        return affinity.withRequired(affinity.required().withNodeSelectorTerms(terms));
    }
}
