package io.kubelayers.governance.autoscaling.horizontal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.governance.LayerParts;
import io.kubelayers.governance.metrics.MetricCatalog;
import io.kubelayers.governance.metrics.SimulatedMetrics;
import io.kubelayers.governance.metrics.UsageCurve;
import io.kubelayers.governance.metrics.UsageModel;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.runtime.VirtualClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What has a scale can be scaled, whoever defined it. */
class AutoscaledCustomResourceTest {
    private static final String FARM =
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: farms.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {plural: farms, singular: farm, kind: Farm}
              versions:
              - name: v1
                served: true
                storage: true
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec: {type: object, properties: {barns: {type: integer}}}
                      status: {type: object, properties: {barns: {type: integer}, selector: {type: string}}}
                subresources:
                  scale: {specReplicasPath: .spec.barns, statusReplicasPath: .status.barns, labelSelectorPath: .status.selector}
            ---
            apiVersion: example.com/v1
            kind: Farm
            metadata: {name: green, namespace: default}
            spec: {barns: 2}
            status: {barns: 2, selector: "farm=green"}
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: green, namespace: default}
            spec:
              scaleTargetRef: {apiVersion: example.com/v1, kind: Farm, name: green}
              minReplicas: 1
              maxReplicas: 9
              metrics:
              - {type: External, external: {metric: {name: harvest}, target: {type: AverageValue, averageValue: "10"}}}
            """;

    @Test
    void theReplicasAreWhereTheDefinitionSays() {
        var catalog = MetricCatalog.EMPTY.external("default", "harvest", Map.of(), UsageCurve.constant(35));
        var parts = new LayerParts()
                .rules(HorizontalPodAutoscalerRules.standard())
                .controller(HorizontalPodAutoscalerController.with(
                        SimulatedMetrics.factory(UsageModel.IDLE, catalog), HpaOptions.DEFAULT));
        try (var cluster = Cluster.builder()
                .layers(parts)
                .authorizer(Authorizer.alwaysAllow())
                .clock(VirtualClock.at("2026-01-01T00:00:00Z"))
                .start()) {
            // a kind is known once its definition is there
            for (var document : FARM.split("---\n")) {
                cluster.apply(Manifests.of("farm.yaml", document));
            }
            cluster.advance(Duration.ofSeconds(15));

            var type = cluster.types()
                    .byKind(new GroupVersionKind("example.com", "v1", "Farm"))
                    .orElseThrow();
            var farm = (DynamicObject) cluster.client().on(type).get("default", "green");
            assertThat(Tree.get(farm.fields(), "spec", "barns")).isEqualTo(4L);
            assertThat(cluster.client()
                            .on(HorizontalPodAutoscaler.class)
                            .get("default", "green")
                            .status()
                            .desiredReplicas())
                    .isEqualTo(4);
        }
    }
}
