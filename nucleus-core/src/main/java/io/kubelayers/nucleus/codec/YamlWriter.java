package io.kubelayers.nucleus.codec;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/**
 * Trees to YAML text as kubectl prints it: keys in {@link YamlKeyOrder}, lists at the indentation of their key, strings
 * plain where they read back as strings, several lines as a literal block.
 *
 * <p>Source: {@code encode.go} of goyaml v2, which sigs.k8s.io/yaml uses.
 */
final class YamlWriter {
    /** Possessive, so that what is long takes no more of the stack. */
    private static final Pattern BASE_60 = Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])++(?:\\.[0-9_]*)?");

    private static final ImplicitTuple IMPLICIT = new ImplicitTuple(true, true);

    private final StringWriter text = new StringWriter();
    private final Emitter emitter;

    private YamlWriter() {
        DumperOptions options = new DumperOptions();
        options.setIndent(2);
        options.setWidth(80);
        options.setAllowUnicode(true);
        emitter = new Emitter(text, options);
    }

    static String write(@Nullable Object tree) {
        return new YamlWriter().document(tree);
    }

    private String document(@Nullable Object tree) {
        emit(new StreamStartEvent(null, null));
        emit(new DocumentStartEvent(null, null, false, null, null));
        node(tree);
        emit(new DocumentEndEvent(null, null, false));
        emit(new StreamEndEvent(null, null));
        return text.toString();
    }

    private void node(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            emit(new MappingStartEvent(null, null, true, null, null, style(map.isEmpty())));
            List<String> keys = new ArrayList<>(map.size());
            map.keySet().forEach(key -> keys.add((String) key));
            keys.sort(YamlKeyOrder.NATURAL);
            for (String key : keys) {
                string(key);
                node(map.get(key));
            }
            emit(new MappingEndEvent(null, null));
        } else if (tree instanceof List<?> list) {
            emit(new SequenceStartEvent(null, null, true, null, null, style(list.isEmpty())));
            list.forEach(this::node);
            emit(new SequenceEndEvent(null, null));
        } else if (tree instanceof String string) {
            string(string);
        } else if (tree instanceof Double number) {
            scalar(GoNumbers.text(number), ScalarStyle.PLAIN);
        } else {
            scalar(String.valueOf(tree), ScalarStyle.PLAIN);
        }
    }

    private static FlowStyle style(boolean empty) {
        return empty ? FlowStyle.FLOW : FlowStyle.BLOCK;
    }

    private void string(String value) {
        if (value.indexOf('\n') >= 0) {
            scalar(value, ScalarStyle.LITERAL);
        } else if (readsAsString(value)) {
            scalar(value, ScalarStyle.PLAIN);
        } else {
            scalar(value, ScalarStyle.DOUBLE_QUOTED);
        }
    }

    private static boolean readsAsString(String value) {
        return YamlScalars.resolve(value) instanceof String
                && !value.equals("<<") // a merge key otherwise
                && !BASE_60.matcher(value).matches()
                && !YamlScalars.isTimestamp(value);
    }

    private void scalar(String value, ScalarStyle style) {
        emit(new ScalarEvent(null, null, IMPLICIT, value, null, null, style));
    }

    private void emit(Event event) {
        try {
            emitter.emit(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
