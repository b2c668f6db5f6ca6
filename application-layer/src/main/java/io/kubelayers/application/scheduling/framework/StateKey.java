package io.kubelayers.application.scheduling.framework;

/**
 * The name and type of one value in a {@link CycleState}. Keys are compared by identity, so a plugin keeps its own as
 * a constant and nobody else can write under it.
 *
 * @param <T> the type of the value
 */
public final class StateKey<T> {
    private final String name;

    private StateKey(String name) {
        this.name = name;
    }

    /** A new key; the name is for messages only. */
    public static <T> StateKey<T> named(String name) {
        return new StateKey<>(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
