package io.kubelayers.nucleus.store;

import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The reference: a store that is nothing but the list of all writes. Every answer is found by reading that list from the
 * start, so it is slow and plainly right.
 */
final class NaiveStore implements Store {
    private final List<IndexDefinition> indexes;
    private final List<StoreEvent> writes;
    private final Map<Cursor, Runnable> wakers = new LinkedHashMap<>();
    private long compacted;

    NaiveStore(List<IndexDefinition> indexes) {
        this(indexes, List.of(), 0);
    }

    private NaiveStore(List<IndexDefinition> indexes, List<StoreEvent> writes, long compacted) {
        this.indexes = indexes;
        this.writes = new ArrayList<>(writes);
        this.compacted = compacted;
    }

    @Override
    public synchronized Store fork() {
        return new NaiveStore(indexes, writes, compacted);
    }

    @Override
    public synchronized long revision() {
        return 1 + writes.size();
    }

    @Override
    public synchronized long compactedRevision() {
        return compacted;
    }

    private synchronized TreeMap<Key, Stored> contentAt(long revision) {
        TreeMap<Key, Stored> content = new TreeMap<>();
        for (StoreEvent write : writes) {
            if (write.revision() > revision) {
                break;
            }
            if (write.type() == StoreEvent.Type.DELETED) {
                content.remove(write.key());
            } else {
                content.put(write.key(), write.current());
            }
        }
        return content;
    }

    @Override
    public Optional<Stored> get(Key key) {
        return get(key, 0);
    }

    @Override
    public synchronized Optional<Stored> get(Key key, long atRevision) {
        return Optional.ofNullable(contentAt(readable(atRevision)).get(key));
    }

    @Override
    public synchronized Page list(Prefix prefix, ListAt at) {
        if (at.after() != null && !at.after().resource().equals(prefix.resource())) {
            throw new IllegalArgumentException("another resource");
        }
        long revision = readable(at.revision());
        List<Stored> all = new ArrayList<>();
        for (Stored stored : contentAt(revision).values()) {
            if (prefix.covers(stored.key())
                    && (at.after() == null || stored.key().compareTo(at.after()) > 0)) {
                all.add(stored);
            }
        }
        if (at.limit() == 0 || all.size() <= at.limit()) {
            return new Page(all, revision, null, 0);
        }
        List<Stored> items = all.subList(0, at.limit());
        return new Page(items, revision, items.get(at.limit() - 1).key(), all.size() - at.limit());
    }

    private long readable(long at) {
        if (at > revision()) {
            throw new FutureRevisionException(at, revision());
        }
        if (at != 0 && at < compacted) {
            throw CompactedException.ofRead(at, compacted);
        }
        return at == 0 ? revision() : at;
    }

    @Override
    public Stored create(Key key, KubernetesObject object) {
        return write(() -> {
                    if (get(key).isPresent()) {
                        throw new KeyExistsException(key);
                    }
                    long next = revision() + 1;
                    return new StoreEvent(StoreEvent.Type.ADDED, stored(key, object, next, next), null, next);
                })
                .current();
    }

    @Override
    public Stored update(Key key, KubernetesObject object, long expectedModRevision) {
        return write(() -> {
                    Stored old = expected(key, expectedModRevision);
                    long next = revision() + 1;
                    Stored current = stored(key, object, old.createRevision(), next);
                    return new StoreEvent(StoreEvent.Type.MODIFIED, current, old, next);
                })
                .current();
    }

    @Override
    public StoreEvent delete(Key key, long expectedModRevision) {
        return write(() -> {
            Stored old = expected(key, expectedModRevision);
            long next = revision() + 1;
            Stored last = stored(key, old.object(), old.createRevision(), next);
            return new StoreEvent(StoreEvent.Type.DELETED, last, old, next);
        });
    }

    private Stored expected(Key key, long modRevision) {
        Stored old = get(key).orElseThrow(() -> new KeyMissingException(key));
        if (old.modRevision() != modRevision) {
            throw new RevisionConflictException(key, modRevision, old.modRevision());
        }
        return old;
    }

    private static Stored stored(Key key, KubernetesObject object, long created, long revision) {
        return new Stored(
                key, object.withMetadata(object.metadata().withResourceVersion("" + revision)), created, revision);
    }

    private synchronized StoreEvent write(Supplier<StoreEvent> decision) {
        StoreEvent event = decision.get();
        writes.add(event);
        wakers.forEach((cursor, wake) -> {
            if (cursor.prefix.covers(event.key())) {
                wake.run();
            }
        });
        return event;
    }

    @Override
    public synchronized void compact(long revision) {
        if (revision > revision()) {
            throw new FutureRevisionException(revision, revision());
        }
        compacted = Math.max(compacted, revision);
    }

    @Override
    public synchronized WatchCursor watch(Prefix prefix, long fromRevision) {
        if (fromRevision > revision()) {
            throw new FutureRevisionException(fromRevision, revision());
        }
        if (fromRevision < compacted) {
            throw CompactedException.ofWatch(fromRevision, compacted);
        }
        return new Cursor(prefix, fromRevision);
    }

    @Override
    public synchronized View snapshot() {
        long revision = revision();
        TreeMap<Key, Stored> content = contentAt(revision);
        return new View() {
            @Override
            public long revision() {
                return revision;
            }

            @Override
            public long writes(String resource) {
                return writes.stream()
                        .filter(write -> write.revision() <= revision
                                && write.key().resource().equals(resource))
                        .count();
            }

            @Override
            public Optional<Stored> get(Key key) {
                return Optional.ofNullable(content.get(key));
            }

            @Override
            public List<Stored> list(Prefix prefix) {
                return content.values().stream()
                        .filter(stored -> prefix.covers(stored.key()))
                        .toList();
            }

            @Override
            public List<Stored> byIndex(String index, String value) {
                IndexDefinition definition = indexes.stream()
                        .filter(some -> some.name().equals(index))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no index"));
                return list(Prefix.all(definition.resource())).stream()
                        .filter(stored ->
                                definition.values().apply(stored.object()).contains(value))
                        .toList();
            }
        };
    }

    private final class Cursor implements WatchCursor {
        private final Prefix prefix;
        private long revision;
        private boolean closed;

        Cursor(Prefix prefix, long revision) {
            this.prefix = prefix;
            this.revision = revision;
        }

        private Optional<StoreEvent> next() {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            Optional<StoreEvent> next = writes.stream()
                    .filter(write -> write.revision() > revision && prefix.covers(write.key()))
                    .findFirst();
            if (next.isPresent() && next.get().revision() <= compacted) {
                throw CompactedException.ofWatch(revision, compacted);
            }
            return next;
        }

        @Override
        public Optional<StoreEvent> poll() {
            synchronized (NaiveStore.this) {
                Optional<StoreEvent> next = next();
                next.ifPresent(event -> revision = event.revision());
                return next;
            }
        }

        @Override
        public long revision() {
            return revision;
        }

        @Override
        public long bookmark() {
            synchronized (NaiveStore.this) {
                return next().map(event -> event.revision() - 1).orElseGet(NaiveStore.this::revision);
            }
        }

        @Override
        public void onEvents(Runnable wake) {
            synchronized (NaiveStore.this) {
                wakers.put(this, wake);
                if (next().isPresent()) {
                    wake.run();
                }
            }
        }

        @Override
        public void close() {
            closed = true;
            wakers.remove(this);
        }
    }
}
