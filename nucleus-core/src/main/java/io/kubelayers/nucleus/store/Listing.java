package io.kubelayers.nucleus.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * The list that was asked for last of one state of a table. Whoever lists once mostly lists again before anything changes,
 * and values that are known by position are walked several times as fast as those in a tree.
 */
final class Listing {
    private record Listed(Prefix prefix, List<Stored> objects) {}

    private volatile @Nullable Listed last; // of those made at the same time one stays, and all are right

    /** The objects of a prefix, which are these. */
    List<Stored> of(Prefix prefix, TreePMap<Key, Stored> objects) {
        var known = last;
        if (known == null || !known.prefix.equals(prefix)) {
            known = new Listed(prefix, new SortedValues<>(objects));
            last = known;
        }
        return known.objects;
    }
}
