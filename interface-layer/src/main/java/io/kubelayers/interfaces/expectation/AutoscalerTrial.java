package io.kubelayers.interfaces.expectation;

import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerDefaults;
import io.kubelayers.governance.autoscaling.horizontal.HpaAlgorithm;
import io.kubelayers.governance.autoscaling.horizontal.HpaDecision;
import io.kubelayers.governance.autoscaling.horizontal.HpaHistory;
import io.kubelayers.governance.autoscaling.horizontal.HpaRequest;
import io.kubelayers.governance.autoscaling.horizontal.MetricReading;
import io.kubelayers.governance.autoscaling.horizontal.MetricReadings;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.ResourceType;
import java.time.Duration;
import java.util.List;

/**
 * One look of an autoscaler at assumed metrics, as if no other had been before: its target's scale and pods are those of
 * the cluster.
 *
 * @param cluster the cluster
 * @param hpa the autoscaler, with its defaults
 * @param metrics what is measured
 */
public record AutoscalerTrial(Cluster cluster, HorizontalPodAutoscaler hpa, AssumedMetrics metrics) {
    /** Long enough ago that no stabilization window reaches back to it: the API allows an hour at most. */
    private static final Duration LONG_AGO = Duration.ofHours(2);

    public static AutoscalerTrial of(Cluster cluster, HorizontalPodAutoscaler hpa, AssumedMetrics metrics) {
        return new AutoscalerTrial(cluster, HorizontalPodAutoscalerDefaults.apply(hpa), metrics);
    }

    /**
     * The kind of the target.
     *
     * @throws IllegalArgumentException if the cluster does not know it
     */
    public ResourceType targetType() {
        var target = hpa.spec().scaleTargetRef();
        var version = GroupVersion.parse(target.apiVersion() == null ? "v1" : target.apiVersion());
        var kind = new GroupVersionKind(version.group(), version.version(), target.kind());
        return cluster.types()
                .byKind(kind)
                .orElseThrow(() -> new IllegalArgumentException("the target is of an unknown kind: " + kind));
    }

    /**
     * What it decides.
     *
     * @throws IllegalArgumentException if the cluster does not know the target's kind
     * @throws io.kubelayers.nucleus.errors.ApiException if the target has no scale that can be read
     */
    public HpaDecision decide() {
        var scale = (Scale) cluster.client()
                .on(targetType())
                .getSubresource(
                        hpa.metadata().namespaceOrEmpty(),
                        hpa.spec().scaleTargetRef().name(),
                        "scale");
        var selector = scale.status().selector();
        List<MetricReading> readings = HpaAlgorithm.needsMetrics(
                        hpa, scale.spec().replicas())
                ? MetricReadings.ask(metrics, hpa, selector == null ? Selector.nothing() : Selector.parse(selector))
                : List.of();
        var past = new HpaHistory.Recommendation(
                scale.spec().replicas(), cluster.now().minus(LONG_AGO));
        return HpaAlgorithm.decide(HpaRequest.of(hpa, scale, cluster.now())
                .withPods(cluster.lister(Pod.class).list(hpa.metadata().namespaceOrEmpty()))
                .withReadings(readings)
                .withHistory(new HpaHistory(List.of(past), List.of(), List.of())));
    }
}
