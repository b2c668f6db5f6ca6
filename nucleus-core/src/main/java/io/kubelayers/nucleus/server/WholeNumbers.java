package io.kubelayers.nucleus.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of strategic merge patches: {@code 30.0} is as good as {@code 30} where a whole number belongs (apimachinery
 * {@code runtime/converter.go}), as some JSON libraries write it.
 */
final class WholeNumbers {
    /** Beyond this not every whole number is one of floating point. */
    private static final double EXACT = 1L << 53;

    private WholeNumbers() {}

    /** The fields of a map, its numbers whole where they have no fraction. */
    static Map<String, @Nullable Object> of(Map<?, ?> map) {
        var whole = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, value) -> whole.put((String) name, value(value)));
        return whole;
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return of(map);
        }
        if (value instanceof List<?> list) {
            var whole = new ArrayList<@Nullable Object>(list.size());
            for (var item : list) {
                whole.add(value(item));
            }
            return whole;
        }
        if (value instanceof Double number && Math.rint(number) == number && Math.abs(number) <= EXACT) {
            return number.longValue();
        }
        return value;
    }
}
