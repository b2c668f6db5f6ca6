package io.kubelayers.application.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.framework.BindPlugin;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.FilterHandle;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.NodeStatuses;
import io.kubelayers.application.scheduling.framework.PermitPlugin;
import io.kubelayers.application.scheduling.framework.PermitResult;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PostBindPlugin;
import io.kubelayers.application.scheduling.framework.PostFilterPlugin;
import io.kubelayers.application.scheduling.framework.PostFilterResult;
import io.kubelayers.application.scheduling.framework.PreBindPlugin;
import io.kubelayers.application.scheduling.framework.PreEnqueuePlugin;
import io.kubelayers.application.scheduling.framework.PreFilterPlugin;
import io.kubelayers.application.scheduling.framework.PreFilterResult;
import io.kubelayers.application.scheduling.framework.PreScorePlugin;
import io.kubelayers.application.scheduling.framework.QueueSortPlugin;
import io.kubelayers.application.scheduling.framework.QueuedPod;
import io.kubelayers.application.scheduling.framework.ReservePlugin;
import io.kubelayers.application.scheduling.framework.ScorePlugin;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.runtime.SeededRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every extension point is called, in order, and each may say no. */
class SchedulingCycleTest {
    /** Hooks in everywhere, writes down when it is called and answers as told. */
    private static final class Everywhere
            implements PreEnqueuePlugin,
                    QueueSortPlugin,
                    PreFilterPlugin,
                    FilterPlugin,
                    PostFilterPlugin,
                    PreScorePlugin,
                    ScorePlugin,
                    ReservePlugin,
                    PermitPlugin,
                    PreBindPlugin,
                    BindPlugin,
                    PostBindPlugin {
        private final List<String> calls = new ArrayList<>();
        private final Map<String, Status> answers = new HashMap<>();

        private Status called(String point) {
            calls.add(point);
            return answers.getOrDefault(point, Status.success());
        }

        @Override
        public String name() {
            return "Everywhere";
        }

        @Override
        public Status preEnqueue(PodInfo pod) {
            return called("PreEnqueue");
        }

        @Override
        public boolean less(QueuedPod first, QueuedPod second) {
            return called("QueueSort").isError();
        }

        @Override
        public PreFilterResult preFilter(CycleState state, PodInfo pod) {
            var status = called("PreFilter");
            return status.isSuccess() ? PreFilterResult.all() : PreFilterResult.rejected(status);
        }

        @Override
        public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
            return called("Filter");
        }

        @Override
        public PostFilterResult postFilter(CycleState state, PodInfo pod, NodeStatuses statuses, FilterHandle handle) {
            called("PostFilter");
            return PostFilterResult.nominate("n1");
        }

        @Override
        public Status preScore(CycleState state, PodInfo pod, List<NodeInfo> nodes) {
            return called("PreScore");
        }

        @Override
        public long score(CycleState state, PodInfo pod, NodeInfo node) {
            called("Score");
            return 7;
        }

        @Override
        public void normalizeScore(CycleState state, PodInfo pod, long[] scores) {
            called("NormalizeScore");
        }

        @Override
        public Status reserve(CycleState state, PodInfo pod, String node) {
            return called("Reserve");
        }

        @Override
        public void unreserve(CycleState state, PodInfo pod, String node) {
            called("Unreserve");
        }

        @Override
        public PermitResult permit(CycleState state, PodInfo pod, String node) {
            return new PermitResult(called("Permit"), Duration.ofSeconds(90));
        }

        @Override
        public Status preBind(CycleState state, PodInfo pod, String node) {
            return called("PreBind");
        }

        @Override
        public Status bind(CycleState state, PodInfo pod, String node) {
            return called("Bind");
        }

