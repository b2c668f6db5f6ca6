package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.selector.Selector;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a selector matches the labels of many objects, one after another. Objects with equal labels mostly share the map of
 * them ({@link SharedLabels}), so the selector is asked once for a map and not once for an object; looking into the labels of
 * thousands of objects is what takes the time of a list. Not safe for use by several threads.
 */
final class LabelMatches {
    private static final int PLACES = 1024;

    private final Selector selector;

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of generic maps
    private final @Nullable Map<String, String>[] asked = new Map[PLACES];

    private final boolean[] matched = new boolean[PLACES];

    LabelMatches(Selector selector) {
        this.selector = selector;
    }

    /** Whether the selector matches labels, which never change. */
    @SuppressWarnings(
            "ReferenceEquality") // the same map has the same labels, and comparing more would cost what is saved
    boolean matches(Map<String, String> labels) {
        int place = System.identityHashCode(labels) & PLACES - 1;
        if (asked[place] != labels) {
            matched[place] = selector.matches(labels);
            asked[place] = labels;
        }
        return matched[place];
    }
}
