package io.kubelayers.nucleus.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An upper level of a {@link SortedTree}: child nodes, and the lowest key below each of them. */
@SuppressWarnings("unchecked")
final class TreeBranch<V> extends TreeNode<V> {
    private final byte[][] lows;
    private final TreeNode<V>[] children;
    private final int size;

    private TreeBranch(byte[][] lows, TreeNode<V>[] children, int size) {
        this.lows = lows;
        this.children = children;
        this.size = size;
    }

    static <V> TreeBranch<V> of(TreeNode<V> left, TreeNode<V> right) {
        return new TreeBranch<>(
                new byte[][] {left.lowest(), right.lowest()},
                (TreeNode<V>[]) new TreeNode<?>[] {left, right},
                left.size() + right.size());
    }

    @Override
    int size() {
        return size;
    }

    @Override
    int width() {
        return children.length;
    }

    @Override
    byte[] lowest() {
        return lows[0];
    }

    TreeNode<V> child(int slot) {
        return children[slot];
    }

    @Override
    @Nullable
    V get(byte[] key) {
        return child(slotOf(key)).get(key);
    }

    @Override
    TreeNode<V> with(byte[] key, V value) {
        int slot = slotOf(key);
        TreeNode<V> child = child(slot).with(key, value);
        return child.tooWide()
                ? replacing(slot, child.leftHalf()).inserting(slot + 1, child.rightHalf())
                : replacing(slot, child);
    }

    @Override
    TreeNode<V> without(byte[] key) {
        int slot = slotOf(key);
        TreeNode<V> child = child(slot).without(key);
        if (child == children[slot]) {
            return this;
        }
        return child.width() >= NARROW ? replacing(slot, child) : joining(slot, child);
    }

    /** Joins a child that has become narrow with a neighbour; shares out their slots if they are too many for one. */
    private TreeBranch<V> joining(int slot, TreeNode<V> narrow) {
        int left = slot == 0 ? 0 : slot - 1;
        TreeNode<V> joined = slot == 0 ? narrow.joined(child(1)) : child(left).joined(narrow);
        return joined.tooWide()
                ? replacing(left, joined.leftHalf()).replacing(left + 1, joined.rightHalf())
                : removing(left + 1).replacing(left, joined);
    }

    @SuppressWarnings("ReferenceEquality") // keys are shared, so another array is another key
    private TreeBranch<V> replacing(int slot, TreeNode<V> child) {
        byte[] low = child.lowest();
        return new TreeBranch<>(
                low == lows[slot] ? lows : Slots.replaced(lows, slot, low),
                Slots.replaced(children, slot, child),
                size - child(slot).size() + child.size());
    }

    private TreeBranch<V> inserting(int slot, TreeNode<V> child) {
        return new TreeBranch<>(
                Slots.inserted(lows, slot, child.lowest()), Slots.inserted(children, slot, child), size + child.size());
    }

    private TreeBranch<V> removing(int slot) {
        return new TreeBranch<>(
                Slots.removed(lows, slot),
                Slots.removed(children, slot),
                size - child(slot).size());
    }

    @Override
    int rank(byte[] key) {
        int slot = slotOf(key);
        int before = 0;
        for (int i = 0; i < slot; i++) {
            before += child(i).size();
        }
        return before + child(slot).rank(key);
    }

    @Override
    TreeBranch<V> part(int from, int to) {
        int entries = 0;
        for (int i = from; i < to; i++) {
            entries += child(i).size();
        }
        return new TreeBranch<>(Arrays.copyOfRange(lows, from, to), Arrays.copyOfRange(children, from, to), entries);
    }

    @Override
    TreeBranch<V> joined(TreeNode<V> right) {
        TreeBranch<V> other = (TreeBranch<V>) right;
        return new TreeBranch<>(
                Slots.joined(lows, other.lows), Slots.joined(children, other.children), size + other.size);
    }

    /** The only child that can have the key: the last one that does not begin above it. */
    private int slotOf(byte[] key) {
        int slot = search(lows, key);
        return slot >= 0 ? slot : Math.max(0, -slot - 2);
    }
}
