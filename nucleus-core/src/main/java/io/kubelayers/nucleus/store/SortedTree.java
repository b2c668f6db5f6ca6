package io.kubelayers.nucleus.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sorted map: a B+ tree whose nodes are never changed, so that every version of it is kept as cheaply as
 * the last. A write copies one node a level, three or four for 150,000 entries, about 0.6 KB; versions share the rest.
 *
 * <p>Nodes know how many entries are below them, so an entry can be found by its position, a stretch of keys is a pair of
 * positions, and how many entries it has is a subtraction. Entries cost two references and their share of the nodes,
 * about 12 bytes; binary trees of the usual libraries cost 40 and more, and three times the cache misses on a read.
 */
final class SortedTree<V> {
    private static final SortedTree<?> EMPTY = new SortedTree<Object>(TreeLeaf.empty());

    private final TreeNode<V> root;

    private SortedTree(TreeNode<V> root) {
        this.root = root;
    }

    @SuppressWarnings("unchecked")
    static <V> SortedTree<V> empty() {
        return (SortedTree<V>) EMPTY;
    }

    int size() {
        return root.size();
    }

    @Nullable
    V get(byte[] key) {
        return root.get(key);
    }

    /** With this value at the key, in place of the one that was there if any. */
    SortedTree<V> with(byte[] key, V value) {
        TreeNode<V> node = root.with(key, value);
        return new SortedTree<>(node.tooWide() ? TreeBranch.of(node.leftHalf(), node.rightHalf()) : node);
    }

    /** Without the key; this same tree if it is not there. */
    SortedTree<V> without(byte[] key) {
        TreeNode<V> node = root.without(key);
        if (node == root) {
            return this;
        }
        return new SortedTree<>(node instanceof TreeBranch<V> branch && branch.width() == 1 ? branch.child(0) : node);
    }

    /** How many keys are lower than this one: the position where it is, or would be. */
    int rank(byte[] key) {
        return root.rank(key);
    }

    /** All values in the order of their keys. */
    List<V> values() {
        return values(0, size());
    }

    /** The values from one position to another, in the order of their keys: a view that costs nothing. */
    List<V> values(int from, int to) {
        return new TreeRange<>(root, from, to);
    }
}
