package io.kubelayers.nucleus.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A node of a {@link SortedTree}: up to {@link #WIDTH} slots in the order of their keys, never changed once made.
 *
 * <p>{@link #with} may give back a node that is one slot too wide, {@link #without} one that is too narrow: the parent
 * splits and joins.
 */
abstract sealed class TreeNode<V> permits TreeLeaf, TreeBranch {
    /** Most slots of a node. A write copies one node a level, so wider trees read faster and write slower. */
    static final int WIDTH = 32;

    /** Fewest slots of a node that is not the root. */
    static final int NARROW = WIDTH / 4;

    /** Number of entries below this node. */
    abstract int size();

    /** Number of slots in this node. */
    abstract int width();

    /** The lowest key below; the node must not be empty. */
    abstract byte[] lowest();

    abstract @Nullable V get(byte[] key);

    abstract TreeNode<V> with(byte[] key, V value);

    /** This node itself if the key is not below it. */
    abstract TreeNode<V> without(byte[] key);

    /** How many keys below are lower than this one. */
    abstract int rank(byte[] key);

    /** The slots of this node from one position to another, as a node. */
    abstract TreeNode<V> part(int from, int to);

    /** The slots of this node and then those of its right neighbour, as one node, perhaps too wide. */
    abstract TreeNode<V> joined(TreeNode<V> right);

    final boolean tooWide() {
        return width() > WIDTH;
    }

    final TreeNode<V> leftHalf() {
        return part(0, width() / 2);
    }

    final TreeNode<V> rightHalf() {
        return part(width() / 2, width());
    }

    /** Position of the key among sorted keys, or {@code -(where it belongs) - 1}. */
    static int search(byte[][] keys, byte[] key) {
        int low = 0;
        int high = keys.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int comparison = Arrays.compareUnsigned(keys[middle], key);
            if (comparison == 0) {
                return middle;
            }
            if (comparison < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
