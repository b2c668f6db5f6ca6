package io.kubelayers.nucleus.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Render;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.pod.Pods;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent decides in each situation of a pod, and what it says about it. */
class PodSyncTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:10:00Z");

    /**
     * A situation.
     *
     * @param runs how the containers stand: {@code name=up}, {@code name=0} (exited with that code a second ago)
     */
    private record Case(
            String name, Pods pod, String runs, UnaryOperator<PodObservation> also, String actions, String explain) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                row("a new pod is started", web(), "", "start main/0", "container/main: to be started"),
                new Case(
                        "without a network nothing starts",
                        web(),
                        "",
                        seen -> seen.withMemory(seen.memory().withIps(List.of())),
                        "connect",
                        "the pod has no network yet"),
                new Case(
                        "volumes come before the network",
                        web(),
                        "",
                        seen -> seen.withMemory(seen.memory().withIps(List.of()))
                                .withMountProblems(List.of("no such thing")),
                        "",
                        "no such thing"),
                row("a pod that runs needs nothing", web(), "main=up", "", "nothing to do"),
                row(
                        "init containers come first",
                        web().init("one", "x"),
                        "",
                        "start one/0",
                        "container/one: to be started; container/one: the others wait for it to complete"),
                row(
                        "init containers come one by one",
                        web().init("one", "x").init("two", "x"),
                        "one=0",
                        "start two/0",
                        "container/two: to be started; container/two: the others wait for it to complete"),
                row(
                        "after them all others start at once",
                        web().init("one", "x").container("b", "x"),
                        "one=0",
                        "start main/0, start b/0",
                        "container/main: to be started; container/b: to be started"),
                row(
                        "a running init container is waited for",
                        web().init("one", "x"),
                        "one=up",
                        "",
                        "container/one: the others wait for it to complete"),
                row(
                        "a sidecar that runs lets the others start",
                        web().sidecar("proxy", "x"),
                        "proxy=up",
                        "start main/0",
                        "container/main: to be started"),
                row(
                        "a sidecar is restarted beside the others",
                        web().sidecar("proxy", "x"),
                        "proxy=1 main=up",
                        "start proxy/1",
                        "container/proxy: to be restarted, run 2"),
                row(
                        "the first crash is answered at once",
                        web(),
                        "main=1",
                        "start main/1",
                        "container/main: to be restarted, run 2"),
                new Case(
                        "the next crash has to wait",
                        web(),
                        "main=1",
                        seen -> seen.withMemory(seen.memory()
                                .with(
                                        "main",
                                        ContainerMemory.NEW.withRestart(
                                                new Backoff(Duration.ofSeconds(80), NOW.minusSeconds(9))))),
                        "",
                        "container/main: back-off 1m20s restarting failed container=main pod=web_default(u-1)"),
                new Case(
                        "after ten minutes of peace a crash is answered at once again",
                        web(),
                        "main=1",
                        seen -> seen.withMemory(seen.memory()
                                .with(
                                        "main",
                                        ContainerMemory.NEW.withRestart(
                                                new Backoff(Duration.ofSeconds(80), NOW.minusSeconds(700))))),
                        "start main/1",
                        "container/main: to be restarted, run 2"),
                row(
                        "done is done",
                        web().restartPolicy("OnFailure"),
                        "main=0",
                        "",
                        "no container of the pod will run again"),
                row(
                        "when the work is done the sidecars stop",
                        web().restartPolicy("Never").sidecar("proxy", "x"),
                        "main=0 proxy=up",
                        "stop proxy/30s",
                        "no container of the pod will run again; container/proxy: to stop within 30s"),
                row(
                        "sidecars stop last to first",
                        web().restartPolicy("Never").sidecar("first", "x").sidecar("last", "x"),
                        "main=0 first=up last=up",
                        "stop last/30s",
                        "no container of the pod will run again; container/last: to stop within 30s"),
                row(
                        "an init container that fails for good ends the pod",
                        web().restartPolicy("Never").init("one", "x"),
                        "one=2",
                        "",
                        "no container of the pod will run again"),
                new Case(
                        "a deleted pod stops within what is left of its grace",
                        web(),
                        "main=up",
                        seen -> seen.withPod(deleted(seen.pod(), NOW.plusSeconds(12))),
                        "stop main/12s",
                        "the pod is being deleted; container/main: to stop within 12s"),
                new Case(
                        "a pod beyond its deadline stops",
                        web().spec(spec -> spec.activeDeadlineSeconds(60L)),
                        "main=up",
                        seen -> seen,
                        "stop main/30s",
                        "Pod was active on the node longer than the specified deadline; container/main: to stop within"
                                + " 30s"),
                new Case(
                        "an absent image is pulled",
                        web(),
                        "",
                        seen -> seen.withImages(Map.of("main", ImageState.ABSENT)),
                        "pull main",
                        "container/main: its image is to be pulled"),
                new Case(
                        "an absent image that may not be pulled",
                        web().change(container -> container.withImagePullPolicy("Never")),
                        "",
                        seen -> seen.withImages(Map.of("main", ImageState.ABSENT)),
                        "",
                        "container/main: Container image \"app\" is not present with pull policy of Never"),
                new Case(
                        "a missing config map",
                        web(),
                        "",
                        seen -> seen.withConfigProblems(Map.of("main", "configmap \"c\" not found")),
                        "",
                        "container/main: configmap \"c\" not found"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decides(Case row) {
        var decision = PodSync.decide(row.also().apply(seen(row)));
        assertThat(text(decision.actions())).isEqualTo(row.actions());
        assertThat(decision.explain()).isEqualTo(row.explain());
    }

    @Test
    void aDecisionSaysWhyInFull() {
        var decision = PodSync.decide(seen(row("", web().sidecar("proxy", "x"), "proxy=1 main=up", "", "")));
        assertThat(Render.text(decision.finding()))
                .contains("pod/web")
                .contains("phase Running, 1 actions")
                .contains("to be restarted, run 2");
    }

    private static Case row(String name, Pods pod, String runs, String actions, String explain) {
        return new Case(name, pod, runs, seen -> seen, actions, explain);
    }

    private static Pods web() {
        return Pods.named("web");
    }

    private static Pod deleted(Pod pod, Instant by) {
        return pod.withMetadata(ObjectMetaBuilder.builder(pod.metadata())
                .deletionTimestamp(by)
                .deletionGracePeriodSeconds(30L)
                .build());
    }

    private static PodObservation seen(Case row) {
        var pod = row.pod().build();
        pod = pod.withMetadata(pod.metadata().withUid("u-1"));
        var runs = new TreeMap<String, ContainerRun>();
        if (!row.runs().isEmpty()) {
            for (var word : row.runs().split(" ")) {
                var parts = word.split("=");
                runs.put(parts[0], run(parts[0], parts[1]));
            }
        }
        var memory = AgentPod.admitted("u-1", "node-1", Map.of(), List.of(), NOW.minusSeconds(600))
                .withIps(List.of("10.244.0.2"));
        return PodObservation.of(pod, memory, NOW).withRuns(runs);
    }

    private static ContainerRun run(String name, String how) {
        var started = NOW.minusSeconds(300);
        var image = name.equals("main") ? "app" : "x";
        return how.equals("up")
                ? new ContainerRun(
                        name, 0, "r", image, ContainerRun.State.RUNNING, started, started, null, 0, "", "", null)
                : new ContainerRun(
                        name,
                        0,
                        "r",
                        image,
                        ContainerRun.State.EXITED,
                        started,
                        started,
                        NOW.minusSeconds(1),
                        Integer.parseInt(how),
                        "Error",
                        "",
                        null);
    }

    private static String text(List<PodAction> actions) {
        var texts = new ArrayList<String>();
        for (var action : actions) {
            if (action instanceof PodAction.Start start) {
                texts.add("start " + start.container().name() + "/" + start.attempt());
            } else if (action instanceof PodAction.Stop stop) {
                texts.add("stop " + stop.container().name() + "/"
                        + Backoff.goText(stop.request().grace()));
            } else if (action instanceof PodAction.Pull pull) {
                texts.add("pull " + pull.container().name());
            } else {
                texts.add("connect");
            }
        }
        return String.join(", ", texts);
    }
}
