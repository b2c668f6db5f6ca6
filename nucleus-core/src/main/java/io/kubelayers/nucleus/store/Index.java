package io.kubelayers.nucleus.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of one index in one state: for each value the objects that have it, sorted by their keys, so that a look-up
 * is one step and its objects lie side by side. A write to an object costs two small node copies for each value it has
 * or had.
 */
record Index(IndexDefinition definition, HashTrie<String, SortedTree<Stored>> objects) {
    static Index empty(IndexDefinition definition) {
        return new Index(definition, HashTrie.empty());
    }

    /** The objects with this value, in the order of their keys. */
    List<Stored> get(String value) {
        return with(value).values();
    }

    /** After an event: the values of the previous object are out, those of the current one in. */
    Index after(StoreEvent event, byte[] sortKey) {
        boolean gone = event.type() == StoreEvent.Type.DELETED;
        List<String> values = gone ? List.of() : valuesOf(event.current());
        Index changed = this;
        for (String old : valuesOf(event.previous())) {
            if (!values.contains(old)) {
                changed = changed.replacing(old, changed.with(old).without(sortKey));
            }
        }
        for (String value : values) {
            changed = changed.replacing(value, changed.with(value).with(sortKey, event.current()));
        }
        return changed;
    }

    private List<String> valuesOf(@Nullable Stored stored) {
        return stored == null ? List.of() : definition.values().apply(stored.object());
    }

    private SortedTree<Stored> with(String value) {
        SortedTree<Stored> some = objects.get(value);
        return some == null ? SortedTree.empty() : some;
    }

    private Index replacing(String value, SortedTree<Stored> some) {
        return new Index(definition, some.size() == 0 ? objects.without(value) : objects.with(value, some));
    }
}
