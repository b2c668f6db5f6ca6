package io.kubelayers.nucleus.apply;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Two states of an object.
 *
 * @param before the fields of the first that may differ, so that equal ones need not be looked at
 * @param after those of the second
 * @param wholeBefore the whole first state, asked for only if somebody owns fields in another version
 * @param wholeAfter the whole second one
 */
public record Change(
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after,
        Supplier<Map<String, @Nullable Object>> wholeBefore,
        Supplier<Map<String, @Nullable Object>> wholeAfter) {
    /** Nothing changed. */
    public static Change none() {
        return of(Map.of(), Map.of());
    }

    /** Of two whole objects. */
    public static Change of(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        return new Change(before, after, () -> before, () -> after);
    }
}
