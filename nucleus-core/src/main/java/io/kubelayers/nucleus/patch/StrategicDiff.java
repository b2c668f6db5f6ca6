package io.kubelayers.nucleus.patch;

import io.kubelayers.nucleus.patch.Values.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the strategic patch between two objects.
 *
 * <p>Works on copies: lists of scalars of the original are sorted in place, and whether the order changed is asked after
 * that, as upstream does.
 *
 * @param elementOrder whether lists that changed are accompanied by the order of their items
 * @param changes whether additions and changes are part of the patch
 * @param deletions whether removals are
 * @param retainKeys whether the object at hand wants its fields named
 */
record StrategicDiff(boolean elementOrder, boolean changes, boolean deletions, boolean retainKeys) {
    static final StrategicDiff FULL = new StrategicDiff(true, true, true, false);
    static final StrategicDiff CHANGES = new StrategicDiff(true, true, false, false);
    static final StrategicDiff DELETIONS = new StrategicDiff(true, false, true, false);
    static final StrategicDiff WITHOUT_ORDER = new StrategicDiff(false, true, true, false);

    private StrategicDiff retaining(boolean retain) {
        return retain == retainKeys ? this : new StrategicDiff(elementOrder, changes, deletions, retain);
    }

    Map<String, @Nullable Object> objects(
            Map<String, @Nullable Object> original, Map<String, @Nullable Object> modified, PatchSchema schema) {
        var patch = new LinkedHashMap<String, @Nullable Object>();
        var retained = new ArrayList<@Nullable Object>();
        modified.forEach((name, after) -> {
            if (retainKeys && after != null) {
                retained.add(name);
            }
            if (original.containsKey(name)) {
                member(name, original.get(name), after, patch, schema);
            } else if (changes) {
                patch.put(name, after);
            }
        });
        if (deletions) {
            for (var name : original.keySet()) {
                if (!modified.containsKey(name)) {
                    patch.put(name, null);
                }
            }
        }
        if (!retained.isEmpty() && (!patch.isEmpty() || hasMore(original, modified))) {
            Items.sort(retained);
            patch.put(Directives.RETAIN_KEYS, retained);
        }
        return patch;
    }

    private static boolean hasMore(Map<String, @Nullable Object> original, Map<String, @Nullable Object> modified) {
        for (var entry : original.entrySet()) {
            if (entry.getValue() != null && !modified.containsKey(entry.getKey())) {
                return true;
            }
        }
        return false;
    }

    private void member(
            String name,
            @Nullable Object before,
            @Nullable Object after,
            Map<String, @Nullable Object> patch,
            PatchSchema schema) {
        if (name.equals(Directives.PATCH)) {
            if (!(before instanceof String) || !(after instanceof String)) {
                throw new PatchException("invalid value for special key: " + Directives.PATCH);
            }
            if (!before.equals(after)) {
                patch.put(name, after);
            }
            return;
        }
        var type = Values.type(before);
        if (type != Values.type(after)) {
            if (changes) {
                patch.put(name, after);
            }
        } else if (type == Type.MAP) {
            object(name, Values.map(before), Values.map(after), patch, schema);
        } else if (type == Type.LIST) {
            list(name, Values.list(before), Values.list(after), patch, schema);
        } else {
            replaceIfDifferent(name, before, after, patch);
        }
    }

    private void replaceIfDifferent(
            String name, @Nullable Object before, @Nullable Object after, Map<String, @Nullable Object> patch) {
        if (changes && !Values.equal(before, after)) {
            patch.put(name, after);
        }
    }

    private void object(
            String name,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            Map<String, @Nullable Object> patch,
            PatchSchema schema) {
        PatchSchema.Field field;
        try {
            field = schema.object(name);
        } catch (PatchException unknown) {
            if (Values.equal(before, after)) {
                return;
            }
            throw unknown;
        }
        if (field.replaces()) {
            if (changes) {
                patch.put(name, after);
            }
            return;
        }
        var inner = retaining(field.retainKeys()).objects(before, after, field.type());
        if (!inner.isEmpty()) {
            patch.put(name, inner);
        }
    }

    private void list(
            String name,
            List<@Nullable Object> before,
            List<@Nullable Object> after,
            Map<String, @Nullable Object> patch,
            PatchSchema schema) {
        PatchSchema.Field field;
        try {
            field = schema.list(name);
        } catch (PatchException unknown) {
            if (Values.equal(before, after)) {
                return;
            }
            throw unknown;
        }
        if (!field.merges()) {
            replaceIfDifferent(name, before, after, patch);
        } else if (before.isEmpty()) {
            if (!after.isEmpty() && changes) {
                patch.put(name, after);
            }
        } else if (Items.type(before, after) == Type.MAP) {
            retaining(field.retainKeys()).objectItems(name, before, after, patch, field);
        } else {
            scalarItems(name, before, after, patch);
        }
    }

