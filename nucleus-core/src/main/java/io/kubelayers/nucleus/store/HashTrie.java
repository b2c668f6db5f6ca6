package io.kubelayers.nucleus.store;

import org.jspecify.annotations.Nullable;

/**
 * An immutable hash map: a trie over the bits of the hash, five a level (Bagwell, "Ideal Hash Trees", 2001). A write
 * copies one small node a level, three or four for 150,000 entries; versions share the rest. A look-up follows as many
 * references and compares one key, which makes it several times faster than a search in a sorted tree.
 *
 * <p>It has no order that means anything, so it can't be iterated.
 */
final class HashTrie<K, V> {
    private static final HashTrie<?, ?> EMPTY = new HashTrie<Object, Object>(HashNode.EMPTY);

    private final HashNode root;

    private HashTrie(HashNode root) {
        this.root = root;
    }

    @SuppressWarnings("unchecked")
    static <K, V> HashTrie<K, V> empty() {
        return (HashTrie<K, V>) EMPTY;
    }

    @SuppressWarnings("unchecked")
    @Nullable
    V get(K key) {
        return (V) root.get(key, hash(key));
    }

    /** With this value at the key, in place of the one that was there if any. */
    HashTrie<K, V> with(K key, V value) {
        return new HashTrie<>(root.with(key, value, hash(key), 0));
    }

    /** Without the key; this same trie if it is not there. */
    HashTrie<K, V> without(K key) {
        HashNode node = root.without(key, hash(key), 0);
        return node == root ? this : new HashTrie<>(node);
    }

    /** Mixes the bits, since texts that count up differ in the low ones only. */
    static int hash(Object key) {
        int mixed = key.hashCode() * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }
}
