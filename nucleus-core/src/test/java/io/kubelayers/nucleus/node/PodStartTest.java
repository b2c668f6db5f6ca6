package io.kubelayers.nucleus.node;

import static io.kubelayers.nucleus.node.Story.cluster;
import static io.kubelayers.nucleus.node.Story.events;
import static io.kubelayers.nucleus.node.Story.isReady;
import static io.kubelayers.nucleus.node.Story.main;
import static io.kubelayers.nucleus.node.Story.pod;
import static io.kubelayers.nucleus.node.Story.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.control.DeterministicDriver;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.core.EnvVar;
import io.kubelayers.nucleus.core.EnvVarSource;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.VolumeBuilder;
import io.kubelayers.nucleus.core.VolumeConfigMapVolumeSourceBuilder;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.pod.Pods;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How pods start, and that forks and seeds keep their promises. */
class PodStartTest {
    @Test
    void anOrdinaryPodIsReadyWithoutTimePassing() {
        try (var cluster = cluster(ContainerScripts.none())) {
            cluster.client().create(Pods.named("web").on("node-1").build());
            cluster.settle();

            var status = pod(cluster).status();
            assertThat(status.phase()).isEqualTo("Running");
            assertThat(isReady(cluster)).isTrue();
            assertThat(status.podIP()).isEqualTo("10.244.0.2");
            assertThat(status.hostIP()).isEqualTo("172.18.0.2");
            assertThat(status.startTime()).isEqualTo(cluster.now());
            assertThat(main(cluster).started()).isTrue();
            assertThat(events(cluster))
                    .containsExactlyInAnyOrder(
                            "Pulling: Pulling image \"app\"",
                            "Pulled: Successfully pulled image \"app\" in 0s (0s including waiting). Image size: 0"
                                    + " bytes.",
                            "Created: Container created",
                            "Started: Container started");
        }
    }

    @Test
    void sidecarsStartBeforeAndStopAfterTheOthers() {
        var scripts = ContainerScripts.none()
                .on("proxy", ContainerScript.standard().startsAfter(Duration.ofSeconds(3)))
                .on("app", ContainerScript.standard().runs(Duration.ofSeconds(10)));
        try (var cluster = cluster(scripts)) {
            cluster.client()
                    .create(Pods.named("web")
                            .init("migrate", "migrate")
                            .sidecar("proxy", "proxy")
                            .restartPolicy("Never")
                            .on("node-1")
                            .build());
            cluster.settle();
            assertThat(state(main(cluster))).isEqualTo("PodInitializing");
            assertThat(pod(cluster).status().phase()).isEqualTo("Pending");

            cluster.advance(Duration.ofSeconds(3));
            assertThat(state(main(cluster))).isEqualTo("running");
            assertThat(pod(cluster).status().phase()).isEqualTo("Running");

            cluster.advance(Duration.ofSeconds(10));
            var status = pod(cluster).status();
            assertThat(status.phase()).isEqualTo("Succeeded");
            assertThat(status.initContainerStatuses())
                    .extracting(Story::state)
                    .containsExactly("Completed 0", "Error 143");
        }
    }

    @Test
    void anInitContainerThatFailsFailsAPodThatIsNotRestarted() {
        try (var cluster = cluster(ContainerScripts.none()
                .on(
                        "migrate",
                        ContainerScript.standard().runs(Duration.ofSeconds(1)).exits(3)))) {
            cluster.client()
                    .create(Pods.named("web")
                            .init("migrate", "migrate")
                            .restartPolicy("Never")
                            .on("node-1")
                            .build());
            cluster.advance(Duration.ofSeconds(1));
            assertThat(pod(cluster).status().phase()).isEqualTo("Failed");
        }
    }

    @Test
    void aMissingConfigMapKeepsAPodWaitingUntilItIsThere() {
        try (var cluster = cluster(ContainerScripts.none())) {
            cluster.client()
                    .create(Pods.named("web")
                            .volume(VolumeBuilder.builder()
                                    .name("config")
                                    .configMap(VolumeConfigMapVolumeSourceBuilder.builder()
                                            .name("settings")
                                            .build())
                                    .build())
                            .on("node-1")
                            .build());
            cluster.settle();
            assertThat(state(main(cluster))).isEqualTo("ContainerCreating");
            assertThat(events(cluster))
                    .containsExactly("FailedMount: MountVolume.SetUp failed for volume \"config\" : configmap"
                            + " \"settings\" not found");

            cluster.client()
                    .create(ConfigMapBuilder.builder()
                            .metadata(ObjectMetaBuilder.builder()
                                    .name("settings")
                                    .namespace("default")
                                    .build())
                            .data(Map.of("a", "1"))
                            .build());
            cluster.settle();
            assertThat(isReady(cluster)).isTrue();
        }
    }

