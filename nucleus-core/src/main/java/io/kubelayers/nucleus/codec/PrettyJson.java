package io.kubelayers.nucleus.codec;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON text for people, indented: by four spaces as kubectl does it, by two as the API server does. */
final class PrettyJson {
    private final StringBuilder text = new StringBuilder();
    private final String indent;

    private PrettyJson(int spaces) {
        this.indent = " ".repeat(spaces);
    }

    static String write(@Nullable Object tree, int spaces) {
        PrettyJson writer = new PrettyJson(spaces);
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
        text.append('\n').append(indent.repeat(depth));
    }
}
