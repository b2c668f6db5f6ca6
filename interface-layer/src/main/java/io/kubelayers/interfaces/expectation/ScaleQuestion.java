package io.kubelayers.interfaces.expectation;

import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler;
import io.kubelayers.governance.autoscaling.horizontal.HpaDecision;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.value.Quantity;
import io.kubelayers.nucleus.value.QuantityFormatException;
import java.util.Map;

/**
 * How many replicas does an autoscaler want at a load? One look, as if no other had been before.
 *
 * @param load use of each pod, by resource
 * @param metrics custom and external metrics, by name
 */
record ScaleQuestion(String hpa, Map<String, String> load, Map<String, String> metrics, int replicas)
        implements Question {
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
        var decision = decide(cluster, stored);
        int wanted = decision.scaleTo() == null ? decision.currentReplicas() : decision.scaleTo();
        return new Answer(wanted == replicas, "it wants " + wanted + ": " + decision.explain(), decision.finding());
    }

    private HpaDecision decide(Cluster cluster, HorizontalPodAutoscaler autoscaler) {
        var assumed = AssumedMetrics.of(cluster, metric -> "the expectation says no value of metric " + metric);
        for (var entry : load.entrySet()) {
            assumed = assumed.withLoad(entry.getKey(), quantity(entry));
        }
        for (var entry : metrics.entrySet()) {
            assumed = assumed.withMetric(entry.getKey(), quantity(entry));
        }
        try {
            return AutoscalerTrial.of(cluster, autoscaler, assumed).decide();
        } catch (ApiException e) {
            throw new IllegalArgumentException(e.explain(), e);
        }
    }

    private static Quantity quantity(Map.Entry<String, String> named) {
        try {
            return Quantity.parse(named.getValue());
        } catch (QuantityFormatException bad) {
            throw new IllegalArgumentException(named.getKey() + " is no quantity: " + named.getValue(), bad);
        }
    }
}
