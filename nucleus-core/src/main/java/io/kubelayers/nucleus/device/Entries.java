package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Lists and maps of limited size; of one that is too large, nothing else is looked at. */
final class Entries {
    private static final int SHORTEST_LIMIT = 16;

    private Entries() {}

    /** The items of a list, each with its place. */
    static <T> boolean each(
            FieldPath path, List<T> items, int most, FieldErrors errors, BiConsumer<FieldPath, T> check) {
        if (most >= 0 && items.size() > most) {
            errors.tooMany(path, items.size(), most);
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            check.accept(path.index(i), items.get(i));
        }
        return true;
    }

    /** The same of a set, in which no key occurs twice. */
    static <T> void set(
            FieldPath path,
            List<T> items,
            int most,
            FieldErrors errors,
            Function<T, ?> key,
            BiConsumer<FieldPath, T> check) {
        if (!each(path, items, most, errors, check)) {
            return;
        }
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            var one = key.apply(items.get(i));
            if (!seen.add(one)) {
                errors.duplicate(path.index(i), one);
            }
        }
    }

    /** The entries of a map: the places of long keys have them without their middle. */
    static <T> void map(
            FieldPath path,
            Map<String, T> entries,
            int most,
            int longestKey,
            FieldErrors errors,
            BiConsumer<FieldPath, String> checkKey,
            BiConsumer<FieldPath, T> check) {
        if (most >= 0 && entries.size() > most) {
            errors.tooMany(path, entries.size(), most);
            return;
        }
        entries.forEach((key, value) -> {
            var place = path.key(shortened(key, longestKey));
            checkKey.accept(place, key);
            check.accept(place, value);
        });
    }

    private static String shortened(String text, int limit) {
        int most = Math.max(limit, SHORTEST_LIMIT);
        if (text.length() <= most) {
            return text;
        }
        int left = most - 3;
        return text.substring(0, (left + 1) / 2) + "..." + text.substring(text.length() - left / 2);
    }
}
