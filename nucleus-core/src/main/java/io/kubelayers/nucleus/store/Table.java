package io.kubelayers.nucleus.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the store has of one resource in one state: objects, history and indexes. Resources are kept apart so that a
 * write, a watch or a look into the past of one costs nothing for the size of the others.
 *
 * @param resource the resource
 * @param byKey every object, to be found at once
 * @param sorted every object in the order of the keys, under {@link SortKey#of(Key)}
 * @param history the events not forgotten
 * @param indexes the indexes of the resource, in the order of their definitions
 */
record Table(
        String resource, HashTrie<Key, Stored> byKey, SortedTree<Stored> sorted, History history, List<Index> indexes) {
    static Table empty(String resource, List<IndexDefinition> definitions) {
        return new Table(
                resource,
                HashTrie.empty(),
                SortedTree.empty(),
                History.EMPTY,
                definitions.stream().map(Index::empty).toList());
    }

    Table after(StoreEvent event) {
        Key key = event.key();
        byte[] sortKey = SortKey.of(key);
        boolean gone = event.type() == StoreEvent.Type.DELETED;
        return new Table(
                resource,
                gone ? byKey.without(key) : byKey.with(key, event.current()),
                gone ? sorted.without(sortKey) : sorted.with(sortKey, event.current()),
                history.append(event),
                indexesAfter(event, sortKey));
    }

    private List<Index> indexesAfter(StoreEvent event, byte[] sortKey) {
        if (indexes.isEmpty()) {
            return indexes;
        }
        List<Index> changed = new ArrayList<>(indexes.size());
        for (Index index : indexes) {
            changed.add(index.after(event, sortKey));
        }
        return changed;
    }

    Table forget(long revision) {
        return new Table(resource, byKey, sorted, history.forget(revision), indexes);
    }

    /** The objects of a prefix. */
    List<Stored> list(Prefix prefix) {
        return sorted.values(start(sorted, prefix), end(sorted, prefix));
    }

    /** The objects to which an index of this resource gives a value. */
    List<Stored> byIndex(String name, String value) {
        for (Index index : indexes) {
            if (index.definition().name().equals(name)) {
                return index.get(value);
            }
        }
        throw new IllegalArgumentException("no index \"" + name + "\" of " + resource);
    }

    /**
     * The object at a key as of a revision, which must not be forgotten; null if there was none. Costs nothing more than
     * a look-up unless the object has changed since; then the events since are searched for the first that changed it.
     */
    @Nullable
    Stored getAt(Key key, long revision) {
        Stored newest = byKey.get(key);
        if (newest != null && newest.modRevision() <= revision) {
            return newest;
        }
        for (long position = history.after(revision); position < history.end(); position++) {
            StoreEvent event = history.get(position);
            if (event.key().equals(key)) {
                return event.previous();
            }
        }
        return newest;
    }

    /**
     * A page of the objects of a prefix as of a revision, which must not be forgotten.
     *
     * <p>The past is the present with what came since undone. That costs one tree write for each object of the prefix
     * that changed since, and nothing while nothing did: keeping every past state instead would charge each write with
     * a kilobyte of nodes, for lists that are rare and nearly always of the near past.
     */
    Page page(Prefix prefix, ListAt at, long revision) {
        SortedTree<Stored> then = sortedAt(prefix, revision);
        int end = end(then, prefix);
        int from = Math.min(end, startAfter(then, prefix, at.after()));
        int to = at.limit() == 0 ? end : (int) Math.min(end, from + (long) at.limit());
        List<Stored> items = then.values(from, to);
        Key next = to < end ? items.get(items.size() - 1).key() : null;
        return new Page(items, revision, next, end - to);
    }

    private SortedTree<Stored> sortedAt(Prefix prefix, long revision) {
        SortedTree<Stored> then = sorted;
        Set<Key> undone = new HashSet<>();
        for (long position = history.after(revision); position < history.end(); position++) {
            StoreEvent event = history.get(position);
            if (prefix.covers(event.key()) && undone.add(event.key())) {
                Stored before = event.previous();
                then = before == null
                        ? then.without(SortKey.of(event.key()))
                        : then.with(SortKey.of(event.key()), before);
            }
        }
        return then;
    }

    private static int startAfter(SortedTree<Stored> tree, Prefix prefix, @Nullable Key after) {
        int start = start(tree, prefix);
        return after == null ? start : Math.max(start, tree.rank(SortKey.after(after)));
    }

    private static int start(SortedTree<Stored> tree, Prefix prefix) {
        String namespace = prefix.namespace();
        return namespace == null ? 0 : tree.rank(SortKey.start(namespace));
    }

    private static int end(SortedTree<Stored> tree, Prefix prefix) {
        String namespace = prefix.namespace();
        return namespace == null ? tree.size() : tree.rank(SortKey.end(namespace));
    }
}
