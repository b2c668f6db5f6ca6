package io.kubelayers.interfaces.http.metrics;

import io.kubelayers.application.scheduling.SchedulerMetrics;
import io.kubelayers.nucleus.cluster.Layer;
import io.kubelayers.nucleus.control.Answers;
import io.kubelayers.nucleus.control.Informers;
import java.util.List;

/**
 * Has the scheduler of a cluster counted.
 *
 * @param metrics what is told of it; forks of the cluster tell the same
 */
public record SchedulerMetricsLayer(SchedulerMetrics metrics) implements Layer {
    public static SchedulerMetricsLayer of(SchedulerMetrics metrics) {
        return new SchedulerMetricsLayer(metrics);
    }

    @Override
    public String name() {
        return "scheduler-metrics";
    }

    @Override
    public List<Class<?>> kinds() {
        return List.of();
    }

    @Override
    public Answers answers(Informers informers) {
        return Answers.none().with(SchedulerMetrics.class, metrics);
    }
}
