package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.value.SharedValues;
import java.util.Map;

/**
 * Gives objects with equal labels one and the same map of them, such as the pods of a workload: it takes memory once, and
 * whoever selects among many objects can tell by the map alone (see {@link LabelMatches}).
 */
final class SharedLabels {
    private static final int MOST_LABELS = 16;
    private static final int LONGEST_KEY = 317;
    private static final int LONGEST_VALUE = 63;

    private final SharedValues<Map<String, String>> known = new SharedValues<>();

    /** The map that objects with these labels share. */
    Map<String, String> of(Map<String, String> labels) {
        return labels.isEmpty() || !isSmall(labels) ? labels : known.shared(labels);
    }

    /** The object with the map of its labels that objects with these labels share. */
    @SuppressWarnings("ReferenceEquality") // an equal map that is not the shared one is what this is about
    KubernetesObject sharedBy(KubernetesObject object) {
        var own = object.metadata().labels();
        var common = of(own);
        return common == own ? object : object.withMetadata(object.metadata().withLabels(common));
    }

    /** What cannot be valid, as nobody has looked yet, is not kept: it could be as large as a request. */
    private static boolean isSmall(Map<String, String> labels) {
        if (labels.size() > MOST_LABELS) {
            return false;
        }
        for (var label : labels.entrySet()) {
            if (label.getKey().length() > LONGEST_KEY || label.getValue().length() > LONGEST_VALUE) {
                return false;
            }
        }
        return true;
    }
}
