package io.kubelayers.nucleus.apply;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Makes one of equal sets of fields: the pods of one template have all the same fields, and so share the set and its text. A
 * set that it does not remember any more is kept as it is.
 */
public final class FieldSets {
    private static final int PLACES = 512;

    private final AtomicReferenceArray<@Nullable FieldSet> known = new AtomicReferenceArray<>(PLACES);

    /** The set, or an equal one that came earlier. */
    FieldSet shared(FieldSet set) {
        int hash = set.hashCode();
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        var last = known.get(place);
        if (last != null && last.equals(set)) {
            return last;
        }
        known.set(place, set);
        return set;
    }
}
