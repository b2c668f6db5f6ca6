package io.kubelayers.application.scheduling.framework;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Values by name. Immutable: a hash trie of 32 branches a level (Bagwell's), of which a change copies one short array a
 * level: three or four for 150,000 names, where a binary tree would copy seventeen nodes and balance them.
 *
 * @param <V> what is filed
 */
final class NameMap<V> {
    private static final int BITS = 5;
    private static final int LAST = (1 << BITS) - 1;
    private static final NameMap<?> EMPTY = new NameMap<>(new Branch(0, new Object[0]), 0);

    /** A name and its value; those of the same hash are chained. */
    private record Leaf(String name, Object value, @Nullable Leaf more) {
        @Nullable
        Leaf find(String wanted) {
            for (Leaf leaf = this; leaf != null; leaf = leaf.more) {
                if (leaf.name.equals(wanted)) {
                    return leaf;
                }
            }
            return null;
        }

        @Nullable
        Leaf without(String gone) {
            if (name.equals(gone)) {
                return more;
            }
            return new Leaf(name, value, more == null ? null : more.without(gone));
        }
    }

    /**
     * One level.
     *
     * @param used which of the 32 places are taken
     * @param slots what is at those, in their order: a branch or a leaf
     */
    private record Branch(int used, Object[] slots) {
        private int slot(int bit) {
            return Integer.bitCount(used & bit - 1);
        }

        Branch put(int bit, Object what) {
            int at = slot(bit);
            if ((used & bit) != 0) {
                var changed = slots.clone();
                changed[at] = what;
                return new Branch(used, changed);
            }
            var more = new Object[slots.length + 1];
            System.arraycopy(slots, 0, more, 0, at);
            more[at] = what;
            System.arraycopy(slots, at, more, at + 1, slots.length - at);
            return new Branch(used | bit, more);
        }

        Branch remove(int bit) {
            int at = slot(bit);
            var fewer = Arrays.copyOf(slots, slots.length - 1);
            System.arraycopy(slots, at + 1, fewer, at, slots.length - at - 1);
            return new Branch(used & ~bit, fewer);
        }
    }

    private final Branch root;
    private final int size;

    private NameMap(Branch root, int size) {
        this.root = root;
        this.size = size;
    }

    @SuppressWarnings("unchecked") // it has no values
    static <V> NameMap<V> empty() {
        return (NameMap<V>) EMPTY;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** The value of a name, or null. */
    @SuppressWarnings("unchecked") // only such values are put
    @Nullable
    V get(String name) {
        var leaf = leaf(name);
        return leaf == null ? null : (V) leaf.value;
    }

    private @Nullable Leaf leaf(String name) {
        int hash = spread(name);
        var branch = root;
        for (int shift = 0; ; shift += BITS) {
            int bit = bit(hash, shift);
            if ((branch.used & bit) == 0) {
                return null;
            }
            var slot = branch.slots[branch.slot(bit)];
            if (slot instanceof Leaf leaf) {
                return leaf.find(name);
            }
            branch = (Branch) slot;
        }
    }

    NameMap<V> plus(String name, V value) {
        return plus(name, get(name), value);
    }

    /**
     * The same for who has looked already.
     *
     * @param known what is filed under the name now
     */
    NameMap<V> plus(String name, @Nullable V known, V value) {
        if (known != null && known.equals(value)) {
            return this;
        }
        return new NameMap<>(plus(root, 0, spread(name), name, value), known == null ? size + 1 : size);
    }

    private static Branch plus(Branch branch, int shift, int hash, String name, Object value) {
        int bit = bit(hash, shift);
        if ((branch.used & bit) == 0) {
            return branch.put(bit, new Leaf(name, value, null));
        }
        var slot = branch.slots[branch.slot(bit)];
        if (slot instanceof Leaf leaf) {
            int other = spread(leaf.name);
            if (other == hash) {
                var rest = leaf.find(name) == null ? leaf : leaf.without(name);
                return branch.put(bit, new Leaf(name, value, rest));
            }
            return branch.put(bit, both(shift + BITS, leaf, other, new Leaf(name, value, null), hash));
        }
        return branch.put(bit, plus((Branch) slot, shift + BITS, hash, name, value));
    }

    private static Branch both(int shift, Leaf one, int oneHash, Leaf other, int otherHash) {
        int first = bit(oneHash, shift);
        int second = bit(otherHash, shift);
        if (first == second) {
            return new Branch(first, new Object[] {both(shift + BITS, one, oneHash, other, otherHash)});
        }
        return new Branch(first, new Object[] {one}).put(second, other);
    }

    NameMap<V> minus(String name) {
        if (leaf(name) == null) {
            return this;
        }
        return size == 1 ? empty() : new NameMap<>(minus(root, 0, spread(name), name), size - 1);
    }

    /** Without a name that is there. */
    private static Branch minus(Branch branch, int shift, int hash, String name) {
        int bit = bit(hash, shift);
        var slot = branch.slots[branch.slot(bit)];
        if (slot instanceof Leaf leaf) {
            var rest = leaf.without(name);
            return rest == null ? branch.remove(bit) : branch.put(bit, rest);
        }
        var below = minus((Branch) slot, shift + BITS, hash, name);
        if (below.slots.length == 0) {
            return branch.remove(bit);
        }
        // one leaf alone needs no level of its own
        return branch.put(bit, below.slots.length == 1 && below.slots[0] instanceof Leaf ? below.slots[0] : below);
    }

    /** All of them, in an order that depends on the names alone unless two have the same hash. */
    void forEach(BiConsumer<String, V> action) {
        forEach(root, action);
    }

    @SuppressWarnings("unchecked") // only such values are put
    private static <V> void forEach(Branch branch, BiConsumer<String, V> action) {
        for (var slot : branch.slots) {
            if (slot instanceof Branch below) {
                forEach(below, action);
            } else {
                for (Leaf leaf = (Leaf) slot; leaf != null; leaf = leaf.more) {
                    action.accept(leaf.name, (V) leaf.value);
                }
            }
        }
    }

    /** Names that count up differ in the low bits only, of which the first levels are to be full. */
    private static int spread(String name) {
        int hash = name.hashCode();
        return hash ^ hash >>> 16;
    }

    private static int bit(int hash, int shift) {
        return 1 << (hash >>> shift & LAST);
    }
}
