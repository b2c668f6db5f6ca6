package io.kubelayers.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler;
import io.kubelayers.governance.disruption.Eviction;
import io.kubelayers.governance.disruption.PodDisruptionBudget;
import io.kubelayers.governance.metrics.MetricCatalog;
import io.kubelayers.governance.metrics.UsageCurve;
import io.kubelayers.governance.metrics.UsageModel;
import io.kubelayers.governance.metrics.UsageRule;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.runtime.VirtualClock;
import io.kubelayers.nucleus.selector.LabelSelectors;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All layers together: a Deployment under load grows and shrinks, and its budget holds while pods are evicted. */
class AutoscaledShopTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Codec CODEC = Codec.of(
            TypeRegistry.of(NucleusKinds.ALL).withAll(ApplicationKinds.ALL).withAll(GovernanceKinds.ALL));

    private static final String SHOP =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: default}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  nodeName: %s
                  containers:
                  - {name: main, image: "web:1", resources: {requests: {cpu: 500m}}}
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: web, namespace: default}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              minReplicas: 2
              maxReplicas: 10
              metrics:
              - type: Resource
                resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}
            ---
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: web, namespace: default}
            spec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}
            """;

    /** Half a core, but two cores from minute 5 to minute 10. */
    private static Cluster shop() {
        var load = UsageCurve.steps(List.of(
                new UsageCurve.Step(START, 0.5),
                new UsageCurve.Step(START.plusSeconds(300), 2),
                new UsageCurve.Step(START.plusSeconds(600), 0.5)));
        var usage = UsageModel.of(UsageRule.pods("default", LabelSelectors.of(Map.of("app", "web")))
                .shared("cpu", load));
        var cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard().metrics(usage, MetricCatalog.EMPTY))
                .clock(VirtualClock.at("2026-01-01T00:00:00Z"))
                .node("n1", node -> node.cpu("16").memory("64Gi"))
                .start();
        cluster.apply(CODEC.readAll(SHOP.formatted("n1"), ReadOptions.strict()));
        return cluster.settle();
    }

    private static int replicas(Cluster cluster) {
        return cluster.client()
                .on(Deployment.class)
                .get("default", "web")
                .spec()
                .replicas();
    }

    private static PodDisruptionBudget.Status budget(Cluster cluster) {
        return cluster.client()
                .on(PodDisruptionBudget.class)
                .get("default", "web")
                .status();
    }

    @Test
    void growsUnderLoadAndShrinksFiveMinutesAfterIt() {
        try (var cluster = shop()) {
            cluster.advanceTo(START.plusSeconds(290));
            assertThat(replicas(cluster)).isEqualTo(2);

            // two cores at half of 500m each take eight pods
            cluster.advanceTo(START.plusSeconds(590));
            assertThat(replicas(cluster)).isEqualTo(8);
            assertThat(cluster.lister(Pod.class).list("default")).hasSize(8);

            cluster.advanceTo(START.plusSeconds(890));
            assertThat(replicas(cluster)).isEqualTo(8);
            cluster.advanceTo(START.plusSeconds(960));
            assertThat(replicas(cluster)).isEqualTo(2);
            assertThat(cluster.client()
                            .on(HorizontalPodAutoscaler.class)
                            .get("default", "web")
                            .status()
                            .currentReplicas())
                    .isEqualTo(2);
        }
    }

    @Test
    void theBudgetLetsOnePodGoAtATime() {
        try (var cluster = shop()) {
            cluster.advance(Duration.ofMinutes(1));
            assertThat(budget(cluster).desiredHealthy()).isEqualTo(1);
            assertThat(budget(cluster).disruptionsAllowed()).isEqualTo(1);

            var pods = cluster.lister(Pod.class).list("default");
            evict(cluster, pods.get(0));
            assertThat(refused(cluster, pods.get(1))).isTrue();

            // a replacement starts while the evicted pod ends
            cluster.advance(Duration.ofMinutes(2));
            assertThat(budget(cluster).disruptionsAllowed()).isEqualTo(1);
            assertThat(refused(cluster, pods.get(1))).isFalse();
        }
    }

    private static void evict(Cluster cluster, Pod pod) {
        var eviction = new Eviction(
                ObjectMetaBuilder.builder()
                        .name(pod.metadata().name())
                        .namespace("default")
                        .build(),
                null);
        cluster.client().on(Pod.class).post("default", pod.metadata().nameOrEmpty(), "eviction", eviction);
    }

    private static boolean refused(Cluster cluster, Pod pod) {
        try {
            evict(cluster, pod);
            return false;
        } catch (ApiException e) {
            return e.code() == 429;
        }
    }

    @Test
    void aForkTriesAnotherFuture() {
        try (var cluster = shop()) {
            cluster.advanceTo(START.plusSeconds(420));
            try (var fork = cluster.fork()) {
                var autoscaler = fork.client().on(HorizontalPodAutoscaler.class).get("default", "web");
                fork.client().update(autoscaler.withSpec(autoscaler.spec().withMaxReplicas(4)));
                fork.advance(Duration.ofMinutes(1));

                assertThat(replicas(fork)).isEqualTo(4);
            }
            cluster.advance(Duration.ofMinutes(1));
            assertThat(replicas(cluster)).isEqualTo(8);
        }
    }
}
