package io.kubelayers.nucleus.patch;

import io.kubelayers.nucleus.patch.Values.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Questions about the items of lists that merge: of which type they are, which of them are the same one. */
final class Items {
    private Items() {}

    /**
     * The type that all items of the lists have.
     *
     * @throws PatchException if they differ, are lists themselves, or there are none
     */
    static Type type(List<@Nullable Object> one, List<@Nullable Object> other) {
        var type = common(one, null, one, other);
        type = common(other, type, one, other);
        if (type == null) {
            throw new PatchException("no elements in any of the given slices");
        }
        return type;
    }

    private static @Nullable Type common(
            List<@Nullable Object> items,
            @Nullable Type before,
            List<@Nullable Object> one,
            List<@Nullable Object> other) {
        var type = before;
        for (var item : items) {
            var current = Values.type(item);
            if (type == null) {
                if (current == Type.LIST) {
                    throw new PatchException("lists of lists are not supported");
                }
                if (current == Type.NULL) {
                    throw new PatchException("list element types are not identical: null");
                }
                type = current;
            } else if (type != current) {
                throw new PatchException("list element types are not identical: " + Values.text(List.of(one, other)));
            }
        }
        return type;
    }

    /** What tells an item from others: its merge key, or itself if it is a scalar. */
    static @Nullable Object identity(@Nullable Object item, String mergeKey, Type type) {
        if (type == Type.MAP) {
            return item instanceof Map<?, ?> map ? map.get(mergeKey) : null;
        }
        return item;
    }

    /** Equality of identities; what Go can't compare is an error. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Map && other instanceof Map || one instanceof List && other instanceof List) {
            throw new PatchException("comparing uncomparable type " + Values.goType(one));
        }
        return Values.equal(one, other);
    }

    /** The place of an item in a list, -1 if it is not there. */
    static int index(List<@Nullable Object> list, @Nullable Object item, String mergeKey, Type type) {
        var wanted = identity(item, mergeKey, type);
        for (int i = 0; i < list.size(); i++) {
            if (same(wanted, identity(list.get(i), mergeKey, type))) {
                return i;
            }
        }
        return -1;
    }

    /** The place of the first object with that value of the merge key, -1 if there is none. */
    static int find(List<@Nullable Object> list, String mergeKey, @Nullable Object value) {
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof Map<?, ?> map)) {
                throw new PatchException("value for key " + i + " is not a map.");
            }
            var candidate = map.get(mergeKey);
            if ((candidate != null || map.containsKey(mergeKey)) && same(candidate, value)) {
                return i;
            }
        }
        return -1;
    }

    static @Nullable Object key(Map<String, @Nullable Object> item, String mergeKey) {
        if (!item.containsKey(mergeKey)) {
            throw Directives.noMergeKey(item, mergeKey);
        }
        return item.get(mergeKey);
    }

    /** Takes out later occurrences in upstream's way: the last item takes the place of each. */
    static List<@Nullable Object> distinct(List<@Nullable Object> scalars) {
        var items = new ArrayList<>(scalars);
        items.subList(distinctInPlace(items), items.size()).clear();
        return items;
    }

    /** How many items are left at the front of the list; what follows is rubbish. */
    static int distinctInPlace(List<@Nullable Object> items) {
        int last = items.size() - 1;
        for (int i = 0; i < last; i++) {
            for (int j = i + 1; j <= last; j++) {
                if (same(items.get(i), items.get(j))) {
                    items.set(j, items.get(last));
                    last--;
                    j--;
                }
            }
        }
        return last + 1;
    }

    /** Sorts scalars by their text. */
    static void sort(List<@Nullable Object> scalars) {
        sortByText(scalars, null);
    }

    /**
     * Sorts by text, of the items or of one of their members. Few items with the same text end up in reverse order, as
     * upstream's sort leaves them.
     */
    static void sortByText(List<@Nullable Object> items, @Nullable String member) {
        if (items.size() > 12) {
            items.sort((one, other) -> compare(text(one, member), text(other, member)));
            return;
        }
        for (int i = 1; i < items.size(); i++) {
            for (int j = i; j > 0 && compare(text(items.get(j), member), text(items.get(j - 1), member)) <= 0; j--) {
                var item = items.get(j);
                items.set(j, items.get(j - 1));
                items.set(j - 1, item);
            }
        }
    }

    private static String text(@Nullable Object item, @Nullable String member) {
        return Values.text(member == null ? item : Values.map(item).get(member));
    }

    /** Go compares strings by their UTF-8 bytes, that is by code points. */
    static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char left = one.charAt(i);
            char right = other.charAt(i);
            if (left != right) {
                boolean surrogates = Character.isSurrogate(left) != Character.isSurrogate(right);
                return surrogates ? Character.isSurrogate(left) ? 1 : -1 : Character.compare(left, right);
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
