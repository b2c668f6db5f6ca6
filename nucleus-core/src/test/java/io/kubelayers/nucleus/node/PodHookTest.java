package io.kubelayers.nucleus.node;

import static io.kubelayers.nucleus.node.Story.cluster;
import static io.kubelayers.nucleus.node.Story.events;
import static io.kubelayers.nucleus.node.Story.find;
import static io.kubelayers.nucleus.node.Story.isReady;
import static io.kubelayers.nucleus.node.Story.main;
import static io.kubelayers.nucleus.node.Story.pod;
import static io.kubelayers.nucleus.node.Story.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.program.HttpAnswer;
import io.kubelayers.nucleus.program.PortService;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What containers do when they have started, and before they are stopped. */
class PodHookTest {
    private static void create(Cluster cluster, String hooks) {
        Story.create(
                cluster,
                """
                    containers:
                    - {name: app, image: app, lifecycle: %s}
                    - {name: second, image: second}
                    """
                        .formatted(hooks));
        cluster.settle();
    }

    @Test
    void theHookAfterTheStartHoldsItsContainerAndThoseBehindIt() {
        try (var cluster = cluster(ContainerScripts.none())) {
            create(cluster, "{postStart: {exec: {command: [sh, -c, 'sleep 3; echo ready > /tmp/done']}}}");
            assertThat(state(main(cluster))).isEqualTo("ContainerCreating");
            assertThat(pod(cluster).status().containerStatuses().get(1).containerID())
                    .isNull();

            cluster.advance(Duration.ofSeconds(3));
            assertThat(pod(cluster).status().containerStatuses())
                    .allSatisfy(status -> assertThat(state(status)).isEqualTo("running"));
            assertThat(isReady(cluster)).isTrue();
        }
    }

    @Test
    void aSleepIsAHookToo() {
        try (var cluster = cluster(ContainerScripts.none())) {
            create(cluster, "{postStart: {sleep: {seconds: 5}}}");
            cluster.advance(Duration.ofSeconds(4));
            assertThat(isReady(cluster)).isFalse();
            cluster.advance(Duration.ofSeconds(1));
            assertThat(isReady(cluster)).isTrue();
        }
    }

    @Test
    void aHookThatFailsStopsItsContainerWhichIsStartedAgain() {
        try (var cluster = cluster(ContainerScripts.none())) {
            create(cluster, "{postStart: {exec: {command: [sh, -c, 'echo no >&2; exit 3']}}}");
            assertThat(events(cluster))
                    .contains("FailedPostStartHook: PostStartHook failed", "Killing: FailedPostStartHook");
            assertThat(state(main(cluster))).isEqualTo("PostStartHookError");
            assertThat(main(cluster).state().waiting().message())
                    .isEqualTo("Exec lifecycle hook ([sh -c echo no >&2; exit 3]) for Container \"app\" in Pod"
                            + " \"web_default(" + pod(cluster).metadata().uid() + ")\" failed - error: command"
                            + " 'sh -c echo no >&2; exit 3' exited with 3: , message: \"no\\n\"");
            assertThat(main(cluster).lastState().terminated().exitCode()).isEqualTo(143);
            assertThat(state(pod(cluster).status().containerStatuses().get(1))).isEqualTo("running");

            cluster.advance(Duration.ofSeconds(1));
            assertThat(state(main(cluster))).as("it is tried again").isEqualTo("PostStartHookError");
            assertThat(main(cluster).restartCount()).isEqualTo(1);
            cluster.advance(Duration.ofSeconds(1));
            assertThat(state(main(cluster))).isEqualTo("CrashLoopBackOff");
        }
    }

    @Test
    void whileItIsBeingStoppedForItsHookItNeverCountsAsRunning() {
        try (var cluster = cluster(ContainerScript.standard().stopsIn(Duration.ofSeconds(5)))) {
            create(cluster, "{postStart: {exec: {command: ['false']}}}");
            cluster.advance(Duration.ofSeconds(4));
            assertThat(state(main(cluster))).isEqualTo("ContainerCreating");
            cluster.advance(Duration.ofSeconds(1));
            assertThat(state(main(cluster))).isEqualTo("PostStartHookError");
        }
    }

    @Test
    void aRequestHasSucceededWhenThereWasAnAnswer() {
        var service = PortService.http(
                ask -> HttpAnswer.text(ask.header("user-agent").equals("kube-lifecycle/1.35") ? 500 : 400, ""));
        try (var cluster = cluster(ContainerScript.standard().serves(8080, service))) {
            create(cluster, "{postStart: {httpGet: {path: /warm, port: 8080}}}");
            assertThat(isReady(cluster)).isTrue();
        }
        try (var cluster = cluster(ContainerScript.standard().serves(8080, service))) {
            create(cluster, "{postStart: {httpGet: {path: /warm, port: 81}}}");
            assertThat(state(main(cluster))).isEqualTo("PostStartHookError");
            assertThat(main(cluster).state().waiting().message())
                    .startsWith("HTTP lifecycle hook (/warm) for Container \"app\" in Pod \"web_default(")
                    .endsWith("failed - error: Get \"http://10.244.0.2:81/warm\": dial tcp 10.244.0.2:81: connect:"
                            + " connection refused");
        }
    }

