package io.kubelayers.interfaces.table;

import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerV1;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An autoscaler in its old version, which knows one metric; the columns of {@link HorizontalPodAutoscalerRow}. */
final class HorizontalPodAutoscalerV1Row implements RowPrinter<HorizontalPodAutoscalerV1> {
    @Override
    public List<@Nullable Object> cells(HorizontalPodAutoscalerV1 autoscaler, Instant now) {
        var spec = autoscaler.spec();
        var least = spec.minReplicas();
        return Cells.row(
                Cells.name(autoscaler),
                spec.scaleTargetRef().kind() + "/" + spec.scaleTargetRef().name(),
                target(
                        spec.targetCPUUtilizationPercentage(),
                        autoscaler.status().currentCPUUtilizationPercentage()),
                least == null ? Cells.UNSET : least.toString(),
                spec.maxReplicas(),
                autoscaler.status().currentReplicas(),
                Cells.age(autoscaler, now));
    }

    private static String target(@Nullable Integer wanted, @Nullable Integer current) {
        if (wanted == null) {
            return Cells.NONE;
        }
        return "cpu: " + (current == null ? Cells.UNKNOWN : current + "%") + "/" + wanted + "%";
    }
}
