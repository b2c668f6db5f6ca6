package io.kubelayers.nucleus.codec;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where each part of a tree stood in its text.
 *
 * <p>Costs more than reading itself, so readers fill one only on a second pass, once an error has to be told.
 */
final class SourceIndex {
    private record Place(int line, int column, int valueLine, int valueColumn) {}

    private final String source;
    private final Map<Object, Map<Object, Place>> places = new IdentityHashMap<>();
    private final Map<Object, Place> roots = new IdentityHashMap<>();

    SourceIndex(String source) {
        this.source = source;
    }

    void root(Object tree, int line, int column) {
        roots.put(tree, new Place(line, column, line, column));
    }

    /** Notes where a key and its value, or an item (then both places are the same), of a map or list stand. */
    void part(Object container, Object key, int line, int column, int valueLine, int valueColumn) {
        places.computeIfAbsent(container, any -> new HashMap<>())
                .put(key, new Place(line, column, valueLine, valueColumn));
    }

    /** Gives a map the places that another map's entry has: for merged keys. */
    void copy(Object from, Object to, Object key) {
        Place place = places.getOrDefault(from, Map.of()).get(key);
        if (place != null) {
            places.computeIfAbsent(to, any -> new HashMap<>()).put(key, place);
        }
    }

    /** A container that was filled under one identity and is now known by another. */
    void rename(Object filled, Object known) {
        Map<Object, Place> parts = places.remove(filled);
        if (parts != null) {
            places.put(known, parts);
        }
    }

    /** Where the value at a path begins. */
    Location value(@Nullable Object root, List<Object> path) {
        Place place = find(root, path);
        return place == null ? new Location(source, 0, 0) : new Location(source, place.valueLine, place.valueColumn);
    }

    /** Where the key at a path begins, or the item if the path ends in an index. */
    Location key(@Nullable Object root, List<Object> path) {
        Place place = find(root, path);
        return place == null ? new Location(source, 0, 0) : new Location(source, place.line, place.column);
    }

    /** The innermost known place on the path. */
    private @Nullable Place find(@Nullable Object root, List<Object> path) {
        Place found = root == null ? null : roots.get(root);
        Object here = root;
        for (Object element : path) {
            if (here == null) {
                return found;
            }
            Place place = places.getOrDefault(here, Map.of()).get(element);
            if (place == null) {
                return found;
            }
            found = place;
            if (here instanceof Map<?, ?> map) {
                here = map.get(element);
            } else if (here instanceof List<?> list && element instanceof Integer index) {
                here = list.get(index);
            }
        }
        return found;
    }
}
