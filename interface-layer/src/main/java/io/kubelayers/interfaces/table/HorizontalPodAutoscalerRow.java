package io.kubelayers.interfaces.table;

import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler;
import io.kubelayers.governance.autoscaling.horizontal.MetricSpec;
import io.kubelayers.governance.autoscaling.horizontal.MetricStatus;
import io.kubelayers.governance.autoscaling.horizontal.MetricStatus.MetricValueStatus;
import io.kubelayers.governance.autoscaling.horizontal.MetricTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An autoscaler: what it scales, each metric as current value and target, and between which bounds it is where. */
final class HorizontalPodAutoscalerRow implements RowPrinter<HorizontalPodAutoscaler> {
    private static final int MOST_METRICS = 2;

    @Override
    public List<@Nullable Object> cells(HorizontalPodAutoscaler autoscaler, Instant now) {
        var spec = autoscaler.spec();
        var least = spec.minReplicas();
        return Cells.row(
                Cells.name(autoscaler),
                spec.scaleTargetRef().kind() + "/" + spec.scaleTargetRef().name(),
                metrics(spec.metrics(), autoscaler.status().currentMetrics()),
                least == null ? Cells.UNSET : least.toString(),
                spec.maxReplicas(),
                autoscaler.status().currentReplicas(),
                Cells.age(autoscaler, now));
    }

    private static String metrics(List<MetricSpec> specs, List<MetricStatus> statuses) {
        if (specs.isEmpty()) {
            return Cells.NONE;
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < specs.size(); i++) {
            texts.add(metric(specs.get(i), i < statuses.size() ? statuses.get(i) : null));
        }
        return Cells.first(MOST_METRICS, texts, ", ");
    }

    private static String metric(MetricSpec spec, @Nullable MetricStatus status) {
        if (spec.resource() != null) {
            var current = status == null || status.resource() == null
                    ? null
                    : status.resource().current();
            return spec.resource().name() + ": " + usage(spec.resource().target(), current);
        }
        if (spec.containerResource() != null) {
            var current = status == null || status.containerResource() == null
                    ? null
                    : status.containerResource().current();
            return spec.containerResource().name() + ": "
                    + usage(spec.containerResource().target(), current);
        }
        if (spec.pods() != null) {
            var current = status == null || status.pods() == null
                    ? null
                    : status.pods().current();
            return average(current) + "/" + spec.pods().target().averageValue();
        }
        if (spec.object() != null) {
            var current = status == null || status.object() == null
                    ? null
                    : status.object().current();
            return value(spec.object().target(), current);
        }
        if (spec.external() != null) {
            var current = status == null || status.external() == null
                    ? null
                    : status.external().current();
            return value(spec.external().target(), current);
        }
        return "<unknown type>";
    }

    private static String usage(MetricTarget target, @Nullable MetricValueStatus current) {
        if (target.averageValue() != null) {
            return average(current) + "/" + target.averageValue();
        }
        var wanted = target.averageUtilization();
        var utilization = current == null ? null : current.averageUtilization();
        return (utilization == null ? Cells.UNKNOWN : utilization + "%")
                + "/"
                + (wanted == null ? "<auto>" : wanted + "%");
    }

    private static String value(MetricTarget target, @Nullable MetricValueStatus current) {
        if (target.averageValue() != null) {
            return average(current) + "/" + target.averageValue() + " (avg)";
        }
        var value = current == null ? null : current.value();
        return (value == null ? Cells.UNKNOWN : value.toString()) + "/" + target.value();
    }

    private static String average(@Nullable MetricValueStatus current) {
        var average = current == null ? null : current.averageValue();
        return average == null ? Cells.UNKNOWN : average.toString();
    }
}
