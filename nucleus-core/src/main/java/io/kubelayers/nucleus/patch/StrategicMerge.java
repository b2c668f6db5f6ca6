package io.kubelayers.nucleus.patch;

import io.kubelayers.nucleus.patch.Values.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges a strategic patch into an object, or into another patch.
 *
 * <p>The patch given is used up: directives are taken out of it as they are followed. Of the original each object and
 * list that changes is copied, the rest is shared.
 */
final class StrategicMerge {
    /** Into an object: directives are carried out. */
    static final StrategicMerge INTO_OBJECT = new StrategicMerge(true);

    /** Into a patch: directives of both are kept, and nulls, which remove, as well. */
    static final StrategicMerge INTO_PATCH = new StrategicMerge(false);

    private final boolean carryOut;

    private StrategicMerge(boolean carryOut) {
        this.carryOut = carryOut;
    }

    Map<String, @Nullable Object> objects(
            Map<String, @Nullable Object> original, Map<String, @Nullable Object> patch, PatchSchema schema) {
        if (patch.containsKey(Directives.PATCH)) {
            return directed(patch);
        }
        var merged = new LinkedHashMap<>(original);
        retainKeys(merged, patch);
        orderedLists(merged, patch, schema);
        for (var entry : patch.entrySet()) {
            member(entry.getKey(), entry.getValue(), merged, schema);
        }
        return merged;
    }

    private static Map<String, @Nullable Object> directed(Map<String, @Nullable Object> patch) {
        var directive = patch.get(Directives.PATCH);
        if (Directives.REPLACE.equals(directive)) {
            patch.remove(Directives.PATCH);
            return patch;
        } else if (Directives.DELETE.equals(directive)) {
            return new LinkedHashMap<>();
        }
        throw Directives.badPatch(directive, patch);
    }

    /** Removes what {@code $retainKeys} does not name. */
    private void retainKeys(Map<String, @Nullable Object> original, Map<String, @Nullable Object> patch) {
        if (!patch.containsKey(Directives.RETAIN_KEYS)) {
            return;
        }
        var named = patch.remove(Directives.RETAIN_KEYS);
        if (!carryOut) {
            if (original.containsKey(Directives.RETAIN_KEYS)
                    && !Values.equal(original.get(Directives.RETAIN_KEYS), named)) {
                throw new PatchException(Values.text(original.get(Directives.RETAIN_KEYS)) + " and "
                        + Values.text(named)
                        + " are not deep equal: this may happen when calculating the 3-way diff patch");
            }
            original.putIfAbsent(Directives.RETAIN_KEYS, named);
            return;
        }
        if (!(named instanceof List<?> list)) {
            throw new PatchException(Directives.BAD_RETAIN_KEYS);
        }
        Set<@Nullable Object> retained = new HashSet<>(list);
        patch.forEach((name, value) -> {
            if (value != null
                    && !name.startsWith(Directives.DELETE_FROM_LIST)
                    && !name.startsWith(Directives.ELEMENT_ORDER)
                    && !retained.contains(name)) {
                throw new PatchException(Directives.BAD_RETAIN_KEYS);
            }
        });
        original.keySet().removeIf(name -> !retained.contains(name));
    }

    /** Merges the lists whose order the patch says, and takes them out of it. */
    private void orderedLists(
            Map<String, @Nullable Object> original, Map<String, @Nullable Object> patch, PatchSchema schema) {
        List<String> orders = null;
        for (var name : patch.keySet()) {
            if (name.startsWith(Directives.ELEMENT_ORDER)) {
                orders = orders == null ? new ArrayList<>(2) : orders;
                orders.add(name);
            }
        }
        if (orders != null) {
            for (var name : orders) {
                orderedList(name, original, patch, schema);
            }
        }
    }

    private void orderedList(
            String name,
            Map<String, @Nullable Object> original,
            Map<String, @Nullable Object> patch,
            PatchSchema schema) {
        var wanted = patch.get(name);
        if (!carryOut) {
            if (original.containsKey(name) && !Values.equal(original.get(name), wanted)) {
                throw new PatchException(Directives.BAD_ELEMENT_ORDER);
            }
            original.putIfAbsent(name, wanted);
        }
        patch.remove(name);
        var order = Directives.requireList(wanted);
        var fieldName = Directives.field(name, Directives.ELEMENT_ORDER, Directives.BAD_ELEMENT_ORDER);
        boolean inOriginal = original.containsKey(fieldName);
        boolean inPatch = patch.containsKey(fieldName);
        var before = inOriginal
                ? new ArrayList<>(Directives.requireList(original.get(fieldName)))
                : new ArrayList<@Nullable Object>();
        var change = inPatch ? Directives.requireList(patch.get(fieldName)) : List.<@Nullable Object>of();
        var field = schema.list(fieldName);
        requireSameOrder(change, order, field.mergeKey());
        List<@Nullable Object> merged;
        if (inOriginal && inPatch) {
            merged = lists(before, change, field, false, before);
        } else if (inOriginal) {
            merged = before;
        } else if (inPatch) {
            merged = Directives.requireList(Directives.plain(change, false));
        } else {
            return;
        }
        var type = Items.type(before, change);
        original.put(fieldName, new ElementOrder(field.mergeKey(), type).arrange(merged, order, before));
        patch.remove(fieldName);
    }

