package io.kubelayers.nucleus.store;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/** A stretch of a {@link SortedTree} as an immutable list: constant time to make, logarithmic to index, fast to walk. */
final class TreeRange<V> extends AbstractList<V> {
    private final TreeNode<V> root;
    private final int from;
    private final int to;

    TreeRange(TreeNode<V> root, int from, int to) {
        Objects.checkFromToIndex(from, to, root.size());
        this.root = root;
        this.from = from;
        this.to = to;
    }

    @Override
    public int size() {
        return to - from;
    }

    @Override
    public V get(int index) {
        Objects.checkIndex(index, size());
        return new Walk(from + index).next();
    }

    @Override
    public List<V> subList(int fromIndex, int toIndex) {
        Objects.checkFromToIndex(fromIndex, toIndex, size());
        return new TreeRange<>(root, from + fromIndex, from + toIndex);
    }

    @Override
    public Iterator<V> iterator() {
        return new Walk(from);
    }

    /** Goes through one leaf after the other, each found from the root: cheaper than keeping the way up. */
    private final class Walk implements Iterator<V> {
        private int position;
        private int slot;
        private TreeLeaf<V> leaf = TreeLeaf.empty();

        Walk(int position) {
            this.position = position;
        }

        @Override
        public boolean hasNext() {
            return position < to;
        }

        @Override
        public V next() {
            if (position >= to) {
                throw new NoSuchElementException();
            }
            if (slot == leaf.width()) {
                descend();
            }
            position++;
            return leaf.value(slot++);
        }

        private void descend() {
            TreeNode<V> node = root;
            int within = position;
            while (node instanceof TreeBranch<V> branch) {
                int child = 0;
                while (within >= branch.child(child).size()) {
                    within -= branch.child(child++).size();
                }
                node = branch.child(child);
            }
            leaf = (TreeLeaf<V>) node;
            slot = within;
        }
    }
}
