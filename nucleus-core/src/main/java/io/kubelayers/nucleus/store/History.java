package io.kubelayers.nucleus.store;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The events of one resource in the order of their revisions, immutable: adding one gives a new history, which shares
 * all full chunks with the old.
 *
 * <p>Every event has a position, counted from the first event ever; positions stay when old events are forgotten, so a
 * cursor is a number. Adding copies half a chunk on average and, once a chunk, the list of chunks; reading is two array
 * accesses. Forgetting goes through the forgotten events once, to know of which namespaces they were: a watch of a
 * namespace where nothing happened has missed nothing.
 */
final class History {
    static final History EMPTY = new History(new StoreEvent[0][], new StoreEvent[0], 0, 0, HashTreePMap.empty());
    private static final int CHUNK = 64;

    private final StoreEvent[][] chunks;
    private final StoreEvent[] tail;
    private final long base;
    private final long first;
    private final PMap<String, Long> forgotten;

    /**
     * @param chunks full chunks, oldest first
     * @param tail the events since, fewer than a chunk
     * @param base position of the first event of the first chunk
     * @param first position of the oldest event that is not forgotten
     * @param forgotten position of the newest event that is forgotten, by namespace
     */
    private History(StoreEvent[][] chunks, StoreEvent[] tail, long base, long first, PMap<String, Long> forgotten) {
        this.chunks = chunks;
        this.tail = tail;
        this.base = base;
        this.first = first;
        this.forgotten = forgotten;
    }

    /** Position of the oldest event that is not forgotten. */
    long first() {
        return first;
    }

    /** Position behind the newest event. */
    long end() {
        return base + (long) chunks.length * CHUNK + tail.length;
    }

    /** The event at a position from {@link #first} to before {@link #end}. */
    StoreEvent get(long position) {
        int offset = (int) (position - base);
        int chunk = offset / CHUNK;
        return (chunk < chunks.length ? chunks[chunk] : tail)[offset % CHUNK];
    }

    History append(StoreEvent event) {
        StoreEvent[] longer = Arrays.copyOf(tail, tail.length + 1);
        longer[tail.length] = event;
        if (longer.length < CHUNK) {
            return new History(chunks, longer, base, first, forgotten);
        }
        StoreEvent[][] more = Arrays.copyOf(chunks, chunks.length + 1);
        more[chunks.length] = longer;
        return new History(more, new StoreEvent[0], base, first, forgotten);
    }

    /** Position of the first event with a revision above this one, {@link #end} if there is none. Logarithmic. */
    long after(long revision) {
        long low = first;
        long high = end();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (get(middle).revision() > revision) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Without the events up to a revision. Whole chunks are let go, at most one chunk of forgotten events lingers. */
    History forget(long revision) {
        long kept = after(revision);
        if (kept == first) {
            return this;
        }
        int dropped = Math.min(chunks.length, (int) ((kept - base) / CHUNK));
        StoreEvent[][] rest = Arrays.copyOfRange(chunks, dropped, chunks.length);
        return new History(rest, tail, base + (long) dropped * CHUNK, kept, forgottenBefore(kept));
    }

    private PMap<String, Long> forgottenBefore(long kept) {
        PMap<String, Long> newest = forgotten;
        Set<String> seen = new HashSet<>();
        for (long position = kept - 1; position >= first; position--) {
            String namespace = get(position).key().namespace();
            if (seen.add(namespace)) {
                newest = newest.plus(namespace, position);
            }
        }
        return newest;
    }

    /** Whether an event of the prefix from this position on is forgotten. */
    boolean misses(Prefix prefix, long position) {
        if (position >= first || prefix.namespace() == null) {
            return position < first;
        }
        Long newest = forgotten.get(prefix.namespace());
        return newest != null && newest >= position;
    }
}
