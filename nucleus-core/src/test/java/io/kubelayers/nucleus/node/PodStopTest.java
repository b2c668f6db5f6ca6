package io.kubelayers.nucleus.node;

import static io.kubelayers.nucleus.node.Story.cluster;
import static io.kubelayers.nucleus.node.Story.events;
import static io.kubelayers.nucleus.node.Story.find;
import static io.kubelayers.nucleus.node.Story.isReady;
import static io.kubelayers.nucleus.node.Story.main;
import static io.kubelayers.nucleus.node.Story.pod;
import static io.kubelayers.nucleus.node.Story.probe;
import static io.kubelayers.nucleus.node.Story.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Lifecycle;
import io.kubelayers.nucleus.pod.Pods;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How pods end: deleted, done, too late. */
class PodStopTest {
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
    void aContainerCanLeaveAMessageOfItsEnd() {
        try (var cluster = cluster(ContainerScripts.none())) {
            Story.create(
                    cluster,
                    """
                    restartPolicy: Never
                    containers:
                    - name: file
                      image: busybox
                      command: [sh, -c, 'sleep 10 && echo Sleep expired > /dev/termination-log']
                    - name: log
                      image: busybox
                      terminationMessagePolicy: FallbackToLogsOnError
                      command: [sh, -c, 'echo one; echo two; exit 3']
                    - name: none
                      image: busybox
                      command: [sh, -c, 'echo one; exit 3']
                    """);
            cluster.advance(Duration.ofSeconds(10));
            assertThat(pod(cluster).status().containerStatuses())
                    .extracting(status -> status.state().terminated().message())
                    .containsExactly("Sleep expired\n", "one\ntwo\n", null);
        }
    }

    @Test
    void aContainerThatMustNotRunAsRootIsNotStartedAsRoot() {
        try (var cluster = cluster(ContainerScripts.none())) {
            Story.create(
                    cluster,
                    """
                    securityContext: {runAsNonRoot: true, runAsUser: 1000}
                    containers:
                    - {name: app, image: app, securityContext: {runAsUser: 0}}
                    """);
            cluster.settle();
            var waiting = main(cluster).state().waiting();
            assertThat(waiting.reason()).isEqualTo("CreateContainerConfigError");
            assertThat(waiting.message())
                    .isEqualTo("container's runAsUser breaks non-root policy (pod: \"web_default("
                            + pod(cluster).metadata().uid() + ")\", container: app)");
        }
    }
}
