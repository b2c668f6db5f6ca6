package io.kubelayers.governance.limitrange;

import io.kubelayers.governance.limitrange.LimitRange.Item;
import io.kubelayers.governance.limitrange.LimitRange.LimitType;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is wrong with one item of a LimitRange: its bounds must leave room for its defaults. */
final class ItemErrors {
    private static final long MOST_IN_MILLI = Long.MAX_VALUE / 1000;
    private static final String NOT_FOR_PODS = "may not be specified when `type` is 'Pod'";
    private static final Quantity ONE = Quantity.of(1, Quantity.Format.DECIMAL_SI);

    private final Item item;
    private final FieldPath path;
    private final List<FieldError> errors;
    private final Set<String> names = new TreeSet<>();

    ItemErrors(Item item, FieldPath path, List<FieldError> errors) {
        this.item = item;
        this.path = path;
        this.errors = errors;
    }

    void check() {
        boolean pods = item.type().equals(LimitType.POD);
        names("max", item.max());
        names("min", item.min());
        if (pods) {
            forbid("default", item.defaultValue());
            forbid("defaultRequest", item.defaultRequest());
        } else {
            names("default", item.defaultValue());
            names("defaultRequest", item.defaultRequest());
        }
        if (item.type().equals(LimitType.PERSISTENT_VOLUME_CLAIM)
                && !item.min().containsKey(ResourceName.STORAGE)
                && !item.max().containsKey(ResourceName.STORAGE)) {
            errors.add(FieldError.required(
                    path.child("limits"),
                    "either minimum or maximum storage value is required, but neither was provided"));
        }
        names("maxLimitRequestRatio", item.maxLimitRequestRatio());
        for (var name : names) {
            bounds(
                    name,
                    pods ? null : item.defaultValue().get(name),
                    pods ? null : item.defaultRequest().get(name));
            ratio(name);
        }
    }

    private void names(String field, Map<String, Quantity> amounts) {
        for (var name : amounts.keySet()) {
            LimitNames.checkResource(item.type(), name, path.child(field).key(name), errors);
            names.add(name);
        }
    }

    private void forbid(String field, Map<String, Quantity> amounts) {
        if (!amounts.isEmpty()) {
            errors.add(FieldError.forbidden(path.child(field), NOT_FOR_PODS));
        }
    }

    /** min ≤ default request ≤ default limit ≤ max. */
    private void bounds(String name, @Nullable Quantity limit, @Nullable Quantity request) {
        var min = item.min().get(name);
        var max = item.max().get(name);
        ordered(min, "min value", max, "max value", "min", name, min);
        ordered(min, "min value", request, "default request value", "defaultRequest", name, request);
        ordered(request, "default request value", max, "max value", "defaultRequest", name, request);
        ordered(request, "default request value", limit, "default limit value", "defaultRequest", name, request);
        ordered(min, "min value", limit, "default value", "default", name, min);
        ordered(limit, "default value", max, "max value", "default", name, max);
        if (!LimitNames.mayBeOvercommitted(name) && limit != null && request != null && !limit.equals(request)) {
            invalid(
                    "defaultRequest",
                    name,
                    request,
                    "default value " + limit + " must equal to defaultRequest value " + request + " in " + name);
        }
    }

    private void ordered(
            @Nullable Quantity less,
            String lessName,
            @Nullable Quantity more,
            String moreName,
            String field,
            String name,
            @Nullable Quantity bad) {
        if (less != null && more != null && bad != null && less.compareTo(more) > 0) {
            invalid(field, name, bad, lessName + " " + less + " is greater than " + moreName + " " + more);
        }
    }

    private void ratio(String name) {
        var ratio = item.maxLimitRequestRatio().get(name);
        if (ratio == null) {
            return;
        }
        if (ratio.compareTo(ONE) < 0) {
            invalid("maxLimitRequestRatio", name, ratio, "ratio " + ratio + " is less than 1");
        }
        var min = item.min().get(name);
        var max = item.max().get(name);
        if (min == null || max == null) {
            return;
        }
        boolean milli = ratio.value() < MOST_IN_MILLI && min.value() < MOST_IN_MILLI && max.value() < MOST_IN_MILLI;
        double most = milli ? (double) max.milliValue() / min.milliValue() : (double) max.value() / min.value();
        double given = milli ? ratio.milliValue() / 1000.0 : ratio.value();
        if (given > most) {
            invalid(
                    "maxLimitRequestRatio",
                    name,
                    ratio,
                    "ratio " + ratio + " is greater than max/min = " + String.format(Locale.ROOT, "%f", most));
        }
    }

    private void invalid(String field, String name, Quantity bad, String detail) {
        errors.add(FieldError.invalid(path.child(field).key(name), bad.toString(), detail));
    }
}
