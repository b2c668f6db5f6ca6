package io.kubelayers.nucleus.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * What the store has of one resource in one state: objects, history and indexes. Resources are kept apart so that a
 * write, a watch or a look into the past of one costs nothing for the size of the others.
 *
 * @param resource the resource
 * @param objects every object, in the order of the keys
 * @param history the events not forgotten
 * @param indexes the indexes of the resource, in the order of their definitions
 * @param listing what was listed of it
 */
record Table(String resource, TreePMap<Key, Stored> objects, History history, List<Index> indexes, Listing listing) {
    static Table empty(String resource, List<IndexDefinition> definitions) {
        return new Table(
                resource,
                TreePMap.empty(),
                History.EMPTY,
                definitions.stream().map(Index::empty).toList(),
                new Listing());
    }

    Table after(StoreEvent event) {
        Key key = event.key();
        boolean gone = event.type() == StoreEvent.Type.DELETED;
        return new Table(
                resource,
                gone ? objects.minus(key) : objects.plus(key, event.current()),
                history.append(event),
                indexesAfter(event),
                new Listing());
    }

    private List<Index> indexesAfter(StoreEvent event) {
        Index[] changed = new Index[indexes.size()];
        boolean same = true;
        for (int i = 0; i < changed.length; i++) {
            Index index = indexes.get(i);
            changed[i] = index.after(event);
            same &= changed[i] == index;
        }
        return same ? indexes : List.of(changed);
    }

    Table forget(long revision) {
        return new Table(resource, objects, history.forget(revision), indexes, listing);
    }

    /** The object at a key, or null. */
    @Nullable
    Stored get(Key key) {
        return objects.get(key);
    }

    /** The objects of a prefix. */
    List<Stored> list(Prefix prefix) {
        return listing.of(prefix, within(objects, prefix));
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
        Stored newest = objects.get(key);
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
        Key after = at.after();
        boolean past = history.after(revision) < history.end();
        TreePMap<Key, Stored> then = past ? objectsAt(prefix, revision) : within(objects, prefix);
        TreePMap<Key, Stored> rest = after == null ? then : then.tailMap(after, false);
        if (at.limit() == 0 || rest.size() <= at.limit()) {
            boolean now = !past && after == null;
            return new Page(now ? listing.of(prefix, then) : new SortedValues<>(rest), revision, null, 0);
        }
        List<Stored> items = new ArrayList<>(at.limit());
        for (Stored stored : rest.values()) {
            if (items.size() == at.limit()) {
                break;
            }
            items.add(stored);
        }
        return new Page(items, revision, items.get(items.size() - 1).key(), rest.size() - items.size());
    }

    private TreePMap<Key, Stored> objectsAt(Prefix prefix, long revision) {
        TreePMap<Key, Stored> then = within(objects, prefix);
        Set<Key> undone = new HashSet<>();
        for (long position = history.after(revision); position < history.end(); position++) {
            StoreEvent event = history.get(position);
            if (prefix.covers(event.key()) && undone.add(event.key())) {
                Stored before = event.previous();
                then = before == null ? then.minus(event.key()) : then.plus(event.key(), before);
            }
        }
        return then;
    }

    /** The part of a map that a prefix covers; no text sorts between a namespace and itself with a zero character. */
    private static TreePMap<Key, Stored> within(TreePMap<Key, Stored> objects, Prefix prefix) {
        String namespace = prefix.namespace();
        if (namespace == null) {
            return objects;
        }
        Key start = new Key(prefix.resource(), namespace, "");
        Key end = new Key(prefix.resource(), namespace + '\0', "");
        return objects.subMap(start, true, end, false);
    }
}
