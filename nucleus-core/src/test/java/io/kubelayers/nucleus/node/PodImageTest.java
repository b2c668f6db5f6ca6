package io.kubelayers.nucleus.node;

import static io.kubelayers.nucleus.node.Story.cluster;
import static io.kubelayers.nucleus.node.Story.events;
import static io.kubelayers.nucleus.node.Story.isReady;
import static io.kubelayers.nucleus.node.Story.main;
import static io.kubelayers.nucleus.node.Story.pod;
import static io.kubelayers.nucleus.node.Story.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.pod.Pods;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Images in virtual time: what is on the node, what has to be pulled, and what can't be. */
class PodImageTest {
    private static final String NOT_FOUND = "rpc error: code = NotFound desc = failed to pull and unpack image"
            + " \"docker.io/shop/cart:9\": failed to resolve reference \"docker.io/shop/cart:9\":"
            + " docker.io/shop/cart:9: not found";

    private static void create(Cluster cluster, String image, String policy) {
        cluster.client()
                .create(Pods.named("web")
                        .image(image)
                        .change(container -> container.withImagePullPolicy(policy))
                        .on("node-1")
                        .build());
        cluster.settle();
    }

    private static void setImage(Cluster cluster, String image) {
        var pod = pod(cluster);
        var container = pod.spec().containers().get(0).withImage(image);
        cluster.client().update(pod.withSpec(pod.spec().withContainers(List.of(container))));
        cluster.settle();
    }

    private static ContainerScripts broken() {
        return ContainerScripts.none().lines(List.of("shop/cart:9 pull-fails=always"));
    }

    @Test
    void anImageThatCantBePulledIsTriedAgainAfterGrowingDelays() {
        try (var cluster = cluster(ContainerScript.standard().failsToPull(2, "no such tag"))) {
            create(cluster, "app", "IfNotPresent");
            assertThat(state(main(cluster))).isEqualTo("ErrImagePull");
            assertThat(main(cluster).state().waiting().message()).isEqualTo("no such tag");
            cluster.advance(Duration.ofSeconds(1));
            assertThat(state(main(cluster))).isEqualTo("ImagePullBackOff");
            assertThat(main(cluster).state().waiting().message())
                    .isEqualTo("Back-off pulling image \"app\": ErrImagePull: no such tag");
            cluster.advance(Duration.ofSeconds(9));
            assertThat(state(main(cluster))).as("the second pull").isEqualTo("ErrImagePull");
            cluster.advance(Duration.ofSeconds(19));
            assertThat(isReady(cluster)).isFalse();
            cluster.advance(Duration.ofSeconds(1));
            assertThat(isReady(cluster)).as("the third, 20 s later").isTrue();
            assertThat(events(cluster))
                    .containsExactlyInAnyOrder(
                            "Pulling: Pulling image \"app\"",
                            "Failed: Failed to pull image \"app\": no such tag",
                            "Failed: Error: ErrImagePull",
                            "BackOff: Back-off pulling image \"app\"",
                            "Failed: Error: ImagePullBackOff",
                            "Pulled: Successfully pulled image \"app\" in 0s (0s including waiting). Image size: 0"
                                    + " bytes.",
                            "Created: Container created",
                            "Started: Container started");
        }
    }

    @Test
    void aPodRecoversWhenItIsGivenAnotherImage() {
        try (var cluster = cluster(broken())) {
            create(cluster, "shop/cart:9", "IfNotPresent");
            assertThat(main(cluster).state().waiting().message()).isEqualTo(NOT_FOUND);
            cluster.advance(Duration.ofMinutes(10));
            assertThat(state(main(cluster))).isEqualTo("ImagePullBackOff");
            assertThat(pod(cluster).status().phase()).isEqualTo("Pending");

            setImage(cluster, "shop/cart:2");
            assertThat(isReady(cluster))
                    .as("at once: the delay is that of the other image")
                    .isTrue();
            assertThat(main(cluster).image()).isEqualTo("shop/cart:2");
        }
    }

