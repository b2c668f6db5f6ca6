package io.kubelayers.application.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.testing.QuietCluster;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The revision to go back to is kept as a part of the spec, so it reads as a number and no status changes it. */
class RollbackAnnotationTest {
    private static final String NAME = "deprecated.deployment.rollback.to";

    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of(ApplicationLayer.standard());

    private static Deployment deployment(Map<String, String> annotations) {
        var deployment = (Deployment) CLUSTER.object(
                "{apiVersion: apps/v1, kind: Deployment}",
                "metadata: {name: web, namespace: default}, spec: {selector: {matchLabels: {app: web}}, template:"
                        + " {metadata: {labels: {app: web}}, spec: {containers: [{name: a, image: i}]}}}");
        return deployment.withMetadata(deployment.metadata().withAnnotations(annotations));
    }

    @ParameterizedTest(name = "{0} ► {1}")
    @CsvSource({"2, 2", "007, 7", "+3, 3"})
    void aRevisionReadsAsANumber(String sent, String stored) {
        try (var fork = CLUSTER.get().fork()) {
            var created = (Deployment) fork.client().create(deployment(Map.of(NAME, sent)));

            assertThat(created.metadata().annotations()).isEqualTo(Map.of(NAME, stored));
        }
    }

    @Test
    void anEmptyOneIsNone() {
        try (var fork = CLUSTER.get().fork()) {
            var created = (Deployment) fork.client().create(deployment(Map.of(NAME, "", "a", "b")));

            assertThat(created.metadata().annotations()).isEqualTo(Map.of("a", "b"));
        }
    }

    @Test
    void aStatusLeavesItAsItIs() {
        try (var fork = CLUSTER.get().fork()) {
            var deployments = fork.client().on(Deployment.class);
            fork.client().create(deployment(Map.of(NAME, "2")));

            var without = deployments.updateStatus(deployment(Map.of("a", "b")));
            assertThat(without.metadata().annotations()).isEqualTo(Map.of(NAME, "2", "a", "b"));
            assertThat(without.metadata().generation()).isEqualTo(1);

            fork.client().update(deployment(Map.of("a", "b")));
            var with = deployments.updateStatus(deployment(Map.of(NAME, "3")));
            assertThat(with.metadata().annotations()).isEmpty();
            assertThat(with.metadata().generation()).isEqualTo(2);
        }
    }
}
