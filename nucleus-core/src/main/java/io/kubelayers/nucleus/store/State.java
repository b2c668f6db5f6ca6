package io.kubelayers.nucleus.store;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One state of a {@link MemoryStore}, and so a {@link View} of it: everything the store knows at one revision. Immutable;
 * the next state shares all but a few nodes with it.
 *
 * @param revision revision of the newest write
 * @param compacted revision before which the history is forgotten
 * @param tables what is stored of each resource; one that was never written has no table unless it is indexed
 * @param indexed the resource of each index, by the name of the index
 * @param everywhere the indexes that cover all resources
 */
record State(
        long revision,
        long compacted,
        Tables tables,
        ImmutableMap<String, String> indexed,
        List<IndexDefinition> everywhere)
        implements View {
    /** As etcd begins: revision 1 before the first write. */
    static State empty(List<IndexDefinition> definitions) {
        ImmutableMap.Builder<String, String> indexed = ImmutableMap.builder();
        List<IndexDefinition> everywhere = ofResource(IndexDefinition.EVERY_RESOURCE, definitions);
        Tables tables = Tables.NONE;
        for (IndexDefinition definition : definitions) {
            String resource = definition.resource();
            indexed.put(definition.name(), resource);
            if (!everywhere.contains(definition)) {
                tables = tables.with(Table.empty(resource, ofResource(resource, definitions)));
            }
        }
        return new State(1, 0, tables, indexed.buildOrThrow(), everywhere);
    }

    private static List<IndexDefinition> ofResource(String resource, List<IndexDefinition> definitions) {
        return definitions.stream()
                .filter(definition -> definition.resource().equals(resource)
                        || definition.resource().equals(IndexDefinition.EVERY_RESOURCE))
                .toList();
    }

    /** The table of a resource, a new one if nothing was ever written of it. */
    Table table(String resource) {
        Table table = tables.get(resource);
        return table == null ? Table.empty(resource, everywhere) : table;
    }

    /** What happened to a resource. */
    History history(String resource) {
        Table table = tables.get(resource);
        return table == null ? History.EMPTY : table.history();
    }

    /** The object at a key, or null. */
    @Nullable
    Stored find(Key key) {
        Table table = tables.get(key.resource());
        return table == null ? null : table.get(key);
    }

    @Override
    public long writes(String resource) {
        return history(resource).end();
    }

    @Override
    public Optional<Stored> get(Key key) {
        return Optional.ofNullable(find(key));
    }

    @Override
    public List<Stored> list(Prefix prefix) {
        Table table = tables.get(prefix.resource());
        return table == null ? List.of() : table.list(prefix);
    }

    @Override
    public List<Stored> byIndex(String index, String value) {
        String resource = indexed.get(index);
        if (resource == null) {
            throw new IllegalArgumentException("no index \"" + index + "\" in this store; it has " + indexed.keySet());
        }
        return resource.equals(IndexDefinition.EVERY_RESOURCE)
                ? everywhere(index, value)
                : table(resource).byIndex(index, value);
    }

    /** Asks every table; there are as many as resources were ever written. */
    private List<Stored> everywhere(String index, String value) {
        List<Stored> found = new ArrayList<>();
        for (Table table : tables.all()) {
            found.addAll(table.byIndex(index, value));
        }
        return found;
    }

    @Override
    public List<Stored> byIndex(String resource, String index, String value) {
        if (!indexed.containsKey(index)) {
            throw new IllegalArgumentException("no index \"" + index + "\" in this store; it has " + indexed.keySet());
        }
        return table(resource).byIndex(index, value);
    }

    /** The revision that a read at this revision means, 0 being the newest. Throws if it cannot be read. */
    long readable(long at) {
        if (at == 0) {
            return revision;
        }
        requireReached(at);
        if (at < compacted) {
            throw CompactedException.ofRead(at, compacted);
        }
        return at;
    }

    /** Throws unless a watch from this revision misses nothing. */
    void requireWatchable(long from) {
        requireReached(from);
        if (from < compacted) {
            throw CompactedException.ofWatch(from, compacted);
        }
    }

    private void requireReached(long at) {
        if (at < 0) {
            throw new IllegalArgumentException("revision must not be negative: " + at);
        }
        if (at > revision) {
            throw new FutureRevisionException(at, revision);
        }
    }

    State after(StoreEvent event) {
        Table table = table(event.key().resource()).after(event);
        return new State(event.revision(), compacted, tables.with(table), indexed, everywhere);
    }

    /** Without the history before a revision, which must not be above the newest. */
    State compactedTo(long until) {
        requireReached(until);
        if (until <= compacted) {
            return this;
        }
        return new State(revision, until, tables.each(table -> table.forget(until)), indexed, everywhere);
    }
}
