package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.governance.autoscaling.horizontal.AnnotationTree.UnreadableException;
import io.kubelayers.governance.autoscaling.horizontal.AnnotationTree.Writer;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler.Condition;
import io.kubelayers.governance.autoscaling.horizontal.MetricStatus.MetricValueStatus;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.server.VersionConverter;
import io.kubelayers.nucleus.value.Absent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows an autoscaler as autoscaling/v1, which knows CPU utilization only, and back (upstream
 * {@code apis/autoscaling/v1/conversion.go}). What v1 has no fields for travels in annotations: other metrics, all readings,
 * the behavior and the conditions. An annotation that can't be read counts for nothing.
 */
public final class HorizontalPodAutoscalerV1Converter
        implements VersionConverter<HorizontalPodAutoscalerV1, HorizontalPodAutoscaler> {
    /** Holds the metrics other than CPU utilization, as JSON. */
    public static final String METRICS = "autoscaling.alpha.kubernetes.io/metrics";

    /** Holds the readings, as JSON. */
    public static final String CURRENT_METRICS = "autoscaling.alpha.kubernetes.io/current-metrics";

    /** Holds the behavior, as JSON. */
    public static final String BEHAVIOR = "autoscaling.alpha.kubernetes.io/behavior";

    /** Holds the conditions, as JSON. */
    public static final String CONDITIONS = "autoscaling.alpha.kubernetes.io/conditions";

    private static final List<String> ALL = List.of(METRICS, CURRENT_METRICS, BEHAVIOR, CONDITIONS);

    @Override
    public Class<HorizontalPodAutoscalerV1> served() {
        return HorizontalPodAutoscalerV1.class;
    }

    @Override
    public Class<HorizontalPodAutoscaler> hub() {
        return HorizontalPodAutoscaler.class;
    }

    @Override
    public HorizontalPodAutoscalerV1 fromHub(HorizontalPodAutoscaler hpa) {
        var spec = hpa.spec();
        var status = hpa.status();
        var others = new ArrayList<Map<String, @Nullable Object>>();
        Integer cpu = null;
        for (var metric : spec.metrics()) {
            var utilization = cpuUtilization(metric);
            if (utilization == null) {
                others.add(V1Metrics.write(metric));
            } else if (cpu == null) {
                cpu = utilization;
            }
        }
        var annotations = withoutOwn(hpa.metadata());
        if (!others.isEmpty()) {
            annotations.put(METRICS, AnnotationTree.json(others));
        }
        if (!status.currentMetrics().isEmpty()) {
            annotations.put(
                    CURRENT_METRICS,
                    AnnotationTree.json(status.currentMetrics().stream()
                            .map(V1MetricStatuses::write)
                            .toList()));
        }
        if (spec.behavior() != null) {
            annotations.put(BEHAVIOR, AnnotationTree.json(V1Behavior.write(spec.behavior())));
        }
        if (!status.conditions().isEmpty()) {
            annotations.put(
                    CONDITIONS,
                    AnnotationTree.json(status.conditions().stream()
                            .map(HorizontalPodAutoscalerV1Converter::write)
                            .toList()));
        }
        return new HorizontalPodAutoscalerV1(
                hpa.metadata().withAnnotations(annotations),
                new HorizontalPodAutoscalerV1.Spec(
                        HorizontalPodAutoscalerV1.Target.of(spec.scaleTargetRef()),
                        spec.minReplicas(),
                        spec.maxReplicas(),
                        cpu),
                new HorizontalPodAutoscalerV1.Status(
                        status.observedGeneration(),
                        status.lastScaleTime(),
                        status.currentReplicas(),
                        status.desiredReplicas(),
                        currentCpu(status)));
    }

    /** The goal of a metric that v1 has a field for; null for all others. */
    private static @Nullable Integer cpuUtilization(MetricSpec metric) {
        var resource = metric.resource();
        return resource != null && resource.name().equals(ResourceName.CPU)
                ? resource.target().averageUtilization()
                : null;
    }

    private static @Nullable Integer currentCpu(HorizontalPodAutoscaler.Status status) {
        Integer current = null;
        for (var metric : status.currentMetrics()) {
            var resource = metric.resource();
            if (resource != null
                    && resource.name().equals(ResourceName.CPU)
                    && resource.current().averageUtilization() != null) {
                current = resource.current().averageUtilization();
            }
        }
        return current;
    }

    private static Map<String, @Nullable Object> write(Condition condition) {
        return new Writer()
                .field("type", condition.type())
                .field("status", condition.status())
                .field("lastTransitionTime", condition.lastTransitionTime())
                .optional("reason", condition.reason())
                .optional("message", condition.message())
                .tree();
    }

    @Override
    public HorizontalPodAutoscaler toHub(HorizontalPodAutoscalerV1 served) {
        var annotations = served.metadata().annotations();
        var spec = served.spec();
        var status = served.status();
        return new HorizontalPodAutoscaler(
                served.metadata().withAnnotations(withoutOwn(served.metadata())),
                new HorizontalPodAutoscaler.Spec(
                        spec.scaleTargetRef().reference(),
                        spec.minReplicas(),
                        spec.maxReplicas(),
                        metrics(annotations, spec.targetCPUUtilizationPercentage()),
                        behavior(annotations)),
                new HorizontalPodAutoscaler.Status(
                        status.observedGeneration(),
                        status.lastScaleTime(),
                        status.currentReplicas(),
                        status.desiredReplicas(),
                        currentMetrics(annotations, status.currentCPUUtilizationPercentage()),
                        conditions(annotations)));
    }

    /** The other metrics first, then CPU, as upstream orders them; 80 percent CPU where there are none at all. */
    private static List<MetricSpec> metrics(Map<String, String> annotations, @Nullable Integer cpu) {
        var metrics = new ArrayList<MetricSpec>();
        var others = annotations.get(METRICS);
        if (others != null) {
            try {
                AnnotationTree.array(others).forEach(tree -> metrics.add(V1Metrics.read(tree)));
            } catch (UnreadableException e) {
                metrics.clear();
            }
        }
        if (cpu != null) {
            metrics.add(HorizontalPodAutoscalerDefaults.cpuUtilization(cpu));
        }
        return metrics.isEmpty()
                ? List.of(
                        HorizontalPodAutoscalerDefaults.cpuUtilization(HorizontalPodAutoscalerDefaults.CPU_UTILIZATION))
                : metrics;
    }

    private static @Nullable HorizontalPodAutoscalerBehavior behavior(Map<String, String> annotations) {
        var text = annotations.get(BEHAVIOR);
        try {
            return text == null ? null : V1Behavior.read(AnnotationTree.object(text));
        } catch (UnreadableException e) {
            return null;
        }
    }

    private static List<MetricStatus> currentMetrics(Map<String, String> annotations, @Nullable Integer cpu) {
        var text = annotations.get(CURRENT_METRICS);
        if (text != null) {
            try {
                return AnnotationTree.array(text).stream()
                        .map(V1MetricStatuses::read)
                        .toList();
            } catch (UnreadableException e) {
                // the field below is all there is
            }
        }
        return cpu == null
                ? List.of()
                : List.of(MetricStatusBuilder.builder()
                        .type(MetricSourceType.RESOURCE)
                        .resource(new MetricStatus.ResourceMetricStatus(
                                ResourceName.CPU, new MetricValueStatus(null, null, cpu)))
                        .build());
    }

    private static List<Condition> conditions(Map<String, String> annotations) {
        var text = annotations.get(CONDITIONS);
        try {
            return text == null
                    ? List.of()
                    : AnnotationTree.array(text).stream()
                            .map(tree -> new Condition(
                                    Absent.text(tree.text("type")),
                                    Absent.text(tree.text("status")),
                                    tree.time("lastTransitionTime"),
                                    tree.text("reason"),
                                    tree.text("message")))
                            .toList();
        } catch (UnreadableException e) {
            return List.of();
        }
    }

    /** The annotations of the object itself. */
    private static Map<String, String> withoutOwn(ObjectMeta metadata) {
        var annotations = new TreeMap<>(metadata.annotations());
        annotations.keySet().removeAll(ALL);
        return annotations;
    }
}
