package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import java.util.List;
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
        // the reader takes documents that are objects: any other value is read inside one
        var stripped = text.strip();
        if (!stripped.startsWith("{")) {
            return Tree.get(Codec.readTree("{\"value\":" + stripped + "}", ReadOptions.ignore()), "value");
        }
        return Codec.readTree(text, ReadOptions.ignore());
    }

    /** What Go says of a text that does not even begin as JSON; null if it does. */
    static @Nullable String nonsense(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty()) {
            return "unexpected end of JSON input";
        }
        char first = stripped.charAt(0);
        for (var literal : List.of("null", "true", "false")) {
            if (literal.charAt(0) == first) {
                return nonsense(stripped, literal);
            }
        }
        boolean begins = "{[\"-".indexOf(first) >= 0 || Character.isDigit(first);
        return begins ? null : "invalid character '" + first + "' looking for beginning of value";
    }

    private static @Nullable String nonsense(String text, String literal) {
        for (int i = 1; i < literal.length(); i++) {
            if (i == text.length()) {
                return "unexpected end of JSON input";
            } else if (text.charAt(i) != literal.charAt(i)) {
                return "invalid character '" + text.charAt(i) + "' in literal " + literal + " (expecting '"
                        + literal.charAt(i) + "')";
            }
        }
        return null;
    }
}
