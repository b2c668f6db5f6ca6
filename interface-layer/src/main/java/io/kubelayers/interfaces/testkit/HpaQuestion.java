package io.kubelayers.interfaces.testkit;

import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerDefaults;
import io.kubelayers.governance.autoscaling.horizontal.HpaAlgorithm;
import io.kubelayers.governance.autoscaling.horizontal.HpaDecision;
import io.kubelayers.governance.autoscaling.horizontal.HpaHistory;
import io.kubelayers.governance.autoscaling.horizontal.HpaRequest;
import io.kubelayers.governance.autoscaling.horizontal.MetricReading;
import io.kubelayers.governance.autoscaling.horizontal.MetricReadings;
import io.kubelayers.interfaces.spelling.NearestName;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.ResourceType;
import java.time.Duration;
import java.util.List;

/**
 * What an autoscaler is asked: its target's scale and pods as the cluster has them, and given metrics.
 *
 * @param cluster the cluster
 * @param hpa the autoscaler, with its defaults
 * @param metrics what is measured
 */
record HpaQuestion(Cluster cluster, HorizontalPodAutoscaler hpa, GivenMetrics metrics) {
    /** Long enough ago that no stabilization window reaches back to it: the API allows an hour at most. */
    private static final Duration LONG_AGO = Duration.ofHours(2);

    static HpaQuestion of(Cluster cluster, HorizontalPodAutoscaler hpa, GivenMetrics metrics) {
        return new HpaQuestion(cluster, HorizontalPodAutoscalerDefaults.apply(hpa), metrics);
    }

    HpaDecision decide() {
        var scale = scale();
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

    private Scale scale() {
        var target = hpa.spec().scaleTargetRef();
        var name = new ObjectName(hpa.metadata().namespaceOrEmpty(), target.name());
        try {
            return (Scale) cluster.client().on(targetType()).getSubresource(name.namespace(), name.name(), "scale");
        } catch (ApiException e) {
            var there = cluster.informers().lister(targetType()).list().stream()
                    .map(object -> ObjectName.of(object).toString())
                    .toList();
            throw new AssertionError(
                    Mismatch.expected("autoscaler " + ObjectName.of(hpa) + " has the target " + target.kind() + " "
                                    + name)
                            .but(e.explain())
                            .hint(there.contains(name.toString()) ? "" : NearestName.hint(name.toString(), there))
                            .text(),
                    e);
        }
    }

    private ResourceType targetType() {
        var target = hpa.spec().scaleTargetRef();
        var version = GroupVersion.parse(target.apiVersion() == null ? "v1" : target.apiVersion());
        var kind = new GroupVersionKind(version.group(), version.version(), target.kind());
        return cluster.types()
                .byKind(kind)
                .orElseThrow(() -> new AssertionError("autoscaler " + ObjectName.of(hpa)
                        + " has a target of a kind the cluster does not know: " + kind));
    }
}
