package io.kubelayers.nucleus.control;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What a controller remembers between reconciliations (past recommendations, back-offs): immutable values by key. Kept
 * outside of the reconciler so that a fork of the cluster carries it, at no cost: the map is persistent.
 */
public final class Memory {
    private final AtomicReference<PMap<String, Object>> values;

    private Memory(PMap<String, Object> values) {
        this.values = new AtomicReference<>(values);
    }

    public static Memory empty() {
        return new Memory(HashTreePMap.empty());
    }

    /** The remembered value, if there is one of that type. */
    public <V> Optional<V> get(String key, Class<V> type) {
        return Optional.ofNullable(values.get().get(key)).map(type::cast);
    }

    /** Remembers an immutable value. */
    public void put(String key, Object value) {
        values.updateAndGet(map -> map.plus(key, value));
    }

    public void forget(String key) {
        values.updateAndGet(map -> map.minus(key));
    }

    /** A memory of its own that starts with the same content. */
    public Memory fork() {
        return new Memory(values.get());
    }
}
