package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Codec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, or only different, in an object: a field is gone, or has another value.
 *
 * @param path names of fields and positions in lists, from the root on
 * @param value what is there instead; {@link #GONE} if nothing is
 */
record Mutation(List<Object> path, @Nullable Object value) {
    static final Object GONE = new Object();

    /** A text that no enumeration, name or key allows. */
    static final String BAD = "Bad_Value!";

    private static final String LONG = "x".repeat(300);

    /** Every mutation of everything in an object but its kind. */
    static List<Mutation> of(Map<String, @Nullable Object> object) {
        var all = new ArrayList<Mutation>();
        object.forEach((name, value) -> {
            if (!name.equals("kind") && !name.equals("apiVersion")) {
                collect(List.of(name), value, all);
            }
        });
        return all;
    }

    private static void collect(List<Object> path, @Nullable Object value, List<Mutation> all) {
        for (var other : others(value)) {
            all.add(new Mutation(path, other));
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, item) -> collect(inside(path, name), item, all));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(inside(path, i), list.get(i), all);
            }
        }
    }

    private static List<Object> inside(List<Object> path, Object step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static List<Object> others(@Nullable Object value) {
        if (value instanceof Map) {
            return List.of(GONE, Map.of(), List.of());
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? List.of(GONE, "s") : List.of(GONE, List.of(), "s", twice(list));
        }
        if (value instanceof String) {
            return List.of(GONE, "", BAD, LONG, Map.of("a", 1L));
        }
        if (value instanceof Boolean yes) {
            return List.of(GONE, !yes, "yes");
        }
        return List.of(GONE, -1L, 0L, (long) Integer.MAX_VALUE, 1.5, "abc");
    }

    private static List<?> twice(List<?> list) {
        var longer = new ArrayList<@Nullable Object>(list);
        longer.add(list.get(0));
        return longer;
    }

    /** The object with it. */
    Object in(Map<String, @Nullable Object> object) {
        return changed(object, 0);
    }

    private Object changed(@Nullable Object node, int depth) {
        var step = path.get(depth);
        boolean last = depth == path.size() - 1;
        if (node instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>(list);
            int index = (Integer) step;
            if (last && value == GONE) {
                copy.remove(index);
            } else {
                copy.set(index, last ? value : changed(list.get(index), depth + 1));
            }
            return copy;
        }
        var copy = new LinkedHashMap<@Nullable Object, @Nullable Object>(
                (Map<?, ?>) java.util.Objects.requireNonNull(node));
        if (last && value == GONE) {
            copy.remove(step);
        } else {
            copy.put(step, last ? value : changed(copy.get(step), depth + 1));
        }
        return copy;
    }

    /** The path with all positions left out, as the schema knows it. */
    List<String> fields() {
        return path.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var step : path) {
            text.append(step instanceof Integer ? "[" + step + "]" : (text.isEmpty() ? "" : ".") + step);
        }
        return text + " = " + (value == GONE ? "<removed>" : Codec.json(value).replace(LONG, "xxx…"));
    }
}
