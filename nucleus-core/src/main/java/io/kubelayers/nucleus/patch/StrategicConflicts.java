package io.kubelayers.nucleus.patch;

import io.kubelayers.nucleus.patch.Values.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether two patches of one object want different things of the same field. Lists of scalars are sorted on the way. */
final class StrategicConflicts {
    private StrategicConflicts() {}

    static boolean between(
            Map<String, @Nullable Object> left, Map<String, @Nullable Object> right, PatchSchema schema) {
        return values(left, right, schema, null);
    }

    private static boolean values(
            @Nullable Object left, @Nullable Object right, PatchSchema type, PatchSchema.@Nullable Field field) {
        if (left instanceof Map<?, ?>) {
            return !(right instanceof Map<?, ?>) || maps(Values.map(left), Values.map(right), type, field);
        }
        if (left instanceof List<?>) {
            return !(right instanceof List<?>) || lists(Values.list(left), Values.list(right), type, field);
        }
        return !Values.equal(left, right);
    }

    private static boolean maps(
            Map<String, @Nullable Object> left,
            Map<String, @Nullable Object> right,
            PatchSchema type,
            PatchSchema.@Nullable Field field) {
        if (!Values.equal(left.get(Directives.PATCH), right.get(Directives.PATCH))) {
            return true;
        }
        if (field != null && field.replaces()) {
            return false;
        }
        for (var entry : left.entrySet()) {
            var name = entry.getKey();
            if (name.equals(Directives.PATCH) || name.equals(Directives.RETAIN_KEYS) || !right.containsKey(name)) {
                continue;
            }
            if (member(entry.getValue(), right.get(name), name, type)) {
                return true;
            }
        }
        return false;
    }

    private static boolean member(@Nullable Object left, @Nullable Object right, String name, PatchSchema schema) {
        var type = Values.type(left);
        if (type == Type.MAP) {
            var field = schema.object(name);
            return values(left, right, field.type(), field);
        } else if (type == Type.LIST) {
            var field = schema.list(name);
            return values(left, right, field.type(), field);
        }
        return !Values.equal(left, right);
    }

    private static boolean lists(
            List<@Nullable Object> left,
            List<@Nullable Object> right,
            PatchSchema items,
            PatchSchema.@Nullable Field field) {
        var type = Items.type(left, right);
        if (field != null && field.merges()) {
            return type == Type.MAP && keyed(left, right, items, field.mergeKey());
        }
        if (left.size() != right.size()) {
            return true;
        }
        int count = left.size();
        if (type != Type.MAP) {
            count = Items.distinctInPlace(left);
            if (count != Items.distinctInPlace(right)) {
                return true;
            }
            Items.sort(left.subList(0, count));
            Items.sort(right.subList(0, count));
        }
        for (int i = 0; i < count; i++) {
            if (values(left.get(i), right.get(i), items, null)) {
                return true;
            }
        }
        return false;
    }

    private static boolean keyed(
            List<@Nullable Object> left, List<@Nullable Object> right, PatchSchema items, String key) {
        var lefts = byKey(left, key);
        var rights = byKey(right, key);
        for (var entry : lefts.entrySet()) {
            var other = rights.get(entry.getKey());
            if (other != null && values(entry.getValue(), other, items, null)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Object> byKey(List<@Nullable Object> list, String key) {
        var byKey = new LinkedHashMap<String, Object>();
        for (var item : list) {
            if (!(item instanceof Map<?, ?> map)) {
                throw new PatchException("invalid element type in merging list:" + Values.text(list));
            }
            if (!map.containsKey(key)) {
                throw new PatchException(
                        "cannot find merge key `" + key + "` in merging list element:" + Values.text(map));
            }
            byKey.put(Values.text(map.get(key)), map);
        }
        return byKey;
    }
}
