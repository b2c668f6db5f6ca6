package io.kubelayers.governance.autoscaling.horizontal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.governance.GovernanceKinds;
import io.kubelayers.governance.metrics.UsageCurve;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Autoscalers as people write them: every kind of metric, and tolerances of their own. */
class HpaKindsTest {
    private static final TypeRegistry TYPES =
            TypeRegistry.of(NucleusKinds.ALL).withAll(ApplicationKinds.ALL).withAll(GovernanceKinds.ALL);

    private static HorizontalPodAutoscaler hpa(String metric, String behavior) {
        var written = Manifests.of(
                        "hpa.yaml",
                        """
                        apiVersion: autoscaling/v2
                        kind: HorizontalPodAutoscaler
                        metadata: {name: web, namespace: default}
                        spec:
                          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
                          minReplicas: 1
                          maxReplicas: 20
                          metrics: [%s]
                          behavior: %s
                        """
                                .formatted(metric, behavior))
                .objects(TYPES)
                .get(0);
        return HorizontalPodAutoscalerRules.standard().defaulted((HorizontalPodAutoscaler) written);
    }

    /** A load of 9 in all, of which each replica shall bear 2 (of Object with a value: of which the whole shall be 2). */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            Resource          | {type: Resource, resource: {name: cpu, target: {type: AverageValue, averageValue: 2}}} | 5
            ContainerResource | {type: ContainerResource, containerResource: {name: cpu, container: main, target: {type: AverageValue, averageValue: 2}}} | 5
            Pods              | {type: Pods, pods: {metric: {name: requests}, target: {type: AverageValue, averageValue: 2}}} | 5
            Object by average | {type: Object, object: {describedObject: {apiVersion: v1, kind: Service, name: db}, metric: {name: connections}, target: {type: AverageValue, averageValue: 2}}} | 5
            Object by value   | {type: Object, object: {describedObject: {apiVersion: v1, kind: Service, name: db}, metric: {name: connections}, target: {type: Value, value: 2}}} | 20
            External          | {type: External, external: {metric: {name: queue, selector: {matchLabels: {of: orders}}}, target: {type: AverageValue, averageValue: 2}}} | 5
            """)
    void everyKindOfMetricIsFollowed(String name, String metric, int replicas) {
        var timeline = HpaSimulation.simulate(hpa(metric, "null"), UsageCurve.constant(9), Duration.ofMinutes(10));

        assertThat(timeline.lastReplicas()).as(timeline.table()).isEqualTo(replicas);
    }

    /** Ten replicas that shall bear ten each; up from 5 percent more, down from 20 percent less. */
    @ParameterizedTest(name = "a queue of {0}: {1} replicas")
    @CsvSource({"104, 10", "106, 11", "100, 10", "81, 10", "79, 8"})
    void eachDirectionHasItsTolerance(int queue, int replicas) {
        var hpa = hpa(
                "{type: External, external: {metric: {name: queue}, target: {type: AverageValue, averageValue: 10}}}",
                "{scaleUp: {tolerance: 50m}, scaleDown: {tolerance: 200m, stabilizationWindowSeconds: 0}}");

        var decision = Hpas.decideQueue(hpa, 10, queue, HpaHistory.EMPTY, Hpas.NOW);

        assertThat(decision.scaleTo() == null ? 10 : decision.scaleTo())
                .as(decision.explain())
                .isEqualTo(replicas);
    }
}
