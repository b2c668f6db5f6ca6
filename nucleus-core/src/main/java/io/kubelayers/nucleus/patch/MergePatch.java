package io.kubelayers.nucleus.patch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** RFC 7386: objects merge, null removes, everything else is replaced. */
public final class MergePatch {
    private MergePatch() {}

    /** The target as the patch leaves it; parts that did not change are shared with it. */
    public static @Nullable Object apply(@Nullable Object target, @Nullable Object patch) {
        if (!(patch instanceof Map<?, ?> changes)) {
            return patch;
        }
        var merged = new LinkedHashMap<String, @Nullable Object>();
        if (target instanceof Map<?, ?> map) {
            map.forEach((key, value) -> merged.put((String) key, value));
        }
        changes.forEach((key, change) -> {
            if (change == null) {
                merged.remove((String) key);
            } else {
                merged.put((String) key, apply(merged.get((String) key), change));
            }
        });
        return merged;
    }
}
