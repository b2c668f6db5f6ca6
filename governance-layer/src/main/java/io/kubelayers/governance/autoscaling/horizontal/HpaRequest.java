package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything one look at an autoscaler depends on.
 *
 * @param hpa the autoscaler, with its last status
 * @param scale the target's scale: wanted replicas, existing replicas, selector of its pods
 * @param pods pods of the namespace, in the lister's order; the scale's selector picks the workload's
 * @param readings what the metrics API said, one for each of {@code spec.metrics} in order; may be empty when
 *     {@link HpaAlgorithm#needsMetrics} says so
 * @param rivalSelectors scale selectors of the other autoscalers of the namespace, by their name
 * @param history what was remembered from earlier looks
 * @param options the cluster's settings
 * @param now time of the look
 */
@RecordBuilder
public record HpaRequest(
        HorizontalPodAutoscaler hpa,
        Scale scale,
        List<Pod> pods,
        List<MetricReading> readings,
        Map<String, String> rivalSelectors,
        HpaHistory history,
        HpaOptions options,
        Instant now)
        implements HpaRequestBuilder.With {
    public HpaRequest {
        pods = Absent.list(pods);
        readings = Absent.list(readings);
        rivalSelectors = Absent.map(rivalSelectors);
        history = Absent.or(history, HpaHistory.EMPTY);
        options = Absent.or(options, HpaOptions.DEFAULT);
    }

    /** A first look, with default settings; add pods, readings and history with {@code withX}. */
    public static HpaRequest of(HorizontalPodAutoscaler hpa, Scale scale, Instant now) {
        return new HpaRequest(hpa, scale, List.of(), List.of(), Map.of(), HpaHistory.EMPTY, HpaOptions.DEFAULT, now);
    }
}
