package io.kubelayers.nucleus.volume;

import io.kubelayers.nucleus.core.NodeSelector;
import io.kubelayers.nucleus.core.NodeSelectorTerm;
import io.kubelayers.nucleus.core.PersistentVolumeSpec.VolumeNodeAffinity;
import io.kubelayers.nucleus.validation.DeprecatedLabels;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Labels of nodes that had other names once: a volume may change from an old name to the new one. */
final class NodeLabels {
    private NodeLabels() {}

    /** What users of old names hear (api/node/util.go). */
    static void addWarnings(FieldPath terms, NodeSelector selector, List<String> warnings) {
        for (int i = 0; i < selector.nodeSelectorTerms().size(); i++) {
            var expressions = selector.nodeSelectorTerms().get(i).matchExpressions();
            for (int j = 0; j < expressions.size(); j++) {
                var key = expressions.get(j).key();
                var message = DeprecatedLabels.message(key);
                if (message != null) {
                    var path = terms.index(i).child("matchExpressions").index(j).child("key");
                    warnings.add(path + ": " + key + " is " + message);
                }
            }
        }
    }

    /** Whether the second is the first but for labels that now have their new names. */
    static boolean areRenamed(VolumeNodeAffinity before, @Nullable VolumeNodeAffinity now) {
        if (now == null || before.required() == null || now.required() == null) {
            return before.equals(now);
        }
        var old = before.required().nodeSelectorTerms();
        var terms = now.required().nodeSelectorTerms();
        boolean same = old.size() == terms.size();
        for (int i = 0; same && i < old.size(); i++) {
            same = areRenamed(old.get(i), terms.get(i));
        }
        return same;
    }

    private static boolean areRenamed(NodeSelectorTerm before, NodeSelectorTerm now) {
        var old = before.matchExpressions();
        var expressions = now.matchExpressions();
        boolean same = old.size() == expressions.size() && before.matchFields().equals(now.matchFields());
        for (int i = 0; same && i < old.size(); i++) {
            var key = expressions.get(i).key();
            var one = old.get(i);
            same = (key.equals(DeprecatedLabels.newName(one.key())) ? one.withKey(key) : one)
                    .equals(expressions.get(i));
        }
        return same;
    }
}
