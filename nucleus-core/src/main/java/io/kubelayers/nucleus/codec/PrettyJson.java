package io.kubelayers.nucleus.codec;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON text for people, indented by four spaces as kubectl does. */
final class PrettyJson {
    private final StringBuilder text = new StringBuilder();

    private PrettyJson() {}

    static String write(@Nullable Object tree) {
        PrettyJson writer = new PrettyJson();
        writer.node(tree, 0);
        return writer.text.toString();
    }

    private void node(@Nullable Object tree, int depth) {
        if (tree instanceof Map<?, ?> map && !map.isEmpty()) {
            text.append('{');
            Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
            while (entries.hasNext()) {
                Map.Entry<?, ?> entry = entries.next();
                line(depth + 1);
                JsonSink.quote((String) entry.getKey(), text);
                text.append(": ");
                node(entry.getValue(), depth + 1);
                text.append(entries.hasNext() ? "," : "");
            }
            line(depth);
            text.append('}');
        } else if (tree instanceof List<?> list && !list.isEmpty()) {
            text.append('[');
            for (int i = 0; i < list.size(); i++) {
                line(depth + 1);
                node(list.get(i), depth + 1);
                text.append(i + 1 < list.size() ? "," : "");
            }
            line(depth);
            text.append(']');
        } else {
            text.append(Codec.json(tree));
        }
    }

    private void line(int depth) {
        text.append('\n').append("    ".repeat(depth));
    }
}
