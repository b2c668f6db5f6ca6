package io.kubelayers.nucleus.apply;

import io.kubelayers.nucleus.apply.Shape.ListShape;
import io.kubelayers.nucleus.apply.Shape.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the path elements of the items of lists that merge. */
final class ListItems {
    private ListItems() {}

    /**
     * What tells an item from others.
     *
     * @throws TypeMismatchException if the item can't be in such a list
     */
    static PathElement element(ListShape list, @Nullable Object item) {
        return list.relation() == Relation.KEYED ? keyed(list, item) : scalar(item);
    }

    private static PathElement keyed(ListShape list, @Nullable Object item) {
        if (item == null) {
            throw new TypeMismatchException("associative list with keys may not have a null element");
        } else if (!(item instanceof Map<?, ?> map)) {
            throw new TypeMismatchException("associative list with keys may not have non-map elements");
        } else {
            var keys = list.keys();
            List<@Nullable Object> values = new ArrayList<>(keys.size());
            for (var key : keys) {
                var value = map.get(key);
                if (value == null && !map.containsKey(key)) {
                    value = list.defaults().get(key);
                    if (value == null) {
                        throw new TypeMismatchException(
                                "associative list with keys has an element that omits key field " + Scalars.quoted(key)
                                        + " (and doesn't have default value)");
                    }
                }
                values.add(value);
            }
            return PathElement.key(keys, values);
        }
    }

    private static PathElement scalar(@Nullable Object item) {
        if (item == null) {
            throw new TypeMismatchException("associative list without keys has an element that's an explicit null");
        } else if (item instanceof Map) {
            throw new TypeMismatchException("associative list without keys has an element that's a map type");
        } else if (item instanceof List) {
            throw new TypeMismatchException("not supported: associative list with lists as elements");
        }
        return PathElement.value(item);
    }

    /** The elements of a list that may have items that fit nowhere (null in the result). */
    static List<@Nullable PathElement> lenient(ListShape shape, List<?> items) {
        List<@Nullable PathElement> elements = new ArrayList<>(items.size());
        for (var item : items) {
            PathElement element = null;
            try {
                element = element(shape, item);
            } catch (TypeMismatchException ignored) {
                // it is no item that anybody could own
            }
            elements.add(element);
        }
        return elements;
    }
}
