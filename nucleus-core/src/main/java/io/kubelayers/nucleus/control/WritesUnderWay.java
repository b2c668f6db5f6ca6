package io.kubelayers.nucleus.control;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Writes that are counted already and not stored yet, by namespace. Admission says when they begin and end.
 *
 * <p>Who counts what is stored reads its last count first, asks here then, and lists the objects last. If there are no such
 * writes, the list has all that were counted before; one that begins later changes the count that was read, so that the
 * new one is not written.
 */
public final class WritesUnderWay {
    private final ConcurrentMap<String, Integer> byNamespace = new ConcurrentHashMap<>();

    /** A write begins, before it is counted. */
    public void begin(String namespace) {
        byNamespace.merge(namespace, 1, Integer::sum);
    }

    /** One that began has been stored or refused. */
    public void end(String namespace) {
        byNamespace.computeIfPresent(namespace, (name, count) -> count == 1 ? null : count - 1);
    }

    /** Whether there are any. */
    public boolean any(String namespace) {
        return byNamespace.containsKey(namespace);
    }
}
