package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.value.Absent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What all pods of a simulated cluster use, by the first rule that speaks about a pod and resource. A pod can also say it
 * itself, in the annotations {@link #CPU_ANNOTATION} and {@link #MEMORY_ANNOTATION}, which come before all rules; see
 * {@link UsageCurveText} for their form. A pod of which nothing is said idles at a share of its requests.
 *
 * @param rules in order of precedence
 * @param idleShare share of the request that a pod uses when nothing is said
 */
public record UsageModel(List<UsageRule> rules, double idleShare) {
    /** CPU a pod uses, in cores: {@code "250m"}, {@code "steps 0s=100m 5m=1"}, counted from the start of the pod. */
    public static final String CPU_ANNOTATION = "metrics.kubelayers.io/cpu";

    /** Memory a pod uses, in bytes: {@code "200Mi"}, {@code "ramp 100Mi..1Gi over 1h"}, from the start of the pod. */
    public static final String MEMORY_ANNOTATION = "metrics.kubelayers.io/memory";

    /** All pods idle at a tenth of their requests. */
    public static final UsageModel IDLE = new UsageModel(List.of(), 0.1);

    public UsageModel {
        rules = Absent.list(rules);
    }

    public static UsageModel of(UsageRule... rules) {
        return new UsageModel(Arrays.asList(rules), IDLE.idleShare());
    }

    /** With one more rule, behind those there are. */
    public UsageModel with(UsageRule rule) {
        var more = new ArrayList<>(rules);
        more.add(rule);
        return new UsageModel(more, idleShare);
    }
}
