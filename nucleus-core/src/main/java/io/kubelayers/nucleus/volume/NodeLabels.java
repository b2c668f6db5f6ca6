package io.kubelayers.nucleus.volume;

import io.kubelayers.nucleus.core.NodeSelector;
import io.kubelayers.nucleus.core.NodeSelectorTerm;
import io.kubelayers.nucleus.core.PersistentVolumeSpec.VolumeNodeAffinity;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;
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

    /** What users of old names hear (api/node/util.go). */
    static void addWarnings(FieldPath terms, NodeSelector selector, List<String> warnings) {
        for (int i = 0; i < selector.nodeSelectorTerms().size(); i++) {
            var expressions = selector.nodeSelectorTerms().get(i).matchExpressions();
            for (int j = 0; j < expressions.size(); j++) {
                var key = expressions.get(j).key();
                var renamed = NEW_NAMES.get(key);
                if (renamed != null) {
                    var since = key.endsWith("/os") || key.endsWith("/arch") ? "v1.14" : "v1.17";
                    var path = terms.index(i).child("matchExpressions").index(j).child("key");
                    warnings.add(
                            path + ": " + key + " is deprecated since " + since + "; use \"" + renamed + "\" instead");
                }
            }
        }
    }

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