    @Test
    void aConfigMapSaysWhichImagesCantBePulledUntilItSaysOtherwise() {
        try (var cluster = cluster(ContainerScripts.none())) {
            var lines = ConfigMapBuilder.builder()
                    .metadata(ObjectMetaBuilder.builder()
                            .namespace("kube-system")
                            .name(ContainerScripts.CONFIG_MAP)
                            .build())
                    .data(Map.of("images", "# the registry is down\nshop/* pull-fails=always\n"));
            cluster.apply(lines.build());
            create(cluster, "shop/cart:9", "IfNotPresent");
            cluster.advance(Duration.ofSeconds(5));
            assertThat(state(main(cluster))).isEqualTo("ImagePullBackOff");

            cluster.apply(lines.data(Map.of()).build());
            cluster.advance(Duration.ofSeconds(4));
            assertThat(state(main(cluster))).isEqualTo("ImagePullBackOff");
            cluster.advance(Duration.ofSeconds(1));
            assertThat(isReady(cluster)).as("with the next pull").isTrue();
        }
    }

    @Test
    void whatIsNoImageNameIsNotPulled() {
        try (var cluster = cluster(ContainerScripts.none())) {
            create(cluster, "shop/Cart:1", "IfNotPresent");
            assertThat(state(main(cluster))).isEqualTo("InvalidImageName");
            var message = "Failed to apply default image tag \"shop/Cart:1\": couldn't parse image name"
                    + " \"shop/Cart:1\": invalid reference format: repository name (shop/Cart) must be lowercase";
            assertThat(main(cluster).state().waiting().message()).isEqualTo(message);
            assertThat(events(cluster))
                    .containsExactlyInAnyOrder("InspectFailed: " + message, "Failed: Error: InvalidImageName");
            setImage(cluster, "shop/cart:1");
            assertThat(isReady(cluster)).isTrue();
        }
    }

    @Test
    void anImageThatMayNotBePulledMustBeThere() {
        try (var cluster = cluster(ContainerScript.standard().pulls(Duration.ZERO))) {
            create(cluster, "app", "Never");
            assertThat(state(main(cluster))).isEqualTo("ErrImageNeverPull");
            assertThat(events(cluster))
                    .containsExactlyInAnyOrder(
                            "ErrImageNeverPull: Container image \"app\" is not present with pull policy of Never",
                            "Failed: Error: ErrImageNeverPull");
        }
        try (var cluster = cluster(ContainerScripts.none())) {
            create(cluster, "app", "Never");
            assertThat(isReady(cluster))
                    .as("images are there, if no script says otherwise")
                    .isTrue();
        }
    }

    @Test
    void onePodPullsForAllPodsOfItsNode() {
        try (var cluster = cluster(ContainerScript.standard().pulls(Duration.ofMillis(2500)))) {
            create(cluster, "app", "IfNotPresent");
            assertThat(state(main(cluster))).isEqualTo("ContainerCreating");
            cluster.advance(Duration.ofMillis(2500));
            assertThat(isReady(cluster)).isTrue();
            assertThat(events(cluster))
                    .contains("Pulled: Successfully pulled image \"app\" in 2.5s (2.5s including waiting). Image size:"
                            + " 0 bytes.");
            cluster.client().create(Pods.named("next").image("app").on("node-1").build());
            cluster.settle();
            assertThat(Story.find(cluster, "next").orElseThrow().status().phase())
                    .isEqualTo("Running");
        }
    }

    @Test
    void containersAreStartedOneAfterTheOtherAndOneThatFailsHoldsNobodyUp() {
        var scripts = ContainerScripts.none().lines(List.of("slow pull=20s", "broken pull-fails=always"));
        try (var cluster = cluster(scripts)) {
            cluster.client()
                    .create(Pods.named("web")
                            .image("broken")
                            .container("second", "slow")
                            .container("third", "app")
                            .on("node-1")
                            .build());
            cluster.advance(Duration.ofSeconds(5));
            assertThat(states(cluster)).containsExactly("ImagePullBackOff", "ContainerCreating", "ContainerCreating");
            cluster.advance(Duration.ofSeconds(15));
            assertThat(states(cluster)).endsWith("running", "running");
        }
    }

    private static List<String> states(Cluster cluster) {
        return pod(cluster).status().containerStatuses().stream()
                .map(Story::state)
                .toList();
    }

    @Test
    void alwaysMeansWithEveryStart() {
        try (var cluster = cluster(ContainerScript.standard().crashes(1))) {
            create(cluster, "app", "Always");
            assertThat(main(cluster).restartCount()).isEqualTo(1);
            assertThat(count(cluster, "Pulling")).isEqualTo(2);
            assertThat(count(cluster, "Pulled")).isEqualTo(2);
        }
        try (var cluster = cluster(ContainerScript.standard().crashes(1))) {
            create(cluster, "app", "IfNotPresent");
            assertThat(count(cluster, "Pulling")).isZero();
            assertThat(events(cluster))
                    .contains("Pulled: Container image \"app\" already present on machine and can be accessed by the"
                            + " pod");
        }
    }

