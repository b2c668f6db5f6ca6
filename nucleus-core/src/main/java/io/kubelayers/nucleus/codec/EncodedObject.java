package io.kubelayers.nucleus.codec;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An object as UTF-8 JSON, with what is made of it for those who ask for it in other forms: an item of a list, which
 * doesn't say its kind, and a line of a watch. Immutable to its users, who must not write into the arrays.
 */
public final class EncodedObject {
    private record Event(String type, byte[] line) {}

    private final byte[] line;
    private final int fields;
    private volatile @Nullable Event event;

    /**
     * @param line the JSON and a line break
     * @param fields where the fields begin, behind kind and apiVersion
     */
    EncodedObject(byte[] line, int fields) {
        this.line = line;
        this.fields = fields;
    }

    /** The whole object, with a line break behind it. */
    public byte[] line() {
        return line;
    }

    /** Bytes of the object as an item of a list: without kind and apiVersion. */
    int itemLength() {
        return line.length - fields;
    }

    /** Copies the object as an item of a list; where it ends. */
    int copyItem(byte[] into, int at) {
        into[at] = '{';
        System.arraycopy(line, fields, into, at + 1, itemLength() - 1);
        return at + itemLength();
    }

    /**
     * The object in a watch event, with a line break. Made once for all watches, which nearly always see an object in
     * events of one type.
     *
     * @param type what happened, such as {@code ADDED}
     */
    public byte[] event(String type) {
        var known = event;
        if (known == null || !known.type.equals(type)) {
            var head = ("{\"type\":\"" + type + "\",\"object\":").getBytes(StandardCharsets.UTF_8);
            var bytes = new byte[head.length + line.length + 1];
            System.arraycopy(head, 0, bytes, 0, head.length);
            System.arraycopy(line, 0, bytes, head.length, line.length - 1);
            bytes[bytes.length - 2] = '}';
            bytes[bytes.length - 1] = '\n';
            known = new Event(type, bytes);
            event = known;
        }
        return known.line;
    }

    /** Bytes it holds at most, about. */
    int weight() {
        return 2 * line.length + 100;
    }
}