    private void scalarItems(
            String name,
            List<@Nullable Object> original,
            List<@Nullable Object> modified,
            Map<String, @Nullable Object> patch) {
        var sorted = new ArrayList<>(modified);
        Items.sort(original);
        Items.sort(sorted);
        var added = new ArrayList<@Nullable Object>();
        var deleted = new ArrayList<@Nullable Object>();
        int i = 0;
        int j = 0;
        while (i < original.size() || j < sorted.size()) {
            int order = i == original.size()
                    ? 1
                    : j == sorted.size() ? -1 : Items.compare(Values.text(original.get(i)), Values.text(sorted.get(j)));
            if (order == 0) {
                i++;
                j++;
            } else if (order < 0) {
                deleted.add(original.get(i++));
            } else {
                added.add(sorted.get(j++));
            }
        }
        if (changes && !added.isEmpty()) {
            patch.put(name, new ElementOrder("", Type.STRING).sorted(added, modified));
        }
        var removed = Items.distinct(deleted);
        if (deletions && !removed.isEmpty()) {
            patch.put(Directives.DELETE_FROM_LIST + "/" + name, removed);
        }
        boolean differs = deletions && !removed.isEmpty() || changes && !Values.equal(original, modified);
        if (elementOrder && differs && !modified.isEmpty()) {
            patch.put(Directives.ELEMENT_ORDER + "/" + name, modified);
        }
    }

    private void objectItems(
            String name,
            List<@Nullable Object> original,
            List<@Nullable Object> modified,
            Map<String, @Nullable Object> patch,
            PatchSchema.Field field) {
        var key = field.mergeKey();
        var changed = new ArrayList<@Nullable Object>();
        var deleted = new ArrayList<@Nullable Object>();
        compare(original, modified, field, changed, deleted);
        var items = new ElementOrder(key, Type.MAP).sorted(changed, modified);
        boolean sameOrder = sameOrder(original, modified, key);
        items.addAll(deleted);
        if (!items.isEmpty()) {
            patch.put(name, items);
        }
        boolean differs = changes && (!items.isEmpty() || !sameOrder) || deletions && !items.isEmpty();
        if (elementOrder && differs && !modified.isEmpty()) {
            var order = new ArrayList<@Nullable Object>(modified.size());
            for (var item : modified) {
                var only = new LinkedHashMap<String, @Nullable Object>();
                only.put(key, Values.map(item).get(key));
                order.add(only);
            }
            patch.put(Directives.ELEMENT_ORDER + "/" + name, order);
        }
    }

    private void compare(
            List<@Nullable Object> original,
            List<@Nullable Object> modified,
            PatchSchema.Field field,
            List<@Nullable Object> changed,
            List<@Nullable Object> deleted) {
        var key = field.mergeKey();
        var before = sorted(original, key);
        var after = sorted(modified, key);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            var old = i < before.size() ? keyed(before.get(i), key) : null;
            var young = j < after.size() ? keyed(after.get(j), key) : null;
            int order = old == null
                    ? 1
                    : young == null ? -1 : Items.compare(Values.text(old.get(key)), Values.text(young.get(key)));
            if (order == 0) {
                var patch = objects(Objects.requireNonNull(old), Objects.requireNonNull(young), field.type());
                if (!patch.isEmpty()) {
                    patch.put(key, young.get(key));
                    changed.add(patch);
                }
                i++;
                j++;
            } else if (order > 0) {
                if (changes) {
                    changed.add(young);
                }
                j++;
            } else {
                if (deletions) {
                    var delete = new LinkedHashMap<String, @Nullable Object>();
                    delete.put(Directives.PATCH, Directives.DELETE);
                    delete.put(key, Objects.requireNonNull(old).get(key));
                    deleted.add(delete);
                }
                i++;
            }
        }
    }

    private static Map<String, @Nullable Object> keyed(@Nullable Object item, String key) {
        var map = Directives.requireMap(item);
        Items.key(map, key);
        return map;
    }

    private static List<@Nullable Object> sorted(List<@Nullable Object> items, String key) {
        var sorted = new ArrayList<>(items);
        Items.sortByText(sorted, key);
        return sorted;
    }

    private static boolean sameOrder(List<@Nullable Object> original, List<@Nullable Object> modified, String key) {
        if (original.size() != modified.size()) {
            return false;
        }
        for (int i = 0; i < modified.size(); i++) {
            if (!StrategicMerge.sameItem(original.get(i), modified.get(i), key)) {
                return false;
            }
        }
        return true;
    }
}
