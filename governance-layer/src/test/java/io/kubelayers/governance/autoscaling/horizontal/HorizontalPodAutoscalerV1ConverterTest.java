package io.kubelayers.governance.autoscaling.horizontal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.governance.GovernanceKinds;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler.Condition;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingPolicy;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingRules;
import io.kubelayers.governance.autoscaling.horizontal.MetricStatus.MetricValueStatus;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.FieldTypeException;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HorizontalPodAutoscalerV1ConverterTest {
    private final HorizontalPodAutoscalerV1Converter converter = new HorizontalPodAutoscalerV1Converter();

    private static MetricSpec pods() {
        return MetricSpecBuilder.builder()
                .type("Pods")
                .pods(new MetricSpec.PodsMetricSource(
                        new MetricIdentifier("qps", new LabelSelector(Map.of("verb", "GET"), List.of())),
                        new MetricTarget("AverageValue", null, Quantity.parse("200m"), null)))
                .build();
    }

    private static MetricSpec memory() {
        return MetricSpecBuilder.builder()
                .type("Resource")
                .resource(new MetricSpec.ResourceMetricSource(
                        "memory", new MetricTarget("AverageValue", null, Quantity.parse("1Gi"), null)))
                .build();
    }

    private static MetricSpec container() {
        return MetricSpecBuilder.builder()
                .type("ContainerResource")
                .containerResource(new MetricSpec.ContainerResourceMetricSource(
                        "cpu", new MetricTarget("Utilization", null, null, 70), "main"))
                .build();
    }

    private static MetricSpec object() {
        return MetricSpecBuilder.builder()
                .type("Object")
                .object(new MetricSpec.ObjectMetricSource(
                        new CrossVersionObjectReference("Ingress", "main", "networking.k8s.io/v1"),
                        new MetricTarget("Value", Quantity.parse("100"), null, null),
                        new MetricIdentifier("rps", null)))
                .build();
    }

    private static final HorizontalPodAutoscalerBehavior BEHAVIOR = new HorizontalPodAutoscalerBehavior(
            null, new HPAScalingRules(60, "Min", List.of(new HPAScalingPolicy("Pods", 4, 30)), null));

    @Test
    void cpuUtilizationIsAFieldOfItsOwn() {
        var v1 = converter.fromHub(Hpas.web(2, 5, Hpas.cpuUtilization(60)));

        assertThat(v1.spec().targetCPUUtilizationPercentage()).isEqualTo(60);
        assertThat(v1.metadata().annotations()).isEmpty();
    }

    @Test
    void everythingElseTravelsInAnnotations() {
        var hub = Hpas.withBehavior(Hpas.web(2, 5, pods(), Hpas.cpuUtilization(60)), BEHAVIOR)
                .withStatus(new HorizontalPodAutoscaler.Status(
                        null,
                        null,
                        2,
                        2,
                        List.of(MetricStatusBuilder.builder()
                                .type("Resource")
                                .resource(new MetricStatus.ResourceMetricStatus(
                                        "cpu", new MetricValueStatus(null, Quantity.parse("30m"), 30)))
                                .build()),
                        List.of(new Condition("AbleToScale", "True", Hpas.NOW, "ReadyForNewScale", "fine"))));
        var v1 = converter.fromHub(hub);

        assertThat(v1.status().currentCPUUtilizationPercentage()).isEqualTo(30);
        assertThat(v1.metadata().annotations())
                .containsExactly(
                        Map.entry(
                                "autoscaling.alpha.kubernetes.io/behavior",
                                "{\"ScaleUp\":null,\"ScaleDown\":{\"StabilizationWindowSeconds\":60,"
                                        + "\"SelectPolicy\":\"Min\",\"Policies\":[{\"Type\":\"Pods\",\"Value\":4,"
                                        + "\"PeriodSeconds\":30}],\"Tolerance\":null}}"),
                        Map.entry(
                                "autoscaling.alpha.kubernetes.io/conditions",
                                "[{\"type\":\"AbleToScale\",\"status\":\"True\","
                                        + "\"lastTransitionTime\":\"2026-01-01T12:00:00Z\","
                                        + "\"reason\":\"ReadyForNewScale\",\"message\":\"fine\"}]"),
                        Map.entry(
                                "autoscaling.alpha.kubernetes.io/current-metrics",
                                "[{\"type\":\"Resource\",\"resource\":{\"name\":\"cpu\","
                                        + "\"currentAverageUtilization\":30,\"currentAverageValue\":\"30m\"}}]"),
                        Map.entry(
                                "autoscaling.alpha.kubernetes.io/metrics",
                                "[{\"type\":\"Pods\",\"pods\":{\"metricName\":\"qps\","
                                        + "\"targetAverageValue\":\"200m\","
                                        + "\"selector\":{\"matchLabels\":{\"verb\":\"GET\"}}}}]"));
    }

    @Test
    void nothingIsLostOnTheWayThereAndBack() {
        var hub = Hpas.withBehavior(
                Hpas.web(
                        2,
                        5,
                        pods(),
                        memory(),
                        container(),
                        object(),
                        Hpas.queuePerReplica("30"),
                        Hpas.cpuUtilization(60)),
                BEHAVIOR);

        assertThat(converter.toHub(converter.fromHub(hub))).isEqualTo(hub);
    }

    @Test
    void anAutoscalerWithoutMetricsScalesOnEightyPercentCpu() {
        var v1 = new HorizontalPodAutoscalerV1(
                ObjectMeta.EMPTY, new HorizontalPodAutoscalerV1.Spec(null, 1, 5, null), null);

        assertThat(converter.toHub(v1).spec().metrics()).containsExactly(Hpas.cpuUtilization(80));
    }

    @Test
    void unreadableAnnotationsCountForNothingAndVanish() {
        var v1 = new HorizontalPodAutoscalerV1(
                ObjectMeta.EMPTY.withAnnotations(Map.of(
                        HorizontalPodAutoscalerV1Converter.METRICS,
                        "[{\"type\":3}]",
                        HorizontalPodAutoscalerV1Converter.BEHAVIOR,
                        "][",
                        HorizontalPodAutoscalerV1Converter.CONDITIONS,
                        "{}",
                        "team",
                        "shop")),
                new HorizontalPodAutoscalerV1.Spec(null, 1, 5, 50),
                null);
        var hub = converter.toHub(v1);

        assertThat(hub.spec().metrics()).containsExactly(Hpas.cpuUtilization(50));
        assertThat(hub.spec().behavior()).isNull();
        assertThat(hub.status().conditions()).isEmpty();
        assertThat(hub.metadata().annotations()).containsExactly(Map.entry("team", "shop"));
    }

    @Test
    void namesInAnnotationsMayBeOfAnyCase() {
        var v1 = new HorizontalPodAutoscalerV1(
                ObjectMeta.EMPTY.withAnnotations(Map.of(
                        HorizontalPodAutoscalerV1Converter.BEHAVIOR,
                        "{\"scaleUp\":{\"stabilizationWindowSeconds\":30}}")),
                new HorizontalPodAutoscalerV1.Spec(null, 1, 5, 50),
                null);

        assertThat(converter.toHub(v1).spec().behavior().scaleUp().stabilizationWindowSeconds())
                .isEqualTo(30);
    }

    @Test
    void whatIsWrongIsToldOfTheTypesOfThisVersion() {
        var codec = Codec.of(TypeRegistry.of(GovernanceKinds.ALL));
        var text = "{apiVersion: autoscaling/v1, kind: HorizontalPodAutoscaler, spec: {scaleTargetRef: []}}";

        assertThatThrownBy(() -> codec.read(text, ReadOptions.strict()))
                .extracting(problem -> ((FieldTypeException) problem).detail())
                .isEqualTo(
                        "json: cannot unmarshal array into Go struct field HorizontalPodAutoscalerSpec.spec.scaleTargetRef"
                                + " of type v1.CrossVersionObjectReference");
    }
}
