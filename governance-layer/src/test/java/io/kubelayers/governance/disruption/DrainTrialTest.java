package io.kubelayers.governance.disruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.governance.disruption.DrainTrial.Event;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DrainTrialTest {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final String WEB =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: default}
            spec:
              replicas: 4
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  terminationGracePeriodSeconds: 5
                  containers: [{name: web, image: web:1}]
            ---
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: web, namespace: default}
            spec: {minAvailable: MIN, selector: {matchLabels: {app: web}}}
            """;

    private static Cluster cluster(String manifests) {
        var cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
                .nodes(2, node -> node.cpu("4").memory("8Gi"))
                .start();
        cluster.settle();
        cluster.apply(Manifests.of("web.yaml", manifests));
        cluster.settle();
        cluster.advance(Duration.ofMinutes(1));
        return cluster;
    }

    @Test
    void podsGoAsTheBudgetLetsThem() {
        try (var cluster = cluster(WEB.replace("MIN", "3"))) {
            var trial = DrainTrial.of(cluster, "node-1", DrainOptions.USUAL, LIMIT);

            assertThat(trial.completes()).as(trial.explain()).isTrue();
            assertThat(trial.explain())
                    .startsWith("node \"node-1\" is drained after ")
                    .contains("all are replaced");
            assertThat(trial.steps().get(0).event()).isEqualTo(Event.EVICTED);
            assertThat(trial.steps().get(1))
                    .satisfies(step -> assertThat(step.event()).isEqualTo(Event.NOT_NOW))
                    .satisfies(step -> assertThat(step.text())
                            .isEqualTo("Cannot evict pod as it would violate the pod's disruption budget."
                                    + " The disruption budget web does not allow evicting pods currently"));
            assertThat(trial.drained()).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
        }
    }

    @Test
    void withoutBudgetAllGoAtOnce() {
        try (var cluster = cluster(WEB.substring(0, WEB.indexOf("---")))) {
            var trial = DrainTrial.of(cluster, "node-1", DrainOptions.USUAL, LIMIT);

            assertThat(trial.refusals()).isZero();
            assertThat(trial.steps())
                    .filteredOn(step -> step.event() == Event.EVICTED)
                    .allMatch(step -> step.after().isZero());
        }
    }

    @Test
    void aBudgetThatAllowsNothingKeepsTheNodeFull() {
        try (var cluster = cluster(WEB.replace("MIN", "4"))) {
            var trial = DrainTrial.of(cluster, "node-1", DrainOptions.USUAL, Duration.ofMinutes(1));

            assertThat(trial.completes()).isFalse();
            assertThat(trial.explain())
                    .startsWith("node \"node-1\" is not drained within 1m, 2 pods stay: default/web-");
            assertThat(trial.stuck()).hasSize(2);
            assertThat(trial.reasons()).hasSize(2);
        }
    }

    @Test
    void twoBudgetsOnAPodAreHopeless() {
        var second = WEB.substring(WEB.indexOf("---")).replace("name: web,", "name: more,");
        try (var cluster = cluster((WEB + second).replace("MIN", "1"))) {
            var trial = DrainTrial.of(cluster, "node-1", DrainOptions.USUAL, LIMIT);

            assertThat(trial.stuck())
                    .allMatch(pod -> pod.note().contains("This pod has more than one PodDisruptionBudget"));
        }
    }

    @Test
    void obstaclesStopItBeforeItBegins() {
        var lonely =
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: lonely, namespace: default}
                spec: {nodeName: node-1, containers: [{name: c, image: i}]}
                """;
        try (var cluster = cluster(lonely)) {
            assertThat(DrainTrial.of(cluster, "node-1", DrainOptions.NONE, LIMIT)
                            .explain())
                    .isEqualTo("cannot drain node \"node-1\": default/lonely: cannot delete Pods that declare no"
                            + " controller (use --force to override)");
            assertThat(DrainTrial.of(cluster, "node-1", DrainOptions.NONE.withForce(true), LIMIT)
                            .completes())
                    .isTrue();
            assertThatThrownBy(() -> DrainTrial.of(cluster, "node-9", DrainOptions.NONE, LIMIT))
                    .hasMessage("nodes \"node-9\" not found");
        }
    }

    @Test
    void theClusterItselfStaysAsItIs() {
        try (var cluster = cluster(WEB.replace("MIN", "1"))) {
            var before = cluster.lister(Pod.class).list();
            DrainTrial.of(cluster, "node-1", DrainOptions.USUAL, LIMIT);

            assertThat(cluster.lister(Pod.class).list()).isEqualTo(before);
            assertThat(cluster.client().on(Node.class).get("", "node-1").spec().unschedulable())
                    .isFalse();
        }
    }
}
