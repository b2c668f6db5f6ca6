package io.kubelayers.nucleus.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.control.DeterministicDriver;
import io.kubelayers.nucleus.coordination.Lease;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.core.ContainerStatus;
import io.kubelayers.nucleus.core.EnvVar;
import io.kubelayers.nucleus.core.EnvVarSource;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Lifecycle;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.Probe;
import io.kubelayers.nucleus.core.ProbeBuilder;
import io.kubelayers.nucleus.core.TCPSocketAction;
import io.kubelayers.nucleus.core.VolumeBuilder;
import io.kubelayers.nucleus.core.VolumeConfigMapVolumeSourceBuilder;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.pod.PodConditions;
import io.kubelayers.nucleus.pod.Pods;
import io.kubelayers.nucleus.value.IntOrString;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The life of pods on a node, in virtual time: each test is a small story. */
class NodeAgentTest {
    private static Cluster cluster(ContainerScripts scripts) {
        return Cluster.builder()
                .containers(scripts)
                .nodes(1, node -> node.cpu("2").memory("4Gi").pods(5))
                .start();
    }

    private static Cluster cluster(ContainerScript main) {
        return cluster(ContainerScripts.none().on("app", main));
    }

    private static Optional<Pod> find(Cluster cluster, String name) {
        return cluster.lister(Pod.class).get("default", name);
    }

    private static Pod pod(Cluster cluster) {
        return find(cluster, "web").orElseThrow();
    }

    private static ContainerStatus main(Cluster cluster) {
        return pod(cluster).status().containerStatuses().get(0);
    }

    private static boolean isReady(Cluster cluster) {
        return PodConditions.isTrue(pod(cluster).status(), PodConditionType.READY);
    }

    private static List<String> events(Cluster cluster) {
        return cluster.lister(Event.class).list().stream()
                .filter(event -> !event.reason().isEmpty())
                .map(event -> event.reason() + ": " + event.message())
                .toList();
    }

    private static String state(ContainerStatus status) {
        var state = status.state();
        if (state.running() != null) {
            return "running";
        }
        return state.waiting() != null
                ? state.waiting().reason()
                : state.terminated().reason() + " " + state.terminated().exitCode();
    }

