package io.kubelayers.nucleus.store;

/**
 * A key of one resource as bytes whose unsigned order is that of the keys: what a {@link SortedTree} is sorted by. One
 * array comparison takes the place of following a key to its texts and those to their characters, which is what a search
 * spends its time on.
 *
 * <p>The bytes are namespace, zero, name. Characters 0 and 1 are escaped by a 1 before them, so a namespace sorts before
 * its own extensions, no two keys are the same bytes, and everything in a namespace lies between {@code namespace + 0} and
 * {@code namespace + 1}. Other characters are written as UTF-8 does, but char by char, which keeps the order of
 * {@link String#compareTo}.
 */
final class SortKey {
    private static final int END = 0;
    private static final int ESCAPE = 1;

    private byte[] bytes;
    private int length;

    private SortKey(int capacity) {
        bytes = new byte[capacity];
    }

    /** An object of a resource: its namespace, then its name. */
    static byte[] of(Key key) {
        int length = size(key.namespace()) + 1 + size(key.name());
        return new SortKey(length).text(key.namespace()).put(END).text(key.name()).bytes;
    }

    /** The first key that could come after that of an object. */
    static byte[] after(Key key) {
        int length = size(key.namespace()) + 1 + size(key.name()) + 1;
        return new SortKey(length)
                .text(key.namespace())
                .put(END)
                .text(key.name())
                .put(END)
                .bytes;
    }

    /** Where the objects of a namespace start. */
    static byte[] start(String namespace) {
        return new SortKey(size(namespace) + 1).text(namespace).put(END).bytes;
    }

    /** Where the objects of a namespace end: above all of them, and not above those of any later one. */
    static byte[] end(String namespace) {
        return new SortKey(size(namespace) + 1).text(namespace).put(ESCAPE).bytes;
    }

    private SortKey text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x800) {
                put(0xE0 | (c >> 12)).put(0x80 | ((c >> 6) & 0x3F)).put(0x80 | (c & 0x3F));
            } else if (c >= 0x80) {
                put(0xC0 | (c >> 6)).put(0x80 | (c & 0x3F));
            } else if (c > ESCAPE) {
                put(c);
            } else {
                put(ESCAPE).put(c + 1);
            }
        }
        return this;
    }

    private SortKey put(int value) {
        bytes[length++] = (byte) value;
        return this;
    }

    private static int size(String text) {
        int size = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || c <= ESCAPE) {
                size += c >= 0x800 ? 2 : 1;
            }
        }
        return size;
    }
}
