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
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.types.GroupVersion;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How many replicas does an autoscaler want at a load? One look, as if no other had been before.
 *
 * @param load use of each pod, by resource
 * @param metrics custom and external metrics, by name
 */
record ScaleQuestion(String hpa, Map<String, String> load, Map<String, String> metrics, int replicas)
        implements Question {
    /** Long enough ago that no stabilization window reaches back to it: the API allows an hour at most. */
    private static final Duration LONG_AGO = Duration.ofHours(2);

    static ScaleQuestion read(Fields fields) {
        return new ScaleQuestion(
                fields.text("hpa"), fields.map("load"), fields.map("metrics"), fields.number("replicas"));
    }

    @Override
    public String sentence() {
        return "autoscaler " + hpa + " wants " + replicas + " replicas at " + load + (metrics.isEmpty() ? "" : metrics);
    }

    @Override
    public Answer ask(Cluster cluster) {
        var name = ReachQuestion.name(hpa);
        var stored = cluster.lister(HorizontalPodAutoscaler.class)
                .get(name[0], name[1])
                .orElseThrow(() -> new IllegalArgumentException("there is no autoscaler " + hpa));
        var decision = decide(cluster, HorizontalPodAutoscalerDefaults.apply(stored));
        int wanted = decision.scaleTo() == null ? decision.currentReplicas() : decision.scaleTo();
        return new Answer(wanted == replicas, "it wants " + wanted + ": " + decision.explain(), decision.finding());
    }

    private HpaDecision decide(Cluster cluster, HorizontalPodAutoscaler autoscaler) {
        var scale = scale(cluster, autoscaler);
        var selector = scale.status().selector();
        var assumed = AssumedMetrics.of(cluster, load, metrics);
        List<MetricReading> readings =
                HpaAlgorithm.needsMetrics(autoscaler, scale.spec().replicas())
                        ? MetricReadings.ask(
                                assumed, autoscaler, selector == null ? Selector.nothing() : Selector.parse(selector))
                        : List.of();
        var past = new HpaHistory.Recommendation(
                scale.spec().replicas(), cluster.now().minus(LONG_AGO));
        return HpaAlgorithm.decide(HpaRequest.of(autoscaler, scale, cluster.now())
                .withPods(cluster.lister(Pod.class).list(autoscaler.metadata().namespaceOrEmpty()))
                .withReadings(readings)
                .withHistory(new HpaHistory(List.of(past), List.of(), List.of())));
    }

    private static Scale scale(Cluster cluster, HorizontalPodAutoscaler autoscaler) {
        var target = autoscaler.spec().scaleTargetRef();
        var version = GroupVersion.parse(target.apiVersion() == null ? "v1" : target.apiVersion());
        var kind = new GroupVersionKind(version.group(), version.version(), target.kind());
        var type = cluster.types()
                .byKind(kind)
                .orElseThrow(() -> new IllegalArgumentException("the target is of an unknown kind: " + kind));
        try {
            return (Scale) cluster.client()
                    .on(type)
                    .getSubresource(autoscaler.metadata().namespaceOrEmpty(), target.name(), "scale");
        } catch (ApiException e) {
            throw new IllegalArgumentException(e.explain(), e);
        }
    }
}
