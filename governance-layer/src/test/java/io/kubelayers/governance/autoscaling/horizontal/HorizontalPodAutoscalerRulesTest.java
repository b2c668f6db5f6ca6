package io.kubelayers.governance.autoscaling.horizontal;

import static io.kubelayers.governance.autoscaling.horizontal.Hpas.cpuUtilization;
import static io.kubelayers.governance.autoscaling.horizontal.Hpas.queuePerReplica;
import static io.kubelayers.governance.autoscaling.horizontal.Hpas.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingPolicy;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingRules;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HorizontalPodAutoscalerRulesTest {
    private final HorizontalPodAutoscalerRules rules = HorizontalPodAutoscalerRules.standard();

    record Case(String name, HorizontalPodAutoscaler hpa, String... errors) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static HorizontalPodAutoscaler behaving(HPAScalingRules up) {
        return Hpas.withBehavior(web(1, 5, cpuUtilization(50)), new HorizontalPodAutoscalerBehavior(up, null));
    }

    private static HorizontalPodAutoscaler scaling(String kind, String version) {
        var hpa = web(1, 5, cpuUtilization(50));
        return hpa.withSpec(hpa.spec().withScaleTargetRef(new CrossVersionObjectReference(kind, "web", version)));
    }

    static Stream<Case> wrong() {
        var queue = new MetricTarget("Value", Quantity.parse("5"), Quantity.parse("1"), null);
        return Stream.of(
                new Case(
                        "zero needs a feature gate",
                        web(0, 5, cpuUtilization(50)),
                        "spec.minReplicas: Invalid value: 0: must be greater than or equal to 1",
                        "spec.metrics: Forbidden: must specify at least one Object or External metric to support"
                                + " scaling to zero replicas"),
                new Case(
                        "max below min",
                        web(3, 2, cpuUtilization(50)),
                        "spec.maxReplicas: Invalid value: 2: must be greater than or equal to `minReplicas`"),
                new Case(
                        "no target",
                        web(1, 2, cpuUtilization(50)).withSpec(HorizontalPodAutoscaler.Spec.EMPTY.withMaxReplicas(1)),
                        "spec.scaleTargetRef.kind: Required value",
                        "spec.scaleTargetRef.name: Required value",
                        "spec.scaleTargetRef.apiVersion: Invalid value: \"\": apiVersion must specify API group"),
                new Case(
                        "what has no scale in the core group",
                        scaling("Deployment", "v1"),
                        "spec.scaleTargetRef.apiVersion: Invalid value: \"v1\": apiVersion must specify API group"),
                new Case(
                        "a replication controller, which is of the core group", scaling("ReplicationController", "v1")),
                new Case(
                        "a version that is none",
                        scaling("Deployment", "apps/v1/x"),
                        "spec.scaleTargetRef.apiVersion: Invalid value: \"apps/v1/x\": unexpected GroupVersion string:"
                                + " apps/v1/x"),
                new Case(
                        "a container whose name can't be one",
                        web(
                                1,
                                2,
                                new MetricSpec(
                                        MetricSourceType.CONTAINER_RESOURCE,
                                        null,
                                        null,
                                        null,
                                        new MetricSpec.ContainerResourceMetricSource(
                                                "cpu", new MetricTarget("Utilization", null, null, 50), "-"),
                                        null)),
                        "spec.metrics[0].containerResource.container: Invalid value: \"-\": a lowercase RFC 1123 label must"
                                + " consist of lower case alphanumeric characters or '-', and must start and end with an"
                                + " alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is"
                                + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"),
                new Case(
                        "what containers don't have",
                        web(
                                1,
                                2,
                                new MetricSpec(
                                        MetricSourceType.CONTAINER_RESOURCE,
                                        null,
                                        null,
                                        null,
                                        new MetricSpec.ContainerResourceMetricSource(
                                                "gold", new MetricTarget("Utilization", null, null, 50), "a"),
                                        null)),
                        "spec.metrics[0].containerResource.name: Invalid value: \"gold\": must be a standard resource type"
                                + " or fully qualified",
                        "spec.metrics[0].containerResource.name: Invalid value: \"gold\": must be a standard resource for"
                                + " containers"),
                new Case(
                        "no percentage",
                        web(1, 2, cpuUtilization(0)),
                        "spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: must be greater than 0"),
                new Case(
                        "two goals",
                        web(1, 2, Hpas.external("queue", queue)),
                        "spec.metrics[0].external.target.value: Forbidden: may not set both a target value for metric"
                                + " and a per-pod target"),
                new Case(
                        "another source than the type says",
                        web(1, 2, queuePerReplica("1").withType("Pods")),
                        "spec.metrics[0].pods: Required value: must populate information for the given metric source"),
                new Case(
                        "an unknown source",
                        web(1, 2, queuePerReplica("1").withType("Magic")),
                        "spec.metrics[0].type: Unsupported value: \"Magic\": supported values: \"ContainerResource\","
                                + " \"External\", \"Object\", \"Pods\", \"Resource\"",
                        "spec.metrics[0].type: Unsupported value: \"Magic\": supported values: \"ContainerResource\","
                                + " \"External\", \"Object\", \"Pods\", \"Resource\""),
                new Case(
                        "a behavior without policies",
                        behaving(new HPAScalingRules(-1, "Most", List.of(), null)),
                        "spec.behavior.scaleUp.stabilizationWindowSeconds: Invalid value: -1: must be greater than or"
                                + " equal to zero",
                        "spec.behavior.scaleUp.selectPolicy: Unsupported value: \"Most\": supported values:"
                                + " \"Disabled\", \"Max\", \"Min\"",
                        "spec.behavior.scaleUp.policies: Required value: must specify at least one Policy"),
                new Case(
                        "a policy over too long a time",
                        behaving(new HPAScalingRules(
                                0, "Max", List.of(new HPAScalingPolicy("Pods", 0, 1801)), Quantity.parse("-1"))),
                        "spec.behavior.scaleUp.policies[0].value: Invalid value: 0: must be greater than zero",
                        "spec.behavior.scaleUp.policies[0].periodSeconds: Invalid value: 1801: must be less than or"
                                + " equal to 1800",
                        "spec.behavior.scaleUp.tolerance: Invalid value: \"-1\": must be greater than or equal to 0"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refuses(Case c) {
        assertThat(rules.validate(c.hpa())).extracting(Object::toString).containsExactly(c.errors());
    }

    @Test
    void acceptsWhatItsDefaultsMakeOfAlmostNothing() {
        var bare = Hpas.withBehavior(web(1, 5), new HorizontalPodAutoscalerBehavior(null, null));
        var complete = rules.defaulted(bare.withSpec(bare.spec().withMinReplicas(null)));

        assertThat(rules.validate(complete)).isEmpty();
        assertThat(complete.spec().minReplicas()).isEqualTo(1);
        assertThat(complete.spec().metrics()).containsExactly(cpuUtilization(80));
        assertThat(complete.spec().behavior().scaleUp().policies())
                .containsExactly(new HPAScalingPolicy("Pods", 4, 15), new HPAScalingPolicy("Percent", 100, 15));
        assertThat(complete.spec().behavior().scaleDown().stabilizationWindowSeconds())
                .isNull();
        assertThat(rules.defaulted(complete)).isSameAs(complete);
    }

    @Test
    void whatScaledAnObjectWithoutVersionMayGoOn() {
        var old = scaling("Deployment", "");

        assertThat(rules.validateUpdate(old, old)).isEmpty();
        assertThat(rules.validateUpdate(scaling("StatefulSet", ""), old)).hasSize(1);
    }

    @Test
    void whatMayScaleToZeroKeepsThatRight() {
        var zero = web(0, 5, queuePerReplica("1"));

        assertThat(rules.validate(zero)).hasSize(1);
        assertThat(rules.validateUpdate(zero, zero)).isEmpty();
        assertThat(new HorizontalPodAutoscalerRules(true).validate(zero)).isEmpty();
    }

    @Test
    void aLayerMayAllowNoReplicaAtAll() {
        var zero = Hpas.web(0, 3, Hpas.queuePerReplica("30"));
        var strict = Cluster.builder().layers(ApplicationLayer.standard(), GovernanceLayer.standard());
        var lax = Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard().scaleToZero());

        try (var cluster = strict.start()) {
            assertThatThrownBy(() -> cluster.client().create(zero))
                    .hasMessageContaining("spec.minReplicas: Invalid value: 0");
        }
        try (var cluster = lax.start()) {
            assertThat(cluster.client().create(zero).spec().minReplicas()).isZero();
        }
    }
}
