package io.kubelayers.application.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PermitPlugin;
import io.kubelayers.application.scheduling.framework.PermitResult;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PostBindPlugin;
import io.kubelayers.application.scheduling.framework.PreBindPlugin;
import io.kubelayers.application.scheduling.framework.PreFilterPlugin;
import io.kubelayers.application.scheduling.framework.PreFilterResult;
import io.kubelayers.application.scheduling.framework.PreScorePlugin;
import io.kubelayers.application.scheduling.framework.ReservePlugin;
import io.kubelayers.application.scheduling.framework.ScorePlugin;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Pod;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plugin with a bug costs its pod the attempt, and says who it was; other pods are not harmed. */
class FailingPluginTest {
    /** Throws at one extension point for pods named {@code unlucky}. */
    private record Failing(String point)
            implements PreFilterPlugin,
                    FilterPlugin,
                    PreScorePlugin,
                    ScorePlugin,
                    ReservePlugin,
                    PermitPlugin,
                    PreBindPlugin,
                    PostBindPlugin {
        @Override
        public String name() {
            return "Failing";
        }

        private Status at(String here, PodInfo pod) {
            if (here.equals(point) && pod.pod().metadata().nameOrEmpty().equals("unlucky")) {
                throw new IllegalStateException("boom");
            }
            return Status.success();
        }

        @Override
        public PreFilterResult preFilter(CycleState state, PodInfo pod) {
            at("PreFilter", pod);
            return PreFilterResult.all();
        }

        @Override
        public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
            return at("Filter", pod);
        }

        @Override
        public Status preScore(CycleState state, PodInfo pod, List<NodeInfo> nodes) {
            return at("PreScore", pod);
        }

        @Override
        public long score(CycleState state, PodInfo pod, NodeInfo node) {
            at("Score", pod);
            return 0;
        }

        @Override
        public Status reserve(CycleState state, PodInfo pod, String node) {
            return at("Reserve", pod);
        }

        @Override
        public void unreserve(CycleState state, PodInfo pod, String node) {
            at("Reserve", pod);
        }

        @Override
        public PermitResult permit(CycleState state, PodInfo pod, String node) {
            at("Permit", pod);
            return PermitResult.allow();
        }

        @Override
        public Status preBind(CycleState state, PodInfo pod, String node) {
            return at("PreBind", pod);
        }

        @Override
        public void postBind(CycleState state, PodInfo pod, String node) {
            at("PostBind", pod);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PreFilter | running PreFilter plugin \"Failing\": panic: java.lang.IllegalStateException: boom",
                "Filter    | running \"Failing\" filter plugin: panic: java.lang.IllegalStateException: boom",
                "PreScore  | running PreScore plugin \"Failing\": panic: java.lang.IllegalStateException: boom",
                "Score     | running Score plugins: plugin \"Failing\" failed with: panic: java.lang.IllegalStateException: boom",
                "Reserve   | running Reserve plugin \"Failing\": panic: java.lang.IllegalStateException: boom",
                "Permit    | running Permit plugin \"Failing\": panic: java.lang.IllegalStateException: boom",
                "PreBind   | running PreBind plugin \"Failing\": panic: java.lang.IllegalStateException: boom",
            })
    void itsPodWaitsAndOthersRun(String point, String message) {
        try (var cluster = cluster(point)) {
            cluster.apply(APod.named("unlucky").cpu("100m").build());
            cluster.apply(APod.named("web").cpu("100m").build());
            cluster.settle();
            assertThat(node(cluster, "unlucky")).isNull();
            assertThat(node(cluster, "web")).isNotNull();
            assertThat(warnings(cluster)).contains(message);
        }
    }

    @ParameterizedTest
    @CsvSource("PostBind")
    void afterItIsBoundAPodStaysSo(String point) {
        try (var cluster = cluster(point)) {
            cluster.apply(APod.named("unlucky").cpu("100m").build());
            cluster.settle();
            assertThat(node(cluster, "unlucky")).isNotNull();
            assertThat(warnings(cluster))
                    .contains("running PostBind plugin \"Failing\": panic: java.lang.IllegalStateException: boom");
        }
    }

    private static Cluster cluster(String point) {
        var profile = Profile.standard().edit().enable(new Failing(point)).build();
        return Cluster.builder()
                .withoutNodeAgent()
                .controller(SchedulerController.controller(List.of(profile)))
                .nodes(2, node -> node)
                .start();
    }

    private static String node(Cluster cluster, String pod) {
        return cluster.client().on(Pod.class).get("default", pod).spec().nodeName();
    }

    private static List<String> warnings(Cluster cluster) {
        return cluster.lister(Event.class).list().stream()
                .filter(event -> "Warning".equals(event.type()))
                .map(Event::message)
                .toList();
    }
}
