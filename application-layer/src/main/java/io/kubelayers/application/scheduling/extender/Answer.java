package io.kubelayers.application.scheduling.extender;

import io.kubelayers.application.scheduling.framework.ExtenderException;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an extender answered. Names of fields may be in any case, as Go's decoder has it. */
final class Answer {
    private final Map<String, @Nullable Object> fields;

    private Answer(Map<String, @Nullable Object> fields) {
        this.fields = fields;
    }

    static Answer object(String json) {
        return new Answer(tree(json));
    }

    /** The parts of a list. */
    static List<Answer> list(String json) {
        return parts(tree("{\"items\":" + json + "}").get("items"));
    }

    private static Map<String, @Nullable Object> tree(String json) {
        try {
            return Codec.readTree(json, ReadOptions.ignore());
        } catch (RuntimeException e) {
            throw new ExtenderException("answers what is no JSON: " + e.getMessage(), e);
        }
    }

    private static List<Answer> parts(@Nullable Object list) {
        var parts = new ArrayList<Answer>();
        for (var part : Tree.list(list)) {
            parts.add(new Answer(Tree.map(part)));
        }
        return parts;
    }

    private @Nullable Object value(String field) {
        for (var entry : fields.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(field)) {
                return entry.getValue();
            }
        }
        return null;
    }

    boolean has(String field) {
        return value(field) != null;
    }

    String text(String field) {
        return value(field) instanceof String text ? text : "";
    }

    long number(String field) {
        return value(field) instanceof Number number ? number.longValue() : 0;
    }

    Answer part(String field) {
        return new Answer(Tree.map(value(field)));
    }

    List<Answer> parts(String field) {
        return parts(value(field));
    }

    List<String> texts(String field) {
        var texts = new ArrayList<String>();
        for (var text : Tree.list(value(field))) {
            texts.add(String.valueOf(text));
        }
        return texts;
    }

    /** A map of texts. */
    SortedMap<String, String> textsByName(String field) {
        var texts = new TreeMap<String, String>();
        Tree.map(value(field)).forEach((name, text) -> texts.put(name, String.valueOf(text)));
        return texts;
    }

    /** A map of parts. */
    SortedMap<String, Answer> partsByName(String field) {
        var parts = new TreeMap<String, Answer>();
        Tree.map(value(field)).forEach((name, part) -> parts.put(name, new Answer(Tree.map(part))));
        return parts;
    }
}
