package io.kubelayers.application.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Uninterruptibles;
import io.kubelayers.application.scheduling.framework.BindPlugin;
import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.ClusterEventWithHint;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.EnqueueExtensions;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PermitPlugin;
import io.kubelayers.application.scheduling.framework.PermitResult;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreEnqueuePlugin;
import io.kubelayers.application.scheduling.framework.PreFilterPlugin;
import io.kubelayers.application.scheduling.framework.PreFilterResult;
import io.kubelayers.application.scheduling.framework.ScorePlugin;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.application.scheduling.queue.QueueTimes;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Pod;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plugin that never returns costs its pod the attempt, and says who it was; the scheduler goes on with others. */
class HangingPluginTest {
    private static final Duration LIMIT = Duration.ofMillis(50);

    private final CountDownLatch end = new CountDownLatch(1);

    /** Hangs at one extension point for pods named {@code unlucky…}. */
    private record Hanging(String point, CountDownLatch end)
            implements PreEnqueuePlugin,
                    PreFilterPlugin,
                    FilterPlugin,
                    ScorePlugin,
                    PermitPlugin,
                    BindPlugin,
                    EnqueueExtensions {
        @Override
        public String name() {
            return "Hanging";
        }

        private void at(String here, PodInfo pod) {
            if (here.equals(point) && pod.pod().metadata().nameOrEmpty().startsWith("unlucky")) {
                Uninterruptibles.awaitUninterruptibly(end);
            }
        }

        @Override
        public Status preEnqueue(PodInfo pod) {
            at("PreEnqueue", pod);
            return Status.success();
        }

        @Override
        public PreFilterResult preFilter(CycleState state, PodInfo pod) {
            at("PreFilter", pod);
            return PreFilterResult.all();
        }

        @Override
        public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
            at("Filter", pod);
            return point.equals("hint") ? Status.unschedulable("not now") : Status.success();
        }

        @Override
        public long score(CycleState state, PodInfo pod, NodeInfo node) {
            at("Score", pod);
            return 0;
        }

        @Override
        public PermitResult permit(CycleState state, PodInfo pod, String node) {
            at("Permit", pod);
            return PermitResult.allow();
        }

        @Override
        public Status bind(CycleState state, PodInfo pod, String node) {
            at("Bind", pod);
            return Status.skip();
        }

        @Override
        public List<ClusterEventWithHint> eventsToRegister() {
            return List.of(ClusterEventWithHint.on(ClusterEvent.Resource.NODE, ClusterEvent.Action.ADD)
                    .when((pod, before, after) -> {
                        at("hint", pod);
                        return false;
                    }));
        }
    }

    private Cluster cluster(String point) {
        var profile = Profile.standard()
                .edit()
                .enableBefore("NodeUnschedulable", new Hanging(point, end))
                .build();
        return Cluster.builder()
                .withoutNodeAgent()
                .controller(SchedulerController.controller(List.of(profile), QueueTimes.standard(), LIMIT))
                .node("n1", n -> n)
                .node("n2", n -> n)
                .start();
    }

    @AfterEach
    void letGo() {
        end.countDown();
    }

    private static Pod pod(Cluster cluster, String name) {
        return cluster.client().on(Pod.class).get("default", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PreFilter", "Filter", "Score", "Permit", "Bind"})
    void failsItsPodOnly(String point) {
        try (var cluster = cluster(point)) {
            cluster.apply(APod.named("unlucky").build());
            cluster.apply(APod.named("lucky").build());
            cluster.settle();
            assertThat(pod(cluster, "lucky").spec().nodeName()).isNotNull();
            var condition = pod(cluster, "unlucky").status().conditions().get(0);
            assertThat(condition.reason()).isEqualTo("SchedulerError");
            assertThat(condition.message())
                    .isEqualTo("running " + point + " plugin \"Hanging\": it did not return within 50ms");
        }
    }

    @Test
    void aPodThatIsNotLetIntoTheQueueWaits() {
        try (var cluster = cluster("PreEnqueue")) {
            cluster.apply(APod.named("unlucky").build());
            cluster.apply(APod.named("lucky").build());
            cluster.settle();
            assertThat(pod(cluster, "lucky").spec().nodeName()).isNotNull();
            assertThat(pod(cluster, "unlucky").spec().nodeName()).isNull();
        }
    }

    @Test
    void aHintThatDoesNotComeMayHelp() {
        try (var cluster = cluster("hint")) {
            cluster.apply(APod.named("unlucky").build());
            cluster.settle();
            assertThat(pod(cluster, "unlucky").status().conditions().get(0).message())
                    .startsWith("0/2 nodes are available: 2 not now.");
            cluster.apply(ANode.named("n3"));
            cluster.settle();
            assertThat(pod(cluster, "unlucky").status().conditions().get(0).message())
                    .startsWith("0/3 nodes are available: 3 not now.");
        }
    }

    @Test
    void onceThePluginReturnsThePodIsScheduled() {
        try (var cluster = cluster("Filter")) {
            cluster.apply(APod.named("unlucky").build());
            cluster.settle();
            assertThat(pod(cluster, "unlucky").spec().nodeName()).isNull();
            end.countDown();
            cluster.advance(Duration.ofSeconds(30));
            assertThat(pod(cluster, "unlucky").spec().nodeName()).isNotNull();
        }
    }

    @Test
    void aPluginThatHangsTooOftenIsNotCalledAnyMore() {
        try (var cluster = cluster("Filter")) {
            for (int i = 0; i < 9; i++) {
                cluster.apply(APod.named("unlucky-" + i).build());
            }
            cluster.settle();
            assertThat(pod(cluster, "unlucky-8").status().conditions().get(0).message())
                    .contains("it is not called any more, since 8 of its calls have not returned");
        }
    }
}