    private static int count(Cluster cluster, String reason) {
        return cluster.lister(Event.class).list().stream()
                .filter(event -> event.reason().equals(reason))
                .mapToInt(event -> event.count())
                .sum();
    }

    @Test
    void aRunningContainerThatIsGivenAnotherImageIsReplaced() {
        var slow = ContainerScript.standard().stopsIn(Duration.ofSeconds(3));
        try (var cluster = cluster(ContainerScripts.none().on("app:1", slow))) {
            cluster.client()
                    .create(Pods.named("web")
                            .image("app:1")
                            .restartPolicy("Never")
                            .annotation(ContainerScripts.ANNOTATION, "run=forever")
                            .on("node-1")
                            .build());
            cluster.settle();
            setImage(cluster, "app:2");
            assertThat(main(cluster).image()).as("it is still stopping").isEqualTo("app:1");
            assertThat(events(cluster)).contains("Killing: Container main definition changed, will be restarted");
            cluster.advance(Duration.ofSeconds(3));
            assertThat(main(cluster).image()).isEqualTo("app:2");
            assertThat(main(cluster).restartCount()).isEqualTo(1);
            assertThat(isReady(cluster)).as("whatever the restart policy").isTrue();
        }
    }

    @Test
    void aContainerThatCrashesIsStartedAtOnceWithAnotherImage() {
        try (var cluster = cluster(
                ContainerScripts.none().on("app:1", ContainerScript.standard().crashes(99)))) {
            create(cluster, "app:1", "IfNotPresent");
            cluster.advance(Duration.ofMinutes(20));
            assertThat(state(main(cluster))).isEqualTo("CrashLoopBackOff");
            setImage(cluster, "app:2");
            assertThat(isReady(cluster)).isTrue();
        }
    }

    @Test
    void aTextThatCantBeReadKeepsItsContainerWaiting() {
        try (var cluster = cluster(ContainerScripts.none())) {
            cluster.client()
                    .create(Pods.named("web")
                            .annotation(ContainerScripts.ANNOTATION, "run=soon")
                            .on("node-1")
                            .build());
            cluster.settle();
            assertThat(state(main(cluster))).isEqualTo("CreateContainerConfigError");
            assertThat(main(cluster).state().waiting().message()).isEqualTo("container script: soon is no duration");
            Pod pod = pod(cluster);
            cluster.client()
                    .update(pod.withMetadata(ObjectMetaBuilder.builder(pod.metadata())
                            .annotations(Map.of(ContainerScripts.ANNOTATION, "start=1s"))
                            .build()));
            cluster.advance(Duration.ofSeconds(1));
            assertThat(isReady(cluster)).isTrue();
        }
    }

    @Test
    void aSecretForPullingThatIsNotThereIsMissedAndTheImageIsTriedAllTheSame() {
        try (var cluster = cluster(ContainerScripts.none())) {
            Story.create(
                    cluster,
                    """
                    imagePullSecrets: [{name: hub}, {name: registry}]
                    containers:
                    - {name: app, image: app}
                    """);
            cluster.settle();
            assertThat(isReady(cluster)).isTrue();
            assertThat(events(cluster))
                    .contains("FailedToRetrieveImagePullSecret: Unable to retrieve some image pull secrets (hub,"
                            + " registry); attempting to pull the image may not succeed.");
        }
    }

    @Test
    void runtimesTellTwoCausesByTheFirstWord() {
        assertThat(PullFailure.of("app", "RegistryUnavailable: no route to host"))
                .isEqualTo(new PullFailure(
                        "RegistryUnavailable",
                        "image pull failed for app because the registry is unavailable: no route to host"));
        assertThat(PullFailure.of("app", "SignatureValidationFailed: no signature"))
                .isEqualTo(new PullFailure(
                        "SignatureValidationFailed",
                        "image pull failed for app because the signature validation failed: no signature"));
        assertThat(PullFailure.of("app", "denied")).isEqualTo(new PullFailure("ErrImagePull", "denied"));
    }
}