    @Test
    void aCauseThatLastsIsToldOfAgainAndAgain() {
        try (var cluster = cluster(ContainerScripts.none())) {
            cluster.client()
                    .create(Pods.named("web")
                            .volume(VolumeBuilder.builder()
                                    .name("config")
                                    .configMap(VolumeConfigMapVolumeSourceBuilder.builder()
                                            .name("settings")
                                            .build())
                                    .build())
                            .on("node-1")
                            .build());
            cluster.advance(Duration.ofSeconds(60));
            var events = cluster.lister(Event.class).list("default");
            assertThat(events).hasSize(1);
            assertThat(events.get(0).count()).as("at 0, 0.5, 1.5, 3.5 … 31.5 s").isEqualTo(7);

            cluster.advance(Duration.ofHours(3));
            events = cluster.lister(Event.class).list("default");
            assertThat(events).as("it has not expired").hasSize(1);
            assertThat(events.get(0).firstTimestamp())
                    .isEqualTo(cluster.now().minus(Duration.ofHours(3)).minusSeconds(60));
            assertThat(events.get(0).lastTimestamp()).isAfter(cluster.now().minusSeconds(123));
        }
    }

    @Test
    void anAnnotationScriptsTheContainersOfOnePod() {
        try (var cluster = cluster(ContainerScripts.none())) {
            cluster.client()
                    .create(Pods.named("web")
                            .restartPolicy("Never")
                            .annotation(ContainerScripts.ANNOTATION, "run=30s exit=7")
                            .on("node-1")
                            .build());
            cluster.advance(Duration.ofSeconds(29));
            assertThat(pod(cluster).status().phase()).isEqualTo("Running");
            cluster.advance(Duration.ofSeconds(1));
            assertThat(state(main(cluster))).isEqualTo("Error 7");
        }
    }

    @Test
    void aForkGoesOnWithTheSameContainers() {
        try (var cluster = cluster(ContainerScript.standard().runs(Duration.ofSeconds(30)))) {
            cluster.client()
                    .create(Pods.named("web")
                            .restartPolicy("Never")
                            .on("node-1")
                            .build());
            cluster.advance(Duration.ofSeconds(10));
            try (var fork = cluster.fork()) {
                fork.advance(Duration.ofSeconds(20));
                assertThat(pod(fork).status().phase()).isEqualTo("Succeeded");
                assertThat(pod(cluster).status().phase()).isEqualTo("Running");
            }
            cluster.advance(Duration.ofSeconds(20));
            assertThat(pod(cluster).status().phase()).isEqualTo("Succeeded");
        }
    }

    @Test
    void aMissingKeyIsAConfigError() {
        try (var cluster = cluster(ContainerScripts.none())) {
            var key = new EnvVarSource.SecretKeySelector("login", "password", null);
            var variable = new EnvVar("PASSWORD", null, new EnvVarSource(null, null, null, key, null));
            cluster.client()
                    .create(Pods.named("web")
                            .change(container -> container.withEnv(List.of(variable)))
                            .on("node-1")
                            .build());
            cluster.settle();
            assertThat(state(main(cluster))).isEqualTo("CreateContainerConfigError");
            assertThat(main(cluster).state().waiting().message()).isEqualTo("secret \"login\" not found");
            assertThat(events(cluster)).contains("Failed: Error: secret \"login\" not found");
        }
    }

    @Test
    void whateverTheOrderAndTheFailuresPodsEndUpRunningWithAddressesOfTheirOwn() {
        for (long seed = 1; seed <= 5; seed++) {
            try (var cluster = Cluster.builder()
                    .seed(seed)
                    .order(DeterministicDriver.Order.SHUFFLED)
                    .faults((controller, request, random) -> random.nextInt(4) == 0
                            ? Optional.of(
                                    ApiErrors.conflict(new ApiErrors.Resource("", "pods"), request.name(), "injected"))
                            : Optional.empty())
                    .nodes(2, node -> node)
                    .start()) {
                for (int i = 0; i < 20; i++) {
                    cluster.client()
                            .create(Pods.named("p" + i)
                                    .on("node-" + (1 + i % 2))
                                    .build());
                }
                cluster.advance(Duration.ofMinutes(1));
                assertThat(cluster.lister(Pod.class).list())
                        .as("seed %d", seed)
                        .allMatch(pod -> "Running".equals(pod.status().phase()))
                        .extracting(pod -> pod.status().podIP())
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameSteps() {
        assertThat(steps()).isEqualTo(steps());
    }

    private static List<String> steps() {
        var steps = new ArrayList<String>();
        try (var cluster = Cluster.builder()
                .seed(7)
                .containers(ContainerScripts.none()
                        .on("app", ContainerScript.standard().crashes(3)))
                .nodes(3, node -> node)
                .onStep(step -> steps.add(step.toString()))
                .start()) {
            for (int i = 0; i < 6; i++) {
                cluster.client()
                        .create(Pods.named("web-" + i).on("node-" + (1 + i % 3)).build());
            }
            cluster.advance(Duration.ofMinutes(5));
        }
        return steps;
    }
}
