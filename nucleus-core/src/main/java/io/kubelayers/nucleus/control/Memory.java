package io.kubelayers.nucleus.control;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What a controller remembers between reconciliations (past recommendations, back-offs): immutable values by key. Kept
 * outside of the reconciler so that a fork of the cluster carries it, at no cost: the map is persistent.
 */
public final class Memory {
    private volatile PMap<String, Object> values;

    private Memory(PMap<String, Object> values) {
        this.values = values;
    }

    public static Memory empty() {
        return new Memory(HashTreePMap.empty());
    }

    /** The remembered value, if there is one of that type. */
    public <V> Optional<V> get(String key, Class<V> type) {
        return Optional.ofNullable(values.get(key)).map(type::cast);
    }

    /** Remembers an immutable value. */
    public synchronized void put(String key, Object value) {
        values = values.plus(key, value);
    }

    /** Remembers what becomes of the remembered value, or of another where there is none; as one step. */
    public synchronized <V> void change(String key, Class<V> type, V initial, UnaryOperator<V> change) {
        values = values.plus(key, change.apply(get(key, type).orElse(initial)));
    }

    public synchronized void forget(String key) {
        values = values.minus(key);
    }

    /** A memory of its own that starts with the same content. */
    public Memory fork() {
        return new Memory(values);
    }
}
