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
        return new SortedValues<>(with(objects, value));
    }

    /** After an event: the values of the previous object are out, those of the current one in. */
    Index after(StoreEvent event) {
        boolean gone = event.type() == StoreEvent.Type.DELETED;
        List<String> values = gone ? List.of() : valuesOf(event.current());
        List<String> before = valuesOf(event.previous());
        PMap<String, TreePMap<Key, Stored>> changed = objects;
        for (int i = 0; i < before.size(); i++) {
            String old = before.get(i);
            if (!values.contains(old)) {
                changed = replacing(changed, old, with(changed, old).minus(event.key()));
            }
        }
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            changed = replacing(changed, value, with(changed, value).plus(event.key(), event.current()));
        }
        return changed == objects ? this : new Index(definition, changed);
    }

    private List<String> valuesOf(@Nullable Stored stored) {
        return stored == null ? List.of() : definition.values().apply(stored.object());
    }

    private static TreePMap<Key, Stored> with(PMap<String, TreePMap<Key, Stored>> objects, String value) {
        TreePMap<Key, Stored> some = objects.get(value);
        return some == null ? TreePMap.empty() : some;
    }

    private static PMap<String, TreePMap<Key, Stored>> replacing(
            PMap<String, TreePMap<Key, Stored>> objects, String value, TreePMap<Key, Stored> some) {
        return some.isEmpty() ? objects.minus(value) : objects.plus(value, some);
    }
}
