package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Codec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as the recording client sent it, with a space behind colons and commas: some answers repeat it. */
final class SentText {
    private SentText() {}

    static String of(@Nullable Object tree) {
        var text = new StringBuilder();
        append(text, tree);
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            text.append('{');
            map.forEach((key, value) -> {
                append(text.append(text.charAt(text.length() - 1) == '{' ? "" : ", "), key);
                append(text.append(": "), value);
            });
            text.append('}');
        } else if (tree instanceof List<?> list) {
            text.append('[');
            for (int i = 0; i < list.size(); i++) {
                append(text.append(i == 0 ? "" : ", "), list.get(i));
            }
            text.append(']');
        } else {
            text.append(Codec.json(tree));
        }
    }
}