    @Test
    void whateverTheHookHasLeftThereAreTwoSecondsToEnd() {
        var stubborn = ContainerScript.standard().stopsIn(Duration.ofHours(1));
        try (var cluster = cluster(stubborn)) {
            create(cluster, "{preStop: {sleep: {seconds: 30}}}");
            cluster.client().delete(pod(cluster));
            cluster.advance(Duration.ofSeconds(31));
            assertThat(state(main(cluster))).isEqualTo("running");
            cluster.advance(Duration.ofSeconds(1));
            assertThat(find(cluster, "web")).isEmpty();
            assertThat(events(cluster)).noneMatch(event -> event.startsWith("Failed"));
        }
        try (var cluster = cluster(stubborn)) {
            create(cluster, "{preStop: {sleep: {seconds: 10}}}");
            cluster.client().delete(pod(cluster));
            cluster.advance(Duration.ofSeconds(29));
            assertThat(state(main(cluster))).isEqualTo("running");
            cluster.advance(Duration.ofSeconds(1));
            assertThat(find(cluster, "web")).isEmpty();
        }
    }

    @Test
    void aCommandThatTakesLongerThanTheGraceFailsWithItsContainer() {
        try (var cluster = cluster(ContainerScripts.none())) {
            create(cluster, "{preStop: {exec: {command: [sleep, '100']}}}");
            cluster.client().delete(pod(cluster));
            cluster.advance(Duration.ofSeconds(29));
            assertThat(events(cluster)).noneMatch(event -> event.startsWith("Failed"));
            cluster.advance(Duration.ofSeconds(1));
            assertThat(events(cluster)).contains("FailedPreStopHook: PreStopHook failed");
            assertThat(find(cluster, "web")).isEmpty();
        }
    }

    @Test
    void thatAHookFailsIsToldWhenItDoes() {
        try (var cluster = cluster(ContainerScripts.none())) {
            create(cluster, "{preStop: {exec: {command: [sh, -c, 'sleep 3; exit 1']}}}");
            cluster.client().delete(pod(cluster));
            cluster.advance(Duration.ofSeconds(2));
            assertThat(events(cluster)).noneMatch(event -> event.startsWith("Failed"));
            cluster.advance(Duration.ofSeconds(1));
            assertThat(events(cluster)).contains("FailedPreStopHook: PreStopHook failed");
            assertThat(find(cluster, "web")).isEmpty();
        }
    }

    @Test
    void theHookOfASidecarRunsBesideTheOthersAndThenItWaitsForItsTurn() {
        var slow = ContainerScript.standard().stopsIn(Duration.ofSeconds(6));
        try (var cluster = cluster(ContainerScripts.none().on("app", slow))) {
            cluster.apply(
                    Manifests.of(
                            "pod",
                            """
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: web}
                    spec:
                      nodeName: node-1
                      initContainers:
                      - name: proxy
                        image: proxy
                        restartPolicy: Always
                        lifecycle: {preStop: {sleep: {seconds: 4}}}
                      containers:
                      - {name: app, image: app}
                    """));
            cluster.settle();
            cluster.client().delete(pod(cluster));
            cluster.settle();
            assertThat(events(cluster))
                    .contains("Killing: Stopping container proxy", "Killing: Stopping container app");
            cluster.advance(Duration.ofSeconds(5));
            assertThat(state(pod(cluster).status().initContainerStatuses().get(0)))
                    .as("it serves the others to their end")
                    .isEqualTo("running");
            cluster.advance(Duration.ofSeconds(1));
            assertThat(find(cluster, "web")).as("its hook was over long ago").isEmpty();
        }
    }

    @Test
    void theHookBeforeTheStopTakesItsTime() {
        try (var cluster = cluster(ContainerScripts.none())) {
            create(cluster, "{preStop: {exec: {command: [sleep, '4']}}}");
            cluster.client().delete(pod(cluster));
            cluster.advance(Duration.ofSeconds(3));
            assertThat(state(main(cluster))).isEqualTo("running");
            cluster.advance(Duration.ofSeconds(1));
            assertThat(find(cluster, "web")).isEmpty();
        }
    }

    @Test
    void ifItFailsThatIsToldAndTheContainerIsStoppedAllTheSame() {
        try (var cluster = cluster(ContainerScripts.none())) {
            create(cluster, "{preStop: {exec: {command: ['false']}}}");
            cluster.client().delete(pod(cluster));
            cluster.settle();
            assertThat(events(cluster)).contains("FailedPreStopHook: PreStopHook failed");
            assertThat(find(cluster, "web")).isEmpty();
        }
    }

    @Test
    void scriptsSayHowOtherHooksTurnOut() {
        var script = ScriptText.parse("post-start=fail@2s pre-stop=pass@5s", ContainerScript.standard());
        assertThat(script.hooks())
                .containsExactly(
                        new ContainerScript.HookTurn(HookKind.POST_START, Duration.ofSeconds(2), false),
                        new ContainerScript.HookTurn(HookKind.PRE_STOP, Duration.ofSeconds(5), true));
        try (var cluster = cluster(script)) {
            create(cluster, "{postStart: {httpGet: {port: 80}}}");
            assertThat(events(cluster)).noneMatch(event -> event.startsWith("Failed"));
            cluster.advance(Duration.ofSeconds(2));
            assertThat(events(cluster)).contains("FailedPostStartHook: PostStartHook failed");
        }
    }
}
