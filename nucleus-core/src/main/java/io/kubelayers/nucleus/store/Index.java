package io.kubelayers.nucleus.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * The content of one index in one state: for each value the objects that have it, sorted by their keys, so that a look-up
 * is one step. A write to an object costs two path copies for each value it has or had.
 */
record Index(IndexDefinition definition, PMap<String, TreePMap<Key, Stored>> objects) {
    static Index empty(IndexDefinition definition) {
        return new Index(definition, HashTreePMap.empty());
    }

    /** The objects with this value, in the order of their keys. */
    List<Stored> get(String value) {
        return new SortedValues<>(with(value));
    }

    /** After an event: the values of the previous object are out, those of the current one in. */
    Index after(StoreEvent event) {
        boolean gone = event.type() == StoreEvent.Type.DELETED;
        List<String> values = gone ? List.of() : valuesOf(event.current());
        Index changed = this;
        for (String old : valuesOf(event.previous())) {
            if (!values.contains(old)) {
                changed = changed.replacing(old, changed.with(old).minus(event.key()));
            }
        }
        for (String value : values) {
            changed = changed.replacing(value, changed.with(value).plus(event.key(), event.current()));
        }
        return changed;
    }

    private List<String> valuesOf(@Nullable Stored stored) {
        return stored == null ? List.of() : definition.values().apply(stored.object());
    }

    private TreePMap<Key, Stored> with(String value) {
        TreePMap<Key, Stored> some = objects.get(value);
        return some == null ? TreePMap.empty() : some;
    }

    private Index replacing(String value, TreePMap<Key, Stored> some) {
        return new Index(definition, some.isEmpty() ? objects.minus(value) : objects.plus(value, some));
    }
}