    /** Items of the patch must come in the order that the order list says, and all be in it. */
    private static void requireSameOrder(List<@Nullable Object> patch, List<@Nullable Object> order, String mergeKey) {
        if (order.isEmpty() || patch.isEmpty()) {
            return;
        }
        int item = 0;
        int place = 0;
        var kept = new ArrayList<@Nullable Object>(patch.size());
        for (var candidate : patch) {
            if (mergeKey.isEmpty() || !Directives.isDelete(Directives.requireMap(candidate))) {
                kept.add(candidate);
            }
        }
        while (item < kept.size() && place < order.size()) {
            var candidate = kept.get(item);
            if (candidate instanceof Map<?, ?> map && map.containsKey(Directives.PATCH)) {
                item++;
                continue;
            }
            if (sameItem(candidate, order.get(place), mergeKey)) {
                item++;
            }
            place++;
        }
        if (item < kept.size() && place >= order.size()) {
            throw new PatchException("The order in patch list:\n" + Values.text(patch) + "\n doesn't match "
                    + Directives.ELEMENT_ORDER + " list:\n" + Values.text(order) + "\n");
        }
    }

    static boolean sameItem(@Nullable Object one, @Nullable Object other, String mergeKey) {
        if (mergeKey.isEmpty()) {
            return Items.same(one, other);
        }
        var left = Directives.requireMap(one);
        var right = Directives.requireMap(other);
        return Items.same(Items.key(left, mergeKey), Items.key(right, mergeKey));
    }

    private void member(
            String name, @Nullable Object change, Map<String, @Nullable Object> merged, PatchSchema schema) {
        boolean deletes = name.startsWith(Directives.DELETE_FROM_LIST);
        if (deletes && !carryOut) {
            merged.put(name, change);
            return;
        }
        var target =
                deletes ? Directives.field(name, Directives.DELETE_FROM_LIST, Directives.BAD_DELETE_FROM_LIST) : name;
        if (change == null) {
            merged.remove(target);
            if (carryOut) {
                return;
            }
        }
        var before = merged.get(target);
        var type = Values.type(change);
        if (before == null && !merged.containsKey(target) || Values.type(before) != type) {
            if (!deletes) {
                putPlain(target, change, merged);
            }
        } else if (type == Type.MAP) {
            var field = schema.object(target);
            merged.put(
                    target, field.replaces() ? change : objects(Values.map(before), Values.map(change), field.type()));
        } else if (type == Type.LIST) {
            merged.put(target, lists(Values.list(before), Values.list(change), schema.list(target), deletes, null));
        } else {
            merged.put(target, change);
        }
    }

    private void putPlain(String name, @Nullable Object change, Map<String, @Nullable Object> merged) {
        var plain = Directives.plain(change, carryOut);
        if (plain == Directives.NOTHING) {
            merged.remove(name);
        } else {
            merged.put(name, plain);
        }
    }

    /**
     * Merges two lists.
     *
     * @param seen what the caller goes on to use as the order of the original list: deletions move the items after them to
     *     the front, and added items take the places that become free, as they do in upstream's shared arrays
     */
    private List<@Nullable Object> lists(
            List<@Nullable Object> original,
            List<@Nullable Object> patch,
            PatchSchema.Field field,
            boolean deletes,
            @Nullable List<@Nullable Object> seen) {
        if (!field.merges() && !deletes) {
            return patch;
        }
        if (original.isEmpty() && patch.isEmpty()) {
            return original;
        }
        var type = Items.type(original, patch);
        var order = new ElementOrder(field.mergeKey(), type);
        if (type != Type.MAP) {
            if (carryOut && deletes) {
                return without(original, patch);
            }
            var both = new ArrayList<>(original);
            both.addAll(patch);
            return order.arrange(Items.distinct(both), patch, original);
        }
        if (field.mergeKey().isEmpty()) {
            throw new PatchException("cannot merge lists without merge key for " + "[]map[string]interface {}");
        }
        return items(original, patch, field, order, seen);
    }

    private static List<@Nullable Object> without(List<@Nullable Object> items, List<@Nullable Object> deleted) {
        var kept = new ArrayList<@Nullable Object>(items.size());
        for (var item : items) {
            if (Items.index(deleted, item, "", Values.type(item)) < 0) {
                kept.add(item);
            }
        }
        return kept;
    }

    private List<@Nullable Object> items(
            List<@Nullable Object> original,
            List<@Nullable Object> patch,
            PatchSchema.Field field,
            ElementOrder order,
            @Nullable List<@Nullable Object> seen) {
        var key = field.mergeKey();
        var merged = new ArrayList<>(original);
        var changes = new ArrayList<@Nullable Object>(patch.size());
        boolean replace = false;
        for (var item : patch) {
            var change = Values.map(item);
            if (!change.containsKey(Directives.PATCH)) {
                changes.add(change);
            } else {
                replace |= special(change, key, merged);
            }
        }
        if (replace) {
            return order.arrange(changes, List.of(), changes);
        }
        var serverOrder = new ArrayList<>(merged);
        for (var item : changes) {
            var change = Values.map(item);
            int place = Items.find(merged, key, Items.key(change, key));
            if (place < 0) {
                merged.add(change);
            } else {
                merged.set(place, objects(Values.map(merged.get(place)), change, field.type()));
            }
        }
        for (int i = 0; seen != null && i < Math.min(seen.size(), merged.size()); i++) {
            seen.set(i, merged.get(i));
        }
        return order.arrange(merged, changes, serverOrder);
    }

    /** Follows the directive of an item; whether it says that the whole list is to be replaced. */
    private static boolean special(Map<String, @Nullable Object> item, String key, List<@Nullable Object> original) {
        var directive = item.get(Directives.PATCH);
        if (Directives.DELETE.equals(directive)) {
            var value = Items.key(item, key);
            for (int place = Items.find(original, key, value); place >= 0; ) {
                original.remove(place);
                place = Items.find(original, key, value);
            }
            return false;
        } else if (Directives.REPLACE.equals(directive)) {
            return true;
        } else if (Directives.MERGE.equals(directive)) {
            throw new PatchException("merging lists cannot yet be specified in the patch");
        }
        throw Directives.badPatch(directive, item);
    }
}
