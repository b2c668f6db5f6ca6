package io.kubelayers.nucleus.node;

import static io.kubelayers.nucleus.node.Story.cluster;
import static io.kubelayers.nucleus.node.Story.main;
import static io.kubelayers.nucleus.node.Story.pod;
import static io.kubelayers.nucleus.node.Story.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerPortBuilder;
import io.kubelayers.nucleus.core.EphemeralContainerBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.OwnerReference;
import io.kubelayers.nucleus.pod.Pods;
import io.kubelayers.nucleus.server.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Containers whose command is one that is simulated do what it says; all others live by their script. */
class MainProcessTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "true                              | Completed 0",
                "exit 3                            | Error 3",
                "sleep 5; exit 4                   | Error 4",
                "sleep 50                          | running",
                "sleep infinity                    | running",
                "nginx -g 'daemon off;'; exit 5    | Completed 0",
                "while true; do sleep 1; done      | running",
            })
    void aShellsCommandsSayHowAContainerEnds(String text, String state) {
        try (var cluster = cluster(ContainerScripts.none())) {
            cluster.client()
                    .create(Pods.named("web")
                            .restartPolicy("Never")
                            .change(container -> container.withCommand(List.of("sh", "-c", text)))
                            .on("node-1")
                            .build());
            cluster.advance(Duration.ofSeconds(10));
            assertThat(state(main(cluster))).isEqualTo(state);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nginx by its own command       | nginx:1.27                 |        | running",
                "whoever publishes it           | bitnami/nginx              |        | running",
                "pause                          | registry.k8s.io/pause:3.10 |        | running",
                "a digest in the name           | redis:7@sha256:DIGEST      |        | running",
                "a registry with a port         | localhost:5000/redis       |        | running",
                "the image with another command | redis                      | backup | Completed 0",
                "an image nobody knows          | shop/report                |        | Completed 0",
            })
    void aServerIsKnownByItsImage(String name, String image, String command, String state) {
        try (var cluster = cluster(ContainerScripts.none())) {
            cluster.client()
                    .create(Pods.named("web")
                            .image(image.replace("DIGEST", "0".repeat(64)))
                            .restartPolicy("Never")
                            .change(container -> command == null ? container : container.withCommand(List.of(command)))
                            .on("node-1")
                            .build());
            cluster.advance(Duration.ofSeconds(10));
            assertThat(state(main(cluster))).isEqualTo(state);
        }
    }

    @Test
    void whoCanBeConnectedToIsAServer() {
        var port = ContainerPortBuilder.builder().containerPort(8080).build();
        var probe = Story.probe(0, 1, 3);
        List<UnaryOperator<Container>> signs = List.of(
                container -> container.withPorts(List.of(port)),
                container -> container.withStartupProbe(probe),
                container -> container.withLivenessProbe(probe),
                container -> container.withReadinessProbe(probe));
        for (var sign : signs) {
            try (var cluster = cluster(ContainerScripts.none())) {
                cluster.client()
                        .create(Pods.named("web")
                                .restartPolicy("Never")
                                .change(container -> sign.apply(container.withCommand(List.of("serve"))))
                                .on("node-1")
                                .build());
                cluster.advance(Duration.ofSeconds(10));
                assertThat(state(main(cluster))).isEqualTo("running");
            }
        }
    }

    @Test
    void whoWorksForAJobEndsThoughItHasAPort() {
        var job = new OwnerReference("batch/v1", "Job", "report", "1", true, null);
        try (var cluster = cluster(ContainerScripts.none())) {
            var pod = Pods.named("web")
                    .restartPolicy("Never")
                    .change(container -> container.withPorts(List.of(
                            ContainerPortBuilder.builder().containerPort(8080).build())))
                    .on("node-1")
                    .build();
            cluster.client().create(pod.withMetadata(pod.metadata().withOwnerReferences(List.of(job))));
            cluster.advance(Duration.ofSeconds(10));
            assertThat(state(main(cluster))).isEqualTo("Completed 0");
        }
    }

    @Test
    void anImageThatIsAShellReadsItsInput() {
        try (var cluster = cluster(ContainerScripts.none())) {
            cluster.client()
                    .create(Pods.named("web")
                            .image("busybox")
                            .restartPolicy("Never")
                            .change(container -> container.withStdin(true))
                            .on("node-1")
                            .build());
            cluster.advance(Duration.ofSeconds(10));
            assertThat(state(main(cluster))).isEqualTo("running");
        }
    }

    @Test
    void aScriptHasTheLastWord() {
        try (var cluster =
                cluster(ContainerScript.standard().runs(Duration.ofSeconds(2)).exits(7))) {
            cluster.client()
                    .create(Pods.named("web")
                            .restartPolicy("Never")
                            .change(container -> container.withCommand(List.of("sleep", "50")))
                            .on("node-1")
                            .build());
            cluster.advance(Duration.ofSeconds(10));
            assertThat(state(main(cluster))).isEqualTo("Error 7");
        }
    }

    @Test
    void ephemeralContainersRunBesideTheOthersAndAreNotMissedAtTheEnd() {
        try (var cluster = cluster(ContainerScripts.none())) {
            cluster.client().create(Pods.named("web").on("node-1").build());
            cluster.settle();
            var pod = pod(cluster);
            var debugger = EphemeralContainerBuilder.builder()
                    .name("debugger")
                    .image("busybox")
                    .imagePullPolicy("IfNotPresent")
                    .terminationMessagePolicy("File")
                    .command(List.of("sh", "-c", "sleep 20; exit 3"))
                    .build();
            cluster.client()
                    .on(Pod.class)
                    .update(
                            pod.withSpec(pod.spec().withEphemeralContainers(List.of(debugger))),
                            "ephemeralcontainers",
                            RequestOptions.NONE);
            cluster.settle();
            assertThat(debugger(pod(cluster))).isEqualTo("running");

            cluster.advance(Duration.ofSeconds(20));
            assertThat(debugger(pod(cluster))).as("and is not started again").isEqualTo("Error 3");
            assertThat(pod(cluster).status().phase()).isEqualTo("Running");
            assertThat(pod(cluster).status().ephemeralContainerStatuses().get(0).restartCount())
                    .isZero();
        }
    }

    private static String debugger(Pod pod) {
        return state(pod.status().ephemeralContainerStatuses().get(0));
    }
}
