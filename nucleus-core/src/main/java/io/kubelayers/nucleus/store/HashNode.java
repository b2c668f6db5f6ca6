package io.kubelayers.nucleus.store;

import org.jspecify.annotations.Nullable;

/**
 * A node of a {@link HashTrie}: for each value that five bits of the hash take below it, a pair of slots. The pair is a
 * key and its value; or null and the node of the next five bits; or, where all bits of some hash are used up, null and a
 * node whose pairs are the keys of that one hash side by side.
 */
final class HashNode {
    static final HashNode EMPTY = new HashNode(0, new Object[0]);

    private static final int BITS = 5;
    private static final int HASH_BITS = 32;

    /** Bit n is set if there is a pair for the value n; unused where keys of one hash are side by side. */
    private final int present;

    private final @Nullable Object[] pairs;

    private HashNode(int present, @Nullable Object[] pairs) {
        this.present = present;
        this.pairs = pairs;
    }

    @Nullable
    Object get(Object key, int hash) {
        HashNode node = this;
        for (int shift = 0; shift < HASH_BITS; shift += BITS) {
            int bit = bit(hash, shift);
            if ((node.present & bit) == 0) {
                return null;
            }
            int pair = node.pairOf(bit);
            Object found = node.pairs[pair];
            if (found != null) {
                return found.equals(key) ? node.pairs[pair + 1] : null;
            }
            node = (HashNode) node.pairs[pair + 1];
        }
        int pair = node.scan(key);
        return pair < 0 ? null : node.pairs[pair + 1];
    }

    HashNode with(Object key, Object value, int hash, int shift) {
        if (shift >= HASH_BITS) {
            int pair = scan(key);
            return pair < 0 ? inserting(0, pairs.length, key, value) : replacing(pair, key, value);
        }
        int bit = bit(hash, shift);
        int pair = pairOf(bit);
        if ((present & bit) == 0) {
            return inserting(bit, pair, key, value);
        }
        Object found = pairs[pair];
        if (found == null) {
            return replacing(pair, null, child(pair).with(key, value, hash, shift + BITS));
        }
        if (found.equals(key)) {
            return replacing(pair, found, value);
        }
        HashNode below = EMPTY.with(found, pairs[pair + 1], HashTrie.hash(found), shift + BITS);
        return replacing(pair, null, below.with(key, value, hash, shift + BITS));
    }

    /** This node itself if the key is not below it. */
    HashNode without(Object key, int hash, int shift) {
        if (shift >= HASH_BITS) {
            int pair = scan(key);
            return pair < 0 ? this : removing(0, pair);
        }
        int bit = bit(hash, shift);
        if ((present & bit) == 0) {
            return this;
        }
        int pair = pairOf(bit);
        Object found = pairs[pair];
        if (found != null) {
            return found.equals(key) ? removing(bit, pair) : this;
        }
        HashNode child = child(pair);
        HashNode rest = child.without(key, hash, shift + BITS);
        if (rest == child) {
            return this;
        }
        return rest.isSingle() ? replacing(pair, rest.pairs[0], rest.pairs[1]) : replacing(pair, null, rest);
    }

    /** Whether this node is one key and its value, which need no node. */
    private boolean isSingle() {
        return pairs.length == 2 && pairs[0] != null;
    }

    private HashNode child(int pair) {
        return (HashNode) pairs[pair + 1];
    }

    private int scan(Object key) {
        for (int pair = 0; pair < pairs.length; pair += 2) {
            if (key.equals(pairs[pair])) {
                return pair;
            }
        }
        return -1;
    }

    private int pairOf(int bit) {
        return 2 * Integer.bitCount(present & (bit - 1));
    }

    private static int bit(int hash, int shift) {
        return 1 << (hash >>> shift);
    }

    private HashNode replacing(int pair, @Nullable Object key, Object value) {
        Object[] copy = pairs.clone();
        copy[pair] = key;
        copy[pair + 1] = value;
        return new HashNode(present, copy);
    }

    private HashNode inserting(int bit, int pair, Object key, Object value) {
        Object[] copy = new Object[pairs.length + 2];
        System.arraycopy(pairs, 0, copy, 0, pair);
        System.arraycopy(pairs, pair, copy, pair + 2, pairs.length - pair);
        copy[pair] = key;
        copy[pair + 1] = value;
        return new HashNode(present | bit, copy);
    }

    private HashNode removing(int bit, int pair) {
        Object[] copy = new Object[pairs.length - 2];
        System.arraycopy(pairs, 0, copy, 0, pair);
        System.arraycopy(pairs, pair + 2, copy, pair, copy.length - pair);
        return new HashNode(present & ~bit, copy);
    }
}
