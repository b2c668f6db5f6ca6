package io.kubelayers.nucleus.patch;

import io.kubelayers.nucleus.patch.Values.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The order of merged lists: items of the patch in the order the patch wants, those only the server has in the order of
 * the live list, both interleaved so that neither order breaks.
 */
final class ElementOrder {
    private final String mergeKey;
    private final Type type;

    ElementOrder(String mergeKey, Type type) {
        this.mergeKey = mergeKey;
        this.type = type;
    }

    /** Merges the items of the list that are named in the patch order with those that are not. */
    List<@Nullable Object> arrange(
            List<@Nullable Object> merged, List<@Nullable Object> patchOrder, List<@Nullable Object> serverOrder) {
        var inPatch = new ArrayList<@Nullable Object>(merged.size());
        var serverOnly = new ArrayList<@Nullable Object>(merged.size());
        for (var item : merged) {
            boolean named = mergeKey.isEmpty()
                    ? namedScalar(item, patchOrder)
                    : Items.find(patchOrder, mergeKey, Items.key(Directives.requireMap(item), mergeKey)) >= 0;
            (named ? inPatch : serverOnly).add(item);
        }
        return interleaved(sorted(serverOnly, serverOrder), sorted(inPatch, patchOrder), serverOrder);
    }

    private static boolean namedScalar(@Nullable Object item, List<@Nullable Object> patchOrder) {
        for (var named : patchOrder) {
            if (named instanceof Map || named instanceof List) {
                throw new PatchException("hash of unhashable type " + Values.goType(named));
            }
        }
        for (var named : patchOrder) {
            if (Items.same(item, named)) {
                return true;
            }
        }
        if (item instanceof Map || item instanceof List) {
            throw new PatchException("hash of unhashable type " + Values.goType(item));
        }
        return false;
    }

    /** The items in the given order; those to be deleted come last. */
    List<@Nullable Object> sorted(List<@Nullable Object> items, List<@Nullable Object> order) {
        var kept = new ArrayList<@Nullable Object>(items.size());
        var deleted = new ArrayList<@Nullable Object>();
        if (type == Type.MAP) {
            requireKeys(items);
            requireKeys(order);
            for (var item : items) {
                (Directives.isDelete(Values.map(item)) ? deleted : kept).add(item);
            }
        } else {
            kept.addAll(items);
        }
        if (kept.size() > 1) {
            sortBy(kept, order);
        }
        kept.addAll(deleted);
        return kept;
    }

    private void sortBy(List<@Nullable Object> items, List<@Nullable Object> order) {
        var places = new ArrayList<Map.Entry<Integer, @Nullable Object>>(items.size());
        boolean sorted = true;
        int before = -1;
        for (var item : items) {
            int place = Items.index(order, item, mergeKey, type);
            sorted &= place >= before && place >= 0;
            before = place;
            places.add(new java.util.AbstractMap.SimpleImmutableEntry<>(place, item));
        }
        if (sorted) {
            return;
        }
        if (places.stream().allMatch(entry -> entry.getKey() >= 0)) {
            places.sort(Comparator.comparing(Map.Entry::getKey));
        } else {
            insertionSort(places);
        }
        for (int i = 0; i < items.size(); i++) {
            items.set(i, places.get(i).getValue());
        }
    }

    /** Items that the order does not name go before all others, as upstream's comparison has it. */
    private static void insertionSort(List<Map.Entry<Integer, @Nullable Object>> places) {
        for (int i = 1; i < places.size(); i++) {
            for (int j = i; j > 0; j--) {
                int here = places.get(j).getKey();
                int there = places.get(j - 1).getKey();
                if (here >= 0 && there >= 0 && here >= there) {
                    break;
                }
                var item = places.get(j);
                places.set(j, places.get(j - 1));
                places.set(j - 1, item);
            }
        }
    }

    private void requireKeys(List<@Nullable Object> items) {
        for (var item : items) {
            Items.key(Directives.requireMap(item), mergeKey);
        }
    }

    private List<@Nullable Object> interleaved(
            List<@Nullable Object> left, List<@Nullable Object> right, List<@Nullable Object> serverOrder) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() ? right : left;
        }
        var known = new HashMap<Integer, Integer>();
        var all = new ArrayList<@Nullable Object>(left.size() + right.size());
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            int leftPlace = place(left, i, serverOrder, known, false);
            int rightPlace = place(right, j, serverOrder, known, true);
            if (leftPlace >= 0 && rightPlace >= 0 && leftPlace < rightPlace) {
                all.add(left.get(i++));
            } else {
                all.add(right.get(j++));
            }
        }
        all.addAll(left.subList(i, left.size()));
        all.addAll(right.subList(j, right.size()));
        return all;
    }

    private int place(
            List<@Nullable Object> items,
            int index,
            List<@Nullable Object> order,
            Map<Integer, Integer> known,
            boolean right) {
        return known.computeIfAbsent(
                right ? ~index : index, key -> Items.index(order, items.get(index), mergeKey, type));
    }
}
