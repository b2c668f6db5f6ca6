package io.kubelayers.nucleus.customresource;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stood in the place of a value before a change, if anything (apiserver {@code cel/common/equality.go}). Items are
 * found again by the keys of their list; those of other lists are new whenever the list changes.
 *
 * @param known whether something did
 * @param value what it was
 */
record Before(boolean known, @Nullable Object value) {
    static final Before NOTHING = new Before(false, null);

    static Before of(@Nullable Object value) {
        return new Before(true, value);
    }

    boolean is(@Nullable Object now) {
        return known && Objects.equals(value, now);
    }

    Before member(String name) {
        return value instanceof Map<?, ?> map && map.containsKey(name) ? of(map.get(name)) : NOTHING;
    }

    /** The items of a list by their keys; of lists without keys nothing is found again. */
    Map<Object, Object> items(JSONSchemaProps list) {
        var found = new HashMap<Object, Object>();
        if ("map".equals(list.listType()) && value instanceof List<?> items) {
            for (var item : items) {
                if (item != null) {
                    found.putIfAbsent(UniqueItems.keys(item, list), item);
                }
            }
        }
        return found;
    }
}
