package io.kubelayers.governance.disruption;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.Pod;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many pods a budget in percent expects: as many as their controller wants, whatever kind it is of. */
class ExpectedPodsInClusterTest {
    private static final String DEFINITION =
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: PLURAL.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {plural: PLURAL, kind: KIND}
              versions:
              - name: v1
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
                subresources: {SUBRESOURCES}
            """;

    private static Cluster cluster() {
        return Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
                .nodes(1, node -> node.cpu("4").memory("8Gi"))
                .start();
    }

    private static void budget(Cluster cluster) {
        cluster.apply(
                Manifests.of(
                        "budget.yaml",
                        """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: web, namespace: default}
                spec: {maxUnavailable: 25%, selector: {matchLabels: {app: web}}}
                """));
        cluster.settle();
    }

    private static PodDisruptionBudget.Status status(Cluster cluster) {
        return cluster.client()
                .on(PodDisruptionBudget.class)
                .get("default", "web")
                .status();
    }

    @Test
    void theReplicasOfADeploymentCount() {
        try (var cluster = cluster()) {
            cluster.apply(
                    Manifests.of(
                            "web.yaml",
                            """
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: web, namespace: default}
                    spec:
                      replicas: 8
                      selector: {matchLabels: {app: web}}
                      template:
                        metadata: {labels: {app: web}}
                        spec: {containers: [{name: web, image: web}]}
                    """));
            cluster.advance(Duration.ofMinutes(1));
            budget(cluster);

            assertThat(status(cluster).expectedPods()).isEqualTo(8);
            assertThat(status(cluster).desiredHealthy()).isEqualTo(6);
            assertThat(status(cluster).disruptionsAllowed()).isEqualTo(2);
        }
    }

    /** A pod is owned by one of these; only Farms have a scale. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Farm    | 4 | enough pods
            Garden  | 0 | gardens.example.com does not implement the scale subresource
            Orchard | 0 | no matches for kind "Orchard" in version "example.com/v1"
            """)
    void customResourcesCountByTheirScale(String kind, int expected, String message) {
        try (var cluster = cluster()) {
            define(
                    cluster,
                    "farms",
                    "Farm",
                    "scale: {specReplicasPath: .spec.barns, statusReplicasPath: .status.barns}");
            define(cluster, "gardens", "Garden", "status: {}");
            var uid = "none";
            if (!kind.equals("Orchard")) {
                var owner = cluster.apply(Manifests.of(
                        "owner.yaml",
                        "{apiVersion: example.com/v1, kind: " + kind
                                + ", metadata: {name: green, namespace: default}, spec: {barns: 4}}"));
                uid = owner.get(0).metadata().uid();
            }
            for (int i = 0; i < 4; i++) {
                cluster.apply(Manifests.of(
                        "pod.yaml",
                        """
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: web-%s
                          namespace: default
                          labels: {app: web}
                          ownerReferences: [{apiVersion: example.com/v1, kind: %s, name: green, uid: %s, controller: true}]
                        spec: {containers: [{name: web, image: web}]}
                        """
                                .formatted(i, kind, uid)));
            }
            cluster.advance(Duration.ofSeconds(20));
            budget(cluster);

            assertThat(cluster.client().on(Pod.class).list("default").items()).hasSize(4);
            assertThat(status(cluster).expectedPods()).isEqualTo(expected);
            var condition = status(cluster).conditions().get(0);
            assertThat(condition.reason()).isEqualTo(expected == 0 ? "SyncFailed" : "SufficientPods");
            assertThat(expected == 0 ? condition.message() : "enough pods").isEqualTo(message);
        }
    }

    private static void define(Cluster cluster, String plural, String kind, String subresources) {
        cluster.apply(Manifests.of(
                "definition.yaml",
                DEFINITION.replace("PLURAL", plural).replace("KIND", kind).replace("SUBRESOURCES", subresources)));
    }
}
