package io.kubelayers.nucleus.patch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a strategic merge patch that are orders, not values. */
final class Directives {
    static final String PATCH = "$patch";
    static final String REPLACE = "replace";
    static final String DELETE = "delete";
    static final String MERGE = "merge";
    static final String RETAIN_KEYS_STRATEGY = "retainKeys";
    static final String RETAIN_KEYS = "$retainKeys";
    static final String DELETE_FROM_LIST = "$deleteFromPrimitiveList";
    static final String ELEMENT_ORDER = "$setElementOrder";
    static final String BAD_RETAIN_KEYS = "invalid patch format of retainKeys";
    static final String BAD_ELEMENT_ORDER = "invalid patch format of setElementOrder list";
    static final String BAD_DELETE_FROM_LIST = "invalid patch format of primitive list";

    /** Stands for a value that is a directive itself and so leaves nothing. */
    static final Object NOTHING = new Object();

    private Directives() {}

    /** The field that a parallel list such as {@code $setElementOrder/containers} is about. */
    static String field(String name, String prefix, String error) {
        int slash = name.indexOf('/');
        if (slash != prefix.length()) {
            throw new PatchException(error);
        }
        return name.substring(slash + 1);
    }

    static boolean isDelete(Map<String, @Nullable Object> item) {
        return DELETE.equals(item.get(PATCH));
    }

    /**
     * A value of a patch where nothing was before: without directives, without nulls (those as items of lists stay), or
     * {@link #NOTHING} if it is a directive.
     */
    static @Nullable Object plain(@Nullable Object value, boolean withoutNulls) {
        if (value instanceof Map<?, ?>) {
            var map = Values.map(value);
            if (map.containsKey(PATCH)) {
                return NOTHING;
            }
            var plain = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((name, member) -> {
                if (member == null && withoutNulls) {
                    return;
                }
                var kept = plain(member, withoutNulls);
                if (kept != NOTHING) {
                    plain.put(name, kept);
                }
            });
            return plain;
        }
        if (value instanceof List<?> list) {
            var items = new ArrayList<@Nullable Object>(list.size());
            for (var item : list) {
                var kept = plain(item, withoutNulls);
                if (kept != NOTHING) {
                    items.add(kept);
                }
            }
            return items;
        }
        return value;
    }

    static PatchException noMergeKey(Map<String, @Nullable Object> item, String key) {
        return new PatchException("map: " + Values.text(item) + " does not contain declared merge key: " + key);
    }

    static PatchException badPatch(@Nullable Object directive, Map<String, @Nullable Object> patch) {
        var shown = directive instanceof String text
                ? text
                : directive == null
                        ? "%!s(<nil>)"
                        : "%!s(" + Values.goType(directive) + "=" + Values.text(directive) + ")";
        return new PatchException("unknown patch type: " + shown + " in map: " + Values.text(patch));
    }

    static List<@Nullable Object> requireList(@Nullable Object value) {
        if (value instanceof List<?>) {
            return Values.list(value);
        }
        throw new PatchException("expected a []interface {}, but received a " + Values.goType(value));
    }

    static Map<String, @Nullable Object> requireMap(@Nullable Object value) {
        if (value instanceof Map<?, ?>) {
            return Values.map(value);
        }
        throw new PatchException("expected a map[string]interface {}, but received a " + Values.goType(value));
    }
}
