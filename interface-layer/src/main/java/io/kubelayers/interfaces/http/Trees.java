package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import org.jspecify.annotations.Nullable;

/** Bodies that are no objects, such as patches, which may also be lists. */
final class Trees {
    private Trees() {}

    /**
     * Reads any value.
     *
     * @throws io.kubelayers.nucleus.codec.DecodeException if it is not well formed
     */
    static @Nullable Object read(String text) {
        // the reader takes documents that are objects: a list is read inside one
        var stripped = text.strip();
        if (stripped.startsWith("[")) {
            return Tree.get(Codec.readTree("{\"list\":" + stripped + "}", ReadOptions.ignore()), "list");
        }
        return Codec.readTree(text, ReadOptions.ignore());
    }
}
