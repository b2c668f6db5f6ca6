package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.value.Absent;
import java.util.Map;
import java.util.TreeMap;

/**
 * What some pods use.
 *
 * <pre>{@code
 * UsageRule.pods("shop", web)
 *         .shared("cpu", UsageCurve.day(0.5, 6, LocalTime.NOON))   // all web pods together
 *         .each("memory", UsageCurve.constant(200 << 20));         // every single one
 * }</pre>
 *
 * @param namespace namespace of the pods; "" for any
 * @param pods labels of the pods; empty for all of the namespace
 * @param uses use by resource name, cpu in cores and memory in bytes
 */
public record UsageRule(String namespace, LabelSelector pods, Map<String, Use> uses) {
    public UsageRule {
        uses = Absent.map(uses);
    }

    /**
     * A curve and whose it is.
     *
     * @param curve use over time
     * @param shared true: of all ready pods together, split evenly; false: of each pod
     */
    public record Use(UsageCurve curve, boolean shared) {}

    /** A rule for the pods with these labels, which use nothing yet. */
    public static UsageRule pods(String namespace, LabelSelector pods) {
        return new UsageRule(namespace, pods, Map.of());
    }

    /** Each pod uses this much. */
    public UsageRule each(String resource, UsageCurve curve) {
        return with(resource, new Use(curve, false));
    }

    /** The ready pods together use this much, in equal parts: work that a balancer spreads. */
    public UsageRule shared(String resource, UsageCurve curve) {
        return with(resource, new Use(curve, true));
    }

    /** {@link #each} for cpu, in cores. */
    public UsageRule cpu(UsageCurve cores) {
        return each(ResourceName.CPU, cores);
    }

    /** {@link #each} for memory, in bytes. */
    public UsageRule memory(UsageCurve bytes) {
        return each(ResourceName.MEMORY, bytes);
    }

    private UsageRule with(String resource, Use use) {
        var more = new TreeMap<>(uses);
        more.put(resource, use);
        return new UsageRule(namespace, pods, more);
    }
}
