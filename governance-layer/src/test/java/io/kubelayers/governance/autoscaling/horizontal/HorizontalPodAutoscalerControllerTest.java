package io.kubelayers.governance.autoscaling.horizontal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.governance.LayerParts;
import io.kubelayers.governance.disruption.TestPods;
import io.kubelayers.governance.metrics.MetricCatalog;
import io.kubelayers.governance.metrics.SimulatedMetrics;
import io.kubelayers.governance.metrics.UsageCurve;
import io.kubelayers.governance.metrics.UsageModel;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.runtime.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The autoscaler at work in a cluster on virtual time. */
class HorizontalPodAutoscalerControllerTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Cluster cluster(UsageCurve queue) {
        var catalog = MetricCatalog.EMPTY.external("default", "queue", Map.of(), queue);
        var parts = new LayerParts()
                .rules(HorizontalPodAutoscalerRules.standard())
                .converter(new HorizontalPodAutoscalerV1Converter())
                .controller(HorizontalPodAutoscalerController.with(
                        SimulatedMetrics.factory(UsageModel.IDLE, catalog), HpaOptions.DEFAULT));
        return Cluster.builder()
                .layers(parts)
                .authorizer(Authorizer.alwaysAllow())
                .clock(VirtualClock.at("2026-01-01T00:00:00Z"))
                .start();
    }

    private static void replicaSet(Cluster cluster, int replicas) {
        var created = cluster.client()
                .create(new ReplicaSet(
                        ObjectMetaBuilder.builder()
                                .name("web")
                                .namespace("default")
                                .build(),
                        ReplicaSet.Spec.EMPTY
                                .withReplicas(replicas)
                                .withSelector(new LabelSelector(Map.of("app", "web"), List.of())),
                        null));
        cluster.client().updateStatus(created.withStatus(created.status().withReplicas(replicas)));
    }

    /** An autoscaler of replica set web that gives each replica ten messages. */
    private static HorizontalPodAutoscaler autoscaler() {
        var hpa = Hpas.web(1, 10, Hpas.queuePerReplica("10"));
        return hpa.withSpec(
                hpa.spec().withScaleTargetRef(new CrossVersionObjectReference("ReplicaSet", "web", "apps/v1")));
    }

    private static int replicas(Cluster cluster) {
        return cluster.client()
                .on(ReplicaSet.class)
                .get("default", "web")
                .spec()
                .replicas();
    }

    private static HorizontalPodAutoscaler hpa(Cluster cluster) {
        return cluster.client().on(HorizontalPodAutoscaler.class).get("default", "web");
    }

    @Test
    void looksFifteenSecondsAfterItAppears() {
        try (var cluster = cluster(UsageCurve.constant(35))) {
            replicaSet(cluster, 2);
            cluster.apply(autoscaler());

            cluster.advance(Duration.ofSeconds(14));
            assertThat(replicas(cluster)).isEqualTo(2);

            cluster.advance(Duration.ofSeconds(1));
            assertThat(replicas(cluster)).isEqualTo(4);
            assertThat(hpa(cluster).status().desiredReplicas()).isEqualTo(4);
            assertThat(hpa(cluster).status().lastScaleTime()).isEqualTo(START.plusSeconds(15));
            assertThat(cluster.client().on(Event.class).list("default").items())
                    .extracting(event -> event.reason() + ": " + event.message())
                    .containsExactly("SuccessfulRescale: New size: 4; reason: external metric queue(nil) above target");
        }
    }

    @Test
    void itsOwnWritesDoNotMakeItLookAgain() {
        try (var cluster = cluster(UsageCurve.wave(5, 95, Duration.ofMinutes(1), START))) {
            replicaSet(cluster, 2);
            cluster.apply(autoscaler());
            cluster.advance(Duration.ofMinutes(2));

            var memory = cluster.driver().memoryOf(HorizontalPodAutoscalerController.NAME);
            var remembered = HpaMemory.of(memory, "default", "web").orElseThrow();
            // the replicas found at first, and one recommendation each 15 seconds
            assertThat(remembered.history().recommendations()).hasSize(1 + 8);
            assertThat(remembered.nextLook()).isEqualTo(START.plusSeconds(135));
        }
    }

    @Test
    void aForkCarriesWhatItRemembers() {
        var queue = UsageCurve.steps(List.of(
                new UsageCurve.Step(START.minusSeconds(60), 40), new UsageCurve.Step(START.plusSeconds(60), 10)));
        try (var cluster = cluster(queue)) {
            replicaSet(cluster, 4);
            cluster.apply(autoscaler());
            cluster.advance(Duration.ofMinutes(3));
            try (var fork = cluster.fork()) {
                // the last look at 40 messages was at 60 s, give or take the average over 15 s
                fork.advanceTo(START.plusSeconds(350));
                assertThat(replicas(fork)).isEqualTo(4);
                fork.advanceTo(START.plusSeconds(400));
                assertThat(replicas(fork)).isEqualTo(1);
                assertThat(replicas(cluster)).isEqualTo(4);
            }
            cluster.advanceTo(START.plusSeconds(400));
            assertThat(replicas(cluster)).isEqualTo(1);
        }
    }

    @Test
    void aMissingTargetIsReported() {
        try (var cluster = cluster(UsageCurve.constant(1))) {
            cluster.apply(autoscaler());
            cluster.advance(Duration.ofSeconds(15));

            assertThat(hpa(cluster).status().conditions())
                    .extracting(HorizontalPodAutoscaler.Condition::message)
                    .containsExactly("the HPA controller was unable to get the target's current scale: "
                            + "replicasets/scale.apps \"web\" not found");
        }
    }

    @Test
    void anUnknownKindOfTargetIsReported() {
        try (var cluster = cluster(UsageCurve.constant(1))) {
            var hpa = autoscaler();
            cluster.apply(hpa.withSpec(
                    hpa.spec().withScaleTargetRef(new CrossVersionObjectReference("Webfarm", "web", "apps/v1"))));
            cluster.advance(Duration.ofSeconds(15));

            assertThat(hpa(cluster).status().conditions().get(0).message())
                    .endsWith("no matches for kind \"Webfarm\" in group \"apps\"");
        }
    }

    @Test
    void aDeletedAutoscalerIsForgotten() {
        try (var cluster = cluster(UsageCurve.constant(35))) {
            replicaSet(cluster, 2);
            var hpa = cluster.apply(autoscaler());
            cluster.advance(Duration.ofMinutes(1));
            cluster.client().delete(hpa);
            cluster.settle();

            var memory = cluster.driver().memoryOf(HorizontalPodAutoscalerController.NAME);
            assertThat(HpaMemory.of(memory, "default", "web")).isEmpty();
        }
    }

    @Test
    void twoAutoscalersOfOneTargetStepBack() {
        try (var cluster = cluster(UsageCurve.constant(35))) {
            replicaSet(cluster, 2);
            cluster.client().create(TestPods.running("web-0", "default"));
            var hpa = autoscaler();
            cluster.apply(hpa);
            cluster.apply(hpa.withMetadata(hpa.metadata().withName("web2")));
            cluster.advance(Duration.ofSeconds(15));
            // the first knew of no other, the second did
            cluster.advance(Duration.ofSeconds(15));

            assertThat(hpa(cluster).status().conditions())
                    .extracting(HorizontalPodAutoscaler.Condition::message)
                    .contains("pods by selector app=web are controlled by multiple HPAs: "
                            + "[{web default} {web2 default}]");
        }
    }

    @Test
    void theOldVersionOfTheApiShowsTheSameAutoscaler() {
        try (var cluster = cluster(UsageCurve.constant(35))) {
            cluster.apply(autoscaler());
            var v1 = cluster.client().on(HorizontalPodAutoscalerV1.class).get("default", "web");

            assertThat(v1.spec().maxReplicas()).isEqualTo(10);
            assertThat(v1.metadata().annotations()).containsKey(HorizontalPodAutoscalerV1Converter.METRICS);

            var changed = v1.withSpec(v1.spec().withMaxReplicas(20));
            cluster.client().update(changed);
            assertThat(hpa(cluster).spec().maxReplicas()).isEqualTo(20);
            assertThat(hpa(cluster).spec().metrics()).containsExactly(Hpas.queuePerReplica("10"));
        }
    }
}
