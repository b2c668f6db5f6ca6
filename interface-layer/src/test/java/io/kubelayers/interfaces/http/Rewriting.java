package io.kubelayers.interfaces.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes recorded steps. */
final class Rewriting {
    private Rewriting() {}

    /** The step with a copy of its response in which each map has been changed, inner ones first. */
    static Map<String, @Nullable Object> response(
            Map<String, @Nullable Object> step, BiConsumer<String, Map<String, @Nullable Object>> change) {
        var copy = new LinkedHashMap<>(step);
        copy.put("response", maps("", step.get("response"), change));
        return copy;
    }

    /** The same of what is sent. */
    static Map<String, @Nullable Object> request(
            Map<String, @Nullable Object> step, BiConsumer<String, Map<String, @Nullable Object>> change) {
        var copy = new LinkedHashMap<>(step);
        copy.put("request", maps("", step.get("request"), change));
        return copy;
    }

    /** The step with all texts of its response changed. */
    static Map<String, @Nullable Object> texts(Map<String, @Nullable Object> step, UnaryOperator<String> change) {
        var copy = new LinkedHashMap<>(step);
        copy.put("response", texts(step.get("response"), change));
        return copy;
    }

    /** The step with everything changed, what is sent too: for versions that are no longer served. */
    static Map<String, @Nullable Object> everything(Map<String, @Nullable Object> step, UnaryOperator<String> change) {
        var copy = new LinkedHashMap<>(step);
        copy.put("response", texts(step.get("response"), change));
        copy.put("request", texts(step.get("request"), change));
        return copy;
    }

    private static @Nullable Object maps(
            String path, @Nullable Object tree, BiConsumer<String, Map<String, @Nullable Object>> change) {
        if (tree instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((key, value) -> copy.put((String) key, maps(path + "." + key, value, change)));
            change.accept(path, copy);
            return copy;
        }
        if (tree instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            list.forEach(item -> copy.add(maps(path + "[]", item, change)));
            return copy;
        }
        return tree;
    }

    private static @Nullable Object texts(@Nullable Object tree, UnaryOperator<String> change) {
        if (tree instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((key, value) -> copy.put(change.apply((String) key), texts(value, change)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            list.forEach(item -> copy.add(texts(item, change)));
            return copy;
        }
        return tree instanceof String text ? change.apply(text) : tree;
    }
}
