package io.kubelayers.governance.limitrange;

import io.kubelayers.governance.limitrange.LimitRange.Item;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of one LimitRange item against requests and limits.
 *
 * <p>Compared in thousandths where that fits 64 bits, else in whole numbers, as upstream does.
 */
final class Bounds {
    private static final long MOST_IN_MILLI = Long.MAX_VALUE / 1000;

    private final Item item;
    private final String subject;
    private final Map<String, Quantity> requests;
    private final Map<String, Quantity> limits;
    private final List<BoundCheck> checks;

    Bounds(
            Item item,
            String subject,
            Map<String, Quantity> requests,
            Map<String, Quantity> limits,
            List<BoundCheck> checks) {
        this.item = item;
        this.subject = subject;
        this.requests = requests;
        this.limits = limits;
        this.checks = checks;
    }

    void checkAll() {
        checkMin();
        item.max().forEach((name, max) -> add("max", name, max, aboveMax(name, max)));
        item.maxLimitRequestRatio().forEach((name, ratio) -> add("ratio", name, ratio, aboveRatio(name, ratio)));
    }

    /** Claims have requests only. */
    void checkRequests() {
        checkMin();
        item.max().forEach((name, max) -> add("max", name, max, requestAboveMax(name, max)));
    }

    private void checkMin() {
        item.min().forEach((name, min) -> add("min", name, min, belowMin(name, min)));
    }

    private void add(String bound, String name, Quantity amount, String violation) {
        checks.add(new BoundCheck(subject, bound + " " + name + " " + amount, violation));
    }

    private String belowMin(String name, Quantity min) {
        var request = requests.get(name);
        var limit = limits.get(name);
        var usage = "minimum " + name + " usage per " + item.type() + " is " + min;
        if (request == null) {
            return usage + ".  No request is specified";
        }
        boolean milli = fitMilli(request, limit, min);
        if (scaled(request, milli) < scaled(min, milli)) {
            return usage + ", but request is " + request;
        }
        return limit != null && scaled(limit, milli) < scaled(min, milli) ? usage + ", but limit is " + limit : "";
    }

    private String aboveMax(String name, Quantity max) {
        var request = requests.get(name);
        var limit = limits.get(name);
        var usage = "maximum " + name + " usage per " + item.type() + " is " + max;
        if (limit == null) {
            return usage + ".  No limit is specified";
        }
        boolean milli = fitMilli(request, limit, max);
        if (scaled(limit, milli) > scaled(max, milli)) {
            return usage + ", but limit is " + limit;
        }
        return request != null && scaled(request, milli) > scaled(max, milli)
                ? usage + ", but request is " + request
                : "";
    }

    private String requestAboveMax(String name, Quantity max) {
        var request = requests.get(name);
        var usage = "maximum " + name + " usage per " + item.type() + " is " + max;
        if (request == null) {
            return usage + ".  No request is specified";
        }
        boolean milli = fitMilli(request, null, max);
        return scaled(request, milli) > scaled(max, milli) ? usage + ", but request is " + request : "";
    }

    private String aboveRatio(String name, Quantity max) {
        var request = requests.get(name);
        var limit = limits.get(name);
        boolean milli = fitMilli(request, limit, max);
        var ratio = name + " max limit to request ratio per " + item.type() + " is " + max;
        if (request == null || scaled(request, milli) == 0) {
            return ratio + ", but no request is specified or request is 0";
        }
        if (limit == null || scaled(limit, milli) == 0) {
            return ratio + ", but no limit is specified or limit is 0";
        }
        double observed = (double) scaled(limit, milli) / scaled(request, milli);
        boolean above = max.value() <= MOST_IN_MILLI ? observed * 1000 > max.milliValue() : observed > max.value();
        return above ? ratio + ", but provided ratio is " + String.format(Locale.ROOT, "%f", observed) : "";
    }

    private static boolean fitMilli(@Nullable Quantity request, @Nullable Quantity limit, Quantity bound) {
        return fitsMilli(request) && fitsMilli(limit) && fitsMilli(bound);
    }

    private static boolean fitsMilli(@Nullable Quantity amount) {
        return amount == null || amount.value() <= MOST_IN_MILLI;
    }

    private static long scaled(Quantity amount, boolean milli) {
        return milli ? amount.milliValue() : amount.value();
    }
}
