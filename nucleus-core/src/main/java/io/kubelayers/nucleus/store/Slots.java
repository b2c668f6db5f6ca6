package io.kubelayers.nucleus.store;

import java.util.Arrays;

/** Copies of small arrays that differ in one place: how an immutable node changes. */
final class Slots {
    private Slots() {}

    static <T> T[] replaced(T[] slots, int at, T value) {
        T[] copy = slots.clone();
        copy[at] = value;
        return copy;
    }

    static <T> T[] inserted(T[] slots, int at, T value) {
        T[] copy = Arrays.copyOf(slots, slots.length + 1);
        System.arraycopy(slots, at, copy, at + 1, slots.length - at);
        copy[at] = value;
        return copy;
    }

    static <T> T[] removed(T[] slots, int at) {
        T[] copy = Arrays.copyOf(slots, slots.length - 1);
        System.arraycopy(slots, at + 1, copy, at, copy.length - at);
        return copy;
    }

    static <T> T[] joined(T[] left, T[] right) {
        T[] copy = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, copy, left.length, right.length);
        return copy;
    }
}
