package io.kubelayers.nucleus.node;

import static io.kubelayers.nucleus.node.Story.cluster;
import static io.kubelayers.nucleus.node.Story.events;
import static io.kubelayers.nucleus.node.Story.isReady;
import static io.kubelayers.nucleus.node.Story.main;
import static io.kubelayers.nucleus.node.Story.pod;
import static io.kubelayers.nucleus.node.Story.probe;
import static io.kubelayers.nucleus.node.Story.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.pod.PodConditions;
import io.kubelayers.nucleus.pod.Pods;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Crashes and probes in virtual time: each test is a small story. */
class PodRestartTest {
    @Test
    void aCrashingContainerIsRestartedAtOnceThenAfterGrowingDelays() {
        var starts = new ArrayList<Instant>();
        try (var cluster =
                cluster(ContainerScript.standard().runs(Duration.ZERO).exits(1))) {
            cluster.client().create(Pods.named("web").on("node-1").build());
            cluster.settle();
            assertThat(main(cluster).restartCount()).isEqualTo(1);
            assertThat(state(main(cluster))).isEqualTo("CrashLoopBackOff");
            assertThat(main(cluster).state().waiting().message())
                    .isEqualTo("back-off 10s restarting failed container=main pod=web_default("
                            + pod(cluster).metadata().uid() + ")");
            assertThat(pod(cluster).status().phase()).isEqualTo("Running");

            int restarts = 1;
            for (int second = 1; second <= 1000; second++) {
                cluster.advance(Duration.ofSeconds(1));
                if (main(cluster).restartCount() > restarts) {
                    restarts = main(cluster).restartCount();
                    starts.add(cluster.now());
                }
            }
            var begin = Instant.parse("2026-01-01T00:00:00Z");
            assertThat(starts)
                    .extracting(start -> Duration.between(begin, start).toSeconds())
                    .containsExactly(10L, 30L, 70L, 150L, 310L, 610L, 910L);
        }
    }

    @Test
    void aContainerThatCrashesTwiceThenRuns() {
        try (var cluster = cluster(ContainerScript.standard().crashes(2))) {
            cluster.client().create(Pods.named("web").on("node-1").build());
            cluster.advance(Duration.ofSeconds(10));
            assertThat(main(cluster).restartCount()).isEqualTo(2);
            assertThat(isReady(cluster)).isTrue();
            assertThat(main(cluster).lastState().terminated().exitCode()).isEqualTo(1);
        }
    }

    @Test
    void readinessWaitsForTheInitialDelay() {
        try (var cluster = cluster(ContainerScripts.none())) {
            cluster.client()
                    .create(Pods.named("web")
                            .readiness(probe(15, 5, 3))
                            .on("node-1")
                            .build());
            cluster.advance(Duration.ofSeconds(14));
            assertThat(pod(cluster).status().phase()).isEqualTo("Running");
            assertThat(isReady(cluster)).isFalse();
            cluster.advance(Duration.ofSeconds(1));
            assertThat(isReady(cluster)).isTrue();
            assertThat(cluster.driver().nextDue())
                    .as("nothing but the events is looked at again")
                    .hasValueSatisfying(due -> assertThat(due).isEqualTo("2026-01-01T01:00:00Z"));
        }
    }

    @Test
    void readinessIsLostAfterSoManyFailuresAndComesBack() {
        var script = ContainerScript.standard()
                .probe(ProbeKind.READINESS, Duration.ofSeconds(20), false)
                .probe(ProbeKind.READINESS, Duration.ofSeconds(60), true);
        try (var cluster = cluster(script)) {
            cluster.client()
                    .create(Pods.named("web")
                            .readiness(probe(0, 10, 3))
                            .on("node-1")
                            .build());
            cluster.advance(Duration.ofSeconds(39));
            assertThat(isReady(cluster)).isTrue();
            cluster.advance(Duration.ofSeconds(1));
            assertThat(isReady(cluster)).isFalse();
            cluster.advance(Duration.ofSeconds(20));
            assertThat(isReady(cluster)).isTrue();
            assertThat(events(cluster))
                    .contains("Unhealthy: Readiness probe failed: dial tcp 10.244.0.2:80: connect: connection refused");
        }
    }

    @Test
    void aContainerThatIsNotAliveIsRestarted() {
        var script = ContainerScript.standard().probe(ProbeKind.LIVENESS, Duration.ofSeconds(30), false);
        try (var cluster = cluster(script)) {
            cluster.client()
                    .create(Pods.named("web")
                            .liveness(probe(0, 10, 3))
                            .on("node-1")
                            .build());
            cluster.advance(Duration.ofSeconds(49));
            assertThat(main(cluster).restartCount()).isZero();
            cluster.advance(Duration.ofSeconds(1));
            assertThat(main(cluster).restartCount()).isEqualTo(1);
            assertThat(main(cluster).lastState().terminated().exitCode()).isEqualTo(143);
            assertThat(events(cluster)).contains("Killing: Container main failed liveness probe, will be restarted");
        }
    }

    @Test
    void aContainerBeyondItsMemoryLimitIsKilled() {
        var script = ContainerScript.standard()
                .uses("memory", Duration.ZERO, "100Mi")
                .uses("memory", Duration.ofMinutes(1), "2Gi");
        try (var cluster = cluster(script)) {
            cluster.client()
                    .create(Pods.named("web")
                            .limits("memory", "1Gi")
                            .on("node-1")
                            .build());
            cluster.advance(Duration.ofSeconds(60));
            var last = main(cluster).lastState().terminated();
            assertThat(last.reason() + " " + last.exitCode()).isEqualTo("OOMKilled 137");
        }
    }

    @Test
    void readinessGatesAreOpenedByOthers() {
        try (var cluster = cluster(ContainerScripts.none())) {
            cluster.client()
                    .create(Pods.named("web")
                            .spec(spec -> spec.readinessGates(List.of(new PodSpec.ReadinessGate("example.com/lb"))))
                            .on("node-1")
                            .build());
            cluster.settle();
            var ready = PodConditions.find(pod(cluster).status(), "Ready").orElseThrow();
            assertThat(ready.reason()).isEqualTo("ReadinessGatesNotReady");
            assertThat(ready.message())
                    .isEqualTo("corresponding condition of pod readiness gate \"example.com/lb\" does not exist.");

            var open = PodConditionBuilder.builder()
                    .type("example.com/lb")
                    .status("True")
                    .build();
            cluster.client()
                    .updateStatus(pod(cluster)
                            .withStatus(PodConditions.with(pod(cluster).status(), open)));
            cluster.settle();
            assertThat(isReady(cluster)).isTrue();
        }
    }
}
