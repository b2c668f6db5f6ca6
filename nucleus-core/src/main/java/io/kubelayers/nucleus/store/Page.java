package io.kubelayers.nucleus.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items objects in the order of their keys; immutable, and cheap: usually a view of the store's own structure
 * @param revision revision of the state that was listed; a watch from here misses nothing
 * @param next key behind which the next page starts; null on the last page
 * @param remaining exact number of items behind this page
 */
public record Page(List<Stored> items, long revision, @Nullable Key next, long remaining) {
    /** What to ask for to get the next page of the same state; empty on the last page. */
    public Optional<ListAt> following(int limit) {
        return next == null ? Optional.empty() : Optional.of(new ListAt(revision, limit, next));
    }
}
