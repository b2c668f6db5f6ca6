package io.kubelayers.nucleus.codec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small questions about trees: the plain maps, lists and scalars between text and records. */
public final class Tree {
    private Tree() {}

    /**
     * A value below a map, by the names that lead to it; null if any of them is missing or leads to no map.
     *
     * <pre>{@code Tree.get(deployment, "spec", "template", "spec", "nodeName")}</pre>
     */
    public static @Nullable Object get(@Nullable Object tree, String... names) {
        Object here = tree;
        for (String name : names) {
            if (!(here instanceof Map<?, ?> map)) {
                return null;
            }
            here = map.get(name);
        }
        return here;
    }

    /** The string below a map, or "" if there is none. */
    public static String text(@Nullable Object tree, String... names) {
        return get(tree, names) instanceof String text ? text : "";
    }

    /** The tree as a map, empty if it is none. */
    @SuppressWarnings("unchecked") // trees have string keys only
    public static Map<String, @Nullable Object> map(@Nullable Object tree) {
        return tree instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    /** The tree as a list, empty if it is none. */
    @SuppressWarnings("unchecked") // any list is one of objects
    public static List<@Nullable Object> list(@Nullable Object tree) {
        return tree instanceof List<?> list ? (List<@Nullable Object>) list : List.of();
    }

    /** An immutable copy, with whole numbers as {@code Long} and others as {@code Double}, so that equal trees are equal. */
    public static @Nullable Object copyOf(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put((String) key, copyOf(value)));
            return Collections.unmodifiableMap(copy);
        } else if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(item -> copy.add(copyOf(item)));
            return Collections.unmodifiableList(copy);
        } else if (tree instanceof Integer || tree instanceof Short || tree instanceof Byte) {
            return ((Number) tree).longValue();
        } else if (tree instanceof Float number) {
            return number.doubleValue();
        }
        return tree;
    }
}
