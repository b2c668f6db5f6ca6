package io.kubelayers.nucleus.value;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Makes one of equal immutable values that many objects have: the pods of one template have the same labels and the same
 * owned fields. Remembers a bounded number of the newest; one that it does not remember any more is kept as it is, which
 * costs memory and is not wrong. Safe for use by many threads.
 *
 * @param <T> what is shared; equality says what is the same
 */
public final class SharedValues<T> {
    private static final int PLACES = 1024;

    private final AtomicReferenceArray<@Nullable T> known = new AtomicReferenceArray<>(PLACES);
    private volatile @Nullable T last; // mostly the next is the same, which saves its hash

    /** The value, or an equal one that came earlier. */
    public T shared(T value) {
        var newest = last;
        if (newest != null && newest.equals(value)) {
            return newest;
        }
        var common = found(value);
        last = common;
        return common;
    }

    private T found(T value) {
        int hash = value.hashCode();
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        var there = known.get(place);
        if (there != null && there.equals(value)) {
            return there;
        }
        known.set(place, value);
        return value;
    }
}