        @Override
        public void postBind(CycleState state, PodInfo pod, String node) {
            called("PostBind");
        }
    }

    private final Everywhere plugin = new Everywhere();
    private final Framework framework =
            Framework.of(Profile.named("test").enable(plugin).build());
    private final Snapshot cluster = Snapshot.of(List.of(ANode.named("n1"), ANode.named("n2")), List.of());

    private Attempt attempt() {
        var pod = PodInfo.of(APod.named("web").build());
        return new SchedulingCycle(framework).run(pod, cluster, 0, SeededRandom.of(1));
    }

    @Test
    void aPodPassesAllPointsInOrder() {
        framework.runPreEnqueue(PodInfo.of(APod.named("web").build()));
        var attempt = attempt();
        var status = new BindingCycle(framework).run(attempt);
        assertThat(status.isSuccess()).isTrue();
        assertThat(plugin.calls)
                .containsExactly(
                        "PreEnqueue",
                        "PreFilter",
                        "Filter",
                        "Filter",
                        "PreScore",
                        "Score",
                        "Score",
                        "NormalizeScore",
                        "Reserve",
                        "Permit",
                        "PreBind",
                        "Bind",
                        "PostBind");
        assertThat(attempt.assumed().node()).isEqualTo(attempt.placement().node());
        framework.queueSort().less(null, null);
        assertThat(plugin.calls).endsWith("QueueSort");
    }

    @Test
    void whenNoNodeFitsRoomIsMade() {
        plugin.answers.put("Filter", Status.unschedulable("node(s) were full"));
        var attempt = attempt();
        assertThat(attempt.assumed()).isNull();
        assertThat(attempt.placement().nominatedNode()).isEqualTo("n1");
        assertThat(attempt.placement().explain()).isEqualTo("0/2 nodes are available: 2 node(s) were full.");
        assertThat(plugin.calls).containsExactly("PreFilter", "Filter", "Filter", "PostFilter");
    }

    @Test
    void aSkippedPluginIsLeftOutWhereItsSecondHalfIs() {
        plugin.answers.put("PreFilter", Status.skip());
        plugin.answers.put("PreScore", Status.skip());
        attempt();
        assertThat(plugin.calls).containsExactly("PreFilter", "PreScore", "Reserve", "Permit");
    }

    @Test
    void aRejectionAtReserveIsUndoneAndCountsThatNodeAlone() {
        plugin.answers.put("Reserve", Status.unschedulable("volume is gone"));
        var placement = attempt().placement();
        assertThat(placement.outcome()).isEqualTo(Placement.Outcome.UNSCHEDULABLE);
        assertThat(placement.explain()).isEqualTo("0/1 nodes are available: 1 volume is gone.");
        assertThat(placement.diagnosis().unschedulablePlugins()).containsExactly("Everywhere");
        assertThat(placement.nominatedNode())
                .as("an earlier nomination is void")
                .isEmpty();
        assertThat(plugin.calls).endsWith("Reserve", "Unreserve");
    }

    @Test
    void aRejectionAtPermitIsUndoneToo() {
        plugin.answers.put("Permit", Status.unschedulable("gang is incomplete"));
        assertThat(attempt().placement().explain()).isEqualTo("0/1 nodes are available: 1 gang is incomplete.");
        assertThat(plugin.calls).endsWith("Permit", "Unreserve");
    }

    @Test
    void failuresAreNotRejections() {
        for (var entry : Map.of(
                        "PreFilter", "running PreFilter plugin \"Everywhere\": boom",
                        "Filter", "running \"Everywhere\" filter plugin: boom",
                        "PreScore", "running PreScore plugin \"Everywhere\": boom",
                        "Reserve", "running Reserve plugin \"Everywhere\": boom",
                        "Permit", "running Permit plugin \"Everywhere\": boom")
                .entrySet()) {
            plugin.answers.clear();
            plugin.answers.put(entry.getKey(), Status.error("boom"));
            var placement = attempt().placement();
            assertThat(placement.outcome()).as(entry.getKey()).isEqualTo(Placement.Outcome.FAILED);
            assertThat(placement.explain()).isEqualTo(entry.getValue());
            assertThat(placement.nominatedNode())
                    .as("an earlier nomination is void")
                    .isEmpty();
        }
    }

    @Test
    void aFailedBindingGivesBackWhatWasReserved() {
        plugin.answers.put("Bind", Status.error("conflict"));
        var status = new BindingCycle(framework).run(attempt());
        assertThat(status.message()).isEqualTo("running Bind plugin \"Everywhere\": conflict");
        assertThat(plugin.calls).endsWith("Bind", "Unreserve");
    }

    @Test
    void aProfileThatNeverBindsSaysSo() {
        plugin.answers.put("Bind", Status.skip());
        assertThat(new BindingCycle(framework).run(attempt()).message())
                .isEqualTo("no Bind plugin of profile \"test\" binds pod default/web");
    }

    @Test
    void aPodMayHaveToWaitForPermission() {
        plugin.answers.put("Permit", Status.waiting());
        var attempt = attempt();
        assertThat(attempt.assumed()).isNotNull();
        assertThat(attempt.waits()).isEqualTo(Map.of("Everywhere", Duration.ofSeconds(90)));
        var start = Instant.EPOCH;
        var waiting = WaitingPods.none().plus(attempt, start);
        assertThat(waiting.free()).isEmpty();
        assertThat(waiting.nextDeadline()).contains(start.plusSeconds(90));
        assertThat(waiting.allow("default/web", "Everywhere").free()).hasSize(1);
        var late = waiting.get("default/web").orElseThrow();
        assertThat(late.timeout(start.plusSeconds(89))).isEmpty();
        var refusal = late.timeout(start.plusSeconds(90)).orElseThrow();
        var placement = new BindingCycle(framework).giveUp(attempt, refusal);
        assertThat(placement.explain())
                .isEqualTo("0/1 nodes are available: 1 rejected due to timeout after waiting 1m30s at plugin"
                        + " Everywhere.");
        assertThat(plugin.calls).endsWith("Permit", "Unreserve");
    }

    @Test
    void scoresOutOfRangeAreAnError() {
        var wild = new ScorePlugin() {
            @Override
            public String name() {
                return "Wild";
            }

            @Override
            public long score(CycleState state, PodInfo pod, NodeInfo node) {
                return 101;
            }
        };
        var profile = Profile.standard().edit().enable(wild).build();
        assertThat(Scheduling.on(cluster)
                        .by(profile)
                        .place(APod.named("p").build())
                        .explain())
                .isEqualTo("applying score defaultWeights on Score plugins: plugin \"Wild\" returns an invalid score"
                        + " 101, it should in the range of [0, 100] after normalizing");
    }
}
