package io.kubelayers.governance.limitrange;

import io.kubelayers.governance.limitrange.LimitRange.Item;
import io.kubelayers.governance.limitrange.LimitRange.LimitType;
import io.kubelayers.nucleus.value.Quantity;
import java.util.Map;
import java.util.TreeMap;

/**
 * The defaults of the API for a LimitRange itself: what is left open in its items for containers.
 *
 * <p>A default limit is the maximum, a default request is the default limit or else the minimum. Source:
 * pkg/apis/core/v1/defaults.go.
 */
public final class LimitRangeDefaults {
    private LimitRangeDefaults() {}

    public static LimitRange of(LimitRange range) {
        if (range.spec().limits().isEmpty()) {
            return range;
        }
        var items = range.spec().limits().stream().map(LimitRangeDefaults::of).toList();
        return range.withSpec(new LimitRange.Spec(items));
    }

    private static Item of(Item item) {
        if (!item.type().equals(LimitType.CONTAINER)) {
            return item;
        }
        var limits = filled(item.defaultValue(), item.max());
        var requests = filled(filled(item.defaultRequest(), limits), item.min());
        return item.withDefaultValue(limits).withDefaultRequest(requests);
    }

    private static Map<String, Quantity> filled(Map<String, Quantity> given, Map<String, Quantity> otherwise) {
        var all = new TreeMap<>(otherwise);
        all.putAll(given);
        return all;
    }
}
