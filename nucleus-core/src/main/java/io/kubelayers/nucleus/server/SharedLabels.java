package io.kubelayers.nucleus.server;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Gives objects with equal labels one and the same map of them, such as the pods of a workload: it takes memory once, and
 * whoever selects among many objects can tell by the map alone (see {@link LabelMatches}). Keeps a bounded number of the
 * newest maps; two that fall on the same place take turns, which costs memory and is not wrong.
 */
final class SharedLabels {
    private static final int PLACES = 1024;
    private static final int MOST_LABELS = 16;
    private static final int LONGEST_KEY = 317;
    private static final int LONGEST_VALUE = 63;

    private final AtomicReferenceArray<@Nullable Map<String, String>> known = new AtomicReferenceArray<>(PLACES);

    /** The map that objects with these labels share. */
    Map<String, String> of(Map<String, String> labels) {
        if (labels.isEmpty() || !isSmall(labels)) {
            return labels;
        }
        int hash = labels.hashCode();
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        var held = known.get(place);
        if (held != null && held.equals(labels)) {
            return held;
        }
        known.set(place, labels);
        return labels;
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
