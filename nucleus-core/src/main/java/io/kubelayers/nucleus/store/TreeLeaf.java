package io.kubelayers.nucleus.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lowest level of a {@link SortedTree}: keys and their values. */
@SuppressWarnings("unchecked")
final class TreeLeaf<V> extends TreeNode<V> {
    private static final TreeLeaf<?> EMPTY = new TreeLeaf<Object>(new byte[0][], new Object[0]);

    private final byte[][] keys;
    private final Object[] values;

    private TreeLeaf(byte[][] keys, Object[] values) {
        this.keys = keys;
        this.values = values;
    }

    static <V> TreeLeaf<V> empty() {
        return (TreeLeaf<V>) EMPTY;
    }

    @Override
    int size() {
        return keys.length;
    }

    @Override
    int width() {
        return keys.length;
    }

    @Override
    byte[] lowest() {
        return keys[0];
    }

    V value(int slot) {
        return (V) values[slot];
    }

    @Override
    @Nullable
    V get(byte[] key) {
        int slot = search(keys, key);
        return slot < 0 ? null : (V) values[slot];
    }

    @Override
    TreeLeaf<V> with(byte[] key, V value) {
        int slot = search(keys, key);
        if (slot >= 0) {
            return new TreeLeaf<>(keys, Slots.replaced(values, slot, value));
        }
        int at = -slot - 1;
        return new TreeLeaf<>(Slots.inserted(keys, at, key), Slots.inserted(values, at, value));
    }

    @Override
    TreeLeaf<V> without(byte[] key) {
        int slot = search(keys, key);
        return slot < 0 ? this : new TreeLeaf<>(Slots.removed(keys, slot), Slots.removed(values, slot));
    }

    @Override
    int rank(byte[] key) {
        int slot = search(keys, key);
        return slot < 0 ? -slot - 1 : slot;
    }

    @Override
    TreeLeaf<V> part(int from, int to) {
        return new TreeLeaf<>(Arrays.copyOfRange(keys, from, to), Arrays.copyOfRange(values, from, to));
    }

    @Override
    TreeLeaf<V> joined(TreeNode<V> right) {
        TreeLeaf<V> other = (TreeLeaf<V>) right;
        return new TreeLeaf<>(Slots.joined(keys, other.keys), Slots.joined(values, other.values));
    }
}
