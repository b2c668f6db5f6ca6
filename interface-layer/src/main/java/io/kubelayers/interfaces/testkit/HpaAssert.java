package io.kubelayers.interfaces.testkit;

import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler;
import io.kubelayers.governance.autoscaling.horizontal.HpaDecision;
import io.kubelayers.interfaces.expectation.AssumedMetrics;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.value.Quantity;
import org.assertj.core.api.AbstractAssert;

/**
 * Asks an autoscaler how many replicas it wants at some load that has lasted long enough: past recommendations don't hold
 * the number back, while bounds and speed limits do.
 *
 * <pre>{@code
 * assertThat(cluster).hpa("shop/web").atLoad("cpu", "900m").recommends(5);
 * assertThat(cluster).hpa("shop/worker").atMetric("queue_length", "120").recommends(4).because("queue_length");
 * }</pre>
 *
 * <p>Without a load it is asked at what the cluster's metrics say now.
 */
public final class HpaAssert extends AbstractAssert<HpaAssert, HorizontalPodAutoscaler> {
    private final Cluster cluster;
    private final AssumedMetrics metrics;

    HpaAssert(Cluster cluster, HorizontalPodAutoscaler hpa) {
        this(cluster, hpa, AssumedMetrics.of(cluster, HpaAssert::forgotten));
    }

    private HpaAssert(Cluster cluster, HorizontalPodAutoscaler hpa, AssumedMetrics metrics) {
        super(hpa, HpaAssert.class);
        this.cluster = cluster;
        this.metrics = metrics;
    }

    /**
     * At this use of a resource by each pod, divided evenly among its containers.
     *
     * @param quantity such as {@code 900m} of cpu or {@code 2Gi} of memory
     */
    public HpaAssert atLoad(String resource, String quantity) {
        return with(metrics.withLoad(resource, Quantity.parse(quantity)));
    }

    /** At this value of a custom or external metric: of each pod, of the object, or of the one series. */
    public HpaAssert atMetric(String metric, String value) {
        return with(metrics.withMetric(metric, Quantity.parse(value)));
    }

    private HpaAssert with(AssumedMetrics other) {
        return new HpaAssert(cluster, actual, other).as(descriptionText());
    }

    /** The autoscaler wants that many replicas. */
    public HpaDecisionAssert recommends(int replicas) {
        return asked(decide(), replicas);
    }

    /** The autoscaler leaves the number of replicas alone. */
    public HpaDecisionAssert doesNotScale() {
        var decision = decide();
        return asked(decision, decision.currentReplicas());
    }

    private HpaDecisionAssert asked(HpaDecision decision, int replicas) {
        return new HpaDecisionAssert(decision)
                .as(descriptionText())
                .recommends("autoscaler " + ObjectName.of(actual), replicas);
    }

    private static String forgotten(String metric) {
        return "the test says no value of metric " + metric + ": add .atMetric(\"" + metric + "\", …)";
    }

    private HpaDecision decide() {
        return HpaQuestion.of(cluster, actual, metrics).decide();
    }
}