    private static Probe probe(int initialDelay, int period, int failures) {
        return ProbeBuilder.builder()
                .tcpSocket(new TCPSocketAction(IntOrString.of(80), null))
                .initialDelaySeconds(initialDelay)
                .periodSeconds(period)
                .failureThreshold(failures)
                .successThreshold(1)
                .timeoutSeconds(1)
                .build();
    }

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
                            "Pulled: Container image \"app\" already present on machine and can be accessed by the"
                                    + " pod",
                            "Created: Container created",
                            "Started: Container started");
        }
    }

    @Test
    void aNodeIsReadyAndHasItsPodRange() {
        try (var cluster = cluster(ContainerScripts.none())) {
            var node = cluster.lister(Node.class).get("", "node-1").orElseThrow();
            assertThat(node.spec().podCIDR()).isEqualTo("10.244.0.0/24");
            assertThat(node.status().conditions())
                    .extracting(condition -> condition.type() + "=" + condition.status())
                    .containsExactly("MemoryPressure=False", "DiskPressure=False", "PIDPressure=False", "Ready=True");
        }
    }

    @Test
    void aDeletedPodStopsAndGoes() {
        try (var cluster = cluster(ContainerScript.standard().stopsIn(Duration.ofSeconds(5)))) {
            cluster.client().create(Pods.named("web").on("node-1").build());
            cluster.settle();
            cluster.client().delete(pod(cluster));
            cluster.settle();
            assertThat(state(main(cluster))).isEqualTo("running");

            cluster.advance(Duration.ofSeconds(5));
            assertThat(find(cluster, "web")).isEmpty();
        }
    }

    @Test
    void aPodThatIgnoresItsStopSignalIsKilledWhenItsGraceIsOver() {
        try (var cluster = cluster(ContainerScript.standard().stopsIn(Duration.ofHours(1)))) {
            cluster.client().create(Pods.named("web").on("node-1").build());
            cluster.settle();
            cluster.client().delete(pod(cluster));

            cluster.advance(Duration.ofSeconds(29));
            assertThat(find(cluster, "web")).isPresent();
            cluster.advance(Duration.ofSeconds(1));
            assertThat(find(cluster, "web")).isEmpty();
        }
    }

    @Test
    void aPodThatIsToCompleteSucceeds() {
        try (var cluster = cluster(ContainerScripts.none())) {
            cluster.client()
                    .create(Pods.named("web")
                            .restartPolicy("Never")
                            .on("node-1")
                            .build());
            cluster.settle();
            assertThat(pod(cluster).status().phase()).isEqualTo("Running");

            cluster.advance(Duration.ofSeconds(1));
            assertThat(pod(cluster).status().phase()).isEqualTo("Succeeded");
            assertThat(state(main(cluster))).isEqualTo("Completed 0");
            assertThat(isReady(cluster)).isFalse();
        }
    }

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
            assertThat(cluster.driver().nextDue()).isEmpty();
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
                    .contains("Unhealthy: Readiness probe failed: dial tcp: connect: connection refused");
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
                    .extracting(NodeAgentTest::state)
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
    void aPodThatDoesNotFitIsRefused() {
        try (var cluster = cluster(ContainerScripts.none())) {
            cluster.client()
                    .create(Pods.named("big")
                            .requests("cpu", "1500m")
                            .on("node-1")
                            .build());
            cluster.settle();
            cluster.client()
                    .create(Pods.named("web").requests("cpu", "1").on("node-1").build());
            cluster.settle();

            var status = pod(cluster).status();
            assertThat(status.phase()).isEqualTo("Failed");
            assertThat(status.reason()).isEqualTo("OutOfcpu");
            assertThat(status.message())
                    .isEqualTo("Pod was rejected: Node didn't have enough resource: cpu, requested: 1000, used: 1500,"
                            + " capacity: 2000");

            cluster.client().delete(find(cluster, "big").orElseThrow());
            cluster.settle();
            cluster.client()
                    .create(Pods.named("next").requests("cpu", "2").on("node-1").build());
            cluster.settle();
            assertThat(find(cluster, "next").orElseThrow().status().phase()).isEqualTo("Running");
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
    void anImageThatCantBePulledIsTriedAgainAfterGrowingDelays() {
        try (var cluster = cluster(ContainerScript.standard().failsToPull(2, "no such tag"))) {
            cluster.client().create(Pods.named("web").on("node-1").build());
            cluster.settle();
            assertThat(state(main(cluster))).isEqualTo("ErrImagePull");
            cluster.advance(Duration.ofSeconds(1));
            assertThat(state(main(cluster))).isEqualTo("ImagePullBackOff");
            assertThat(main(cluster).state().waiting().message())
                    .isEqualTo("Back-off pulling image \"app\": ErrImagePull: no such tag");
            cluster.advance(Duration.ofSeconds(28));
            assertThat(isReady(cluster)).isFalse();
            cluster.advance(Duration.ofSeconds(1));
            assertThat(isReady(cluster)).isTrue();
        }
    }

    @Test
    void aPodBeyondItsDeadlineFails() {
        try (var cluster = cluster(ContainerScripts.none())) {
            cluster.client()
                    .create(Pods.named("web")
                            .spec(spec -> spec.activeDeadlineSeconds(20L))
                            .on("node-1")
                            .build());
            cluster.advance(Duration.ofSeconds(20));
            assertThat(pod(cluster).status().phase()).isEqualTo("Failed");
            assertThat(pod(cluster).status().reason()).isEqualTo("DeadlineExceeded");
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
    void noTwoPodsHaveOneAddress() {
        try (var cluster = cluster(ContainerScripts.none())) {
            for (var name : List.of("a", "b", "c")) {
                cluster.client().create(Pods.named(name).on("node-1").build());
            }
            cluster.settle();
            cluster.client().delete(find(cluster, "b").orElseThrow());
            cluster.settle();
            cluster.client().create(Pods.named("d").on("node-1").build());
            cluster.settle();
            assertThat(cluster.lister(Pod.class).list())
                    .extracting(
                            pod -> pod.metadata().name() + " " + pod.status().podIP())
                    .containsExactly("a 10.244.0.2", "c 10.244.0.4", "d 10.244.0.5");
        }
    }

    @Test
    void aNodeWhoseAgentStoppedRunsNothing() {
        try (var cluster = cluster(ContainerScripts.none())) {
            var node = cluster.lister(Node.class).get("", "node-1").orElseThrow();
            cluster.client().update(Nodes.stopped(node));
            cluster.client().create(Pods.named("web").on("node-1").build());
            cluster.settle();
            assertThat(pod(cluster).status().phase()).isEqualTo("Pending");

            node = cluster.lister(Node.class).get("", "node-1").orElseThrow();
            cluster.client().update(Nodes.started(node));
            cluster.settle();
            assertThat(isReady(cluster)).isTrue();
        }
    }

    @Test
    void aContainerBeingStoppedIsNotAskedWhetherItIsAlive() {
        var script = ContainerScript.standard()
                .stopsIn(Duration.ofMinutes(5))
                .probe(ProbeKind.LIVENESS, Duration.ofSeconds(5), false);
        try (var cluster = cluster(script)) {
            cluster.client()
                    .create(Pods.named("web")
                            .liveness(probe(0, 5, 3))
                            .on("node-1")
                            .build());
            cluster.advance(Duration.ofSeconds(1));
            cluster.client().delete(pod(cluster));
            cluster.advance(Duration.ofSeconds(20));
            assertThat(events(cluster)).noneMatch(event -> event.startsWith("Unhealthy"));
            cluster.advance(Duration.ofSeconds(10));
            assertThat(find(cluster, "web")).isEmpty();
        }
    }

    @Test
    void preStopComesBeforeTheStopSignal() {
        var sleep = new Lifecycle.Handler(null, null, null, new Lifecycle.SleepAction(7));
        try (var cluster = cluster(ContainerScript.standard().stopsIn(Duration.ofSeconds(2)))) {
            cluster.client()
                    .create(Pods.named("web")
                            .change(container -> container.withLifecycle(new Lifecycle(null, sleep, null)))
                            .on("node-1")
                            .build());
            cluster.settle();
            cluster.client().delete(pod(cluster));
            cluster.advance(Duration.ofSeconds(8));
            assertThat(find(cluster, "web")).isPresent();
            cluster.advance(Duration.ofSeconds(1));
            assertThat(find(cluster, "web")).isEmpty();
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
            assertThat(events(cluster)).containsExactly("Failed: Error: secret \"login\" not found");
        }
    }

    @Test
    void aFinalizerKeepsThePodButNotItsContainers() {
        try (var cluster = cluster(ContainerScripts.none())) {
            var pod = Pods.named("web").on("node-1").build();
            cluster.client().create(pod.withMetadata(pod.metadata().withFinalizers(List.of("example.com/keep"))));
            cluster.settle();
            cluster.client().delete(pod(cluster));
            cluster.settle();
            assertThat(pod(cluster).status().phase()).isEqualTo("Failed");
            assertThat(pod(cluster).metadata().deletionGracePeriodSeconds()).isZero();

            cluster.client()
                    .update(pod(cluster).withMetadata(pod(cluster).metadata().withFinalizers(List.of())));
            cluster.settle();
            assertThat(find(cluster, "web")).isEmpty();
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

    @Test
    void aPodAsManyAsTheNodeTakesAndNoMore() {
        try (var cluster = cluster(ContainerScripts.none())) {
            for (int i = 0; i < 6; i++) {
                cluster.client().create(Pods.named("p" + i).on("node-1").build());
            }
            cluster.settle();
            assertThat(cluster.lister(Pod.class).list())
                    .extracting(pod -> pod.status().phase())
                    .containsExactly("Running", "Running", "Running", "Running", "Running", "Failed");
            assertThat(find(cluster, "p5").orElseThrow().status().message())
                    .isEqualTo("Pod was rejected: Node didn't have enough resource: pods, requested: 1, used: 5,"
                            + " capacity: 5");
        }
    }

    @Test
    void aLeaseRunsOutOnlyAfterItsAgentStopped() {
        try (var cluster = cluster(ContainerScripts.none())) {
            cluster.advance(Duration.ofHours(1));
            var lease =
                    cluster.lister(Lease.class).get("kube-node-lease", "node-1").orElseThrow();
            assertThat(lease.spec().leaseDurationSeconds()).isNull();

            cluster.client()
                    .update(Nodes.stopped(
                            cluster.lister(Node.class).get("", "node-1").orElseThrow()));
            cluster.settle();
            lease = cluster.lister(Lease.class).get("kube-node-lease", "node-1").orElseThrow();
            assertThat(lease.spec().renewTime()).isEqualTo(cluster.now());
            assertThat(lease.spec().leaseDurationSeconds()).isEqualTo(40);
        }
    }

    @Test
    void leasesCanBeRenewedAsOftenAsUpstream() {
        try (var cluster = Cluster.builder()
                .nodeAgent(NodeAgent.simulated(ContainerScripts.none()).renewingLeases(Duration.ofSeconds(10)))
                .nodes(1, node -> node)
                .start()) {
            cluster.advance(Duration.ofSeconds(95));
            var lease =
                    cluster.lister(Lease.class).get("kube-node-lease", "node-1").orElseThrow();
            assertThat(lease.spec().renewTime()).isEqualTo(cluster.now().minusSeconds(5));
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
