package io.kubelayers.application.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Uninterruptibles;
import io.kubelayers.application.scheduling.framework.BindPlugin;
import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.ClusterEventWithHint;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.EnqueueExtensions;
import io.kubelayers.application.scheduling.framework.Extender;
import io.kubelayers.application.scheduling.framework.ExtenderVerdict;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PermitPlugin;
import io.kubelayers.application.scheduling.framework.PermitResult;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreEnqueuePlugin;
import io.kubelayers.application.scheduling.framework.PreFilterPlugin;
import io.kubelayers.application.scheduling.framework.PreFilterResult;
import io.kubelayers.application.scheduling.framework.QueueSortPlugin;
import io.kubelayers.application.scheduling.framework.QueuedPod;
import io.kubelayers.application.scheduling.framework.ScorePlugin;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.application.scheduling.queue.QueueTimes;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Pod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plugin that never returns costs its pod the attempt, and says who it was; the scheduler goes on with others. */
class HangingPluginTest {
    /** Long enough that nobody else is late, however busy the machine. */
    private static final Duration LIMIT = Duration.ofMillis(400);

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
        return cluster(profile(point));
    }

    private Profile profile(String point) {
        return Profile.standard()
                .edit()
                .enableBefore("NodeUnschedulable", new Hanging(point, end))
                .build();
    }

    private static Cluster cluster(Profile profile) {
        return cluster(profile, LIMIT);
    }

    private static Cluster cluster(Profile profile, Duration limit) {
        return Cluster.builder()
                .withoutNodeAgent()
                .controller(SchedulerController.controller(List.of(profile), QueueTimes.standard(), limit))
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
                    .isEqualTo("running " + point + " plugin \"Hanging\": it did not return within 400ms");
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
        try (var cluster = cluster(profile("Filter"), LIMIT.dividedBy(8))) {
            for (int i = 0; i < 9; i++) {
                cluster.apply(APod.named("unlucky-" + i).build());
            }
            cluster.settle();
            assertThat(pod(cluster, "unlucky-8").status().conditions().get(0).message())
                    .contains("it is not called any more, since 8 of its calls have not returned");
        }
    }

    /** Hangs when it is asked about pods named {@code unlucky…}. */
    private record HangingExtender(CountDownLatch end) implements Extender {
        @Override
        public String name() {
            return "far";
        }

        @Override
        public Set<Verb> verbs() {
            return Set.of(Verb.FILTER);
        }

        @Override
        public ExtenderVerdict filter(PodInfo pod, List<NodeInfo> nodes) {
            if (pod.key().startsWith("default/unlucky")) {
                Uninterruptibles.awaitUninterruptibly(end);
            }
            return ExtenderVerdict.of(nodes.stream().map(NodeInfo::name).toList(), Map.of());
        }
    }

    @Test
    void soDoesAnExtenderThatHangs() {
        var profile =
                Profile.standard().edit().extendedBy(new HangingExtender(end)).build();
        try (var cluster = cluster(profile)) {
            cluster.apply(APod.named("unlucky").build());
            cluster.apply(APod.named("lucky").build());
            cluster.settle();
            assertThat(pod(cluster, "lucky").spec().nodeName()).isNotNull();
            assertThat(pod(cluster, "unlucky").status().conditions().get(0).message())
                    .isEqualTo("extender \"far\": filter did not return within 400ms");
        }
    }

    /** Puts nobody before anybody, and answers late or not at all where a pod named {@code unlucky} is one of them. */
    private record BadSort(Runnable trouble) implements QueueSortPlugin {
        @Override
        public String name() {
            return "BadSort";
        }

        @Override
        public boolean less(QueuedPod first, QueuedPod second) {
            if (first.pod().key().endsWith("unlucky") || second.pod().key().endsWith("unlucky")) {
                trouble.run();
            }
            return false;
        }
    }

    @Test
    void aQueueThatIsNotSortedInTimeIsSortedByPriority() {
        checkSorted(
                new BadSort(() -> Uninterruptibles.awaitUninterruptibly(end)),
                "running QueueSort plugin \"BadSort\": it did not return within 400ms; pods are taken by priority from now"
                        + " on");
    }

    @Test
    void soIsOneWhoseOrderThrows() {
        checkSorted(
                new BadSort(() -> {
                    throw new IllegalStateException("boom");
                }),
                "running QueueSort plugin \"BadSort\": panic: java.lang.IllegalStateException: boom; pods are taken by"
                        + " priority from now on");
    }

    private static void checkSorted(BadSort sort, String told) {
        var profile = Profile.standard().edit().replace("PrioritySort", sort).build();
        try (var cluster = cluster(profile)) {
            for (var name : List.of("a", "unlucky", "b")) {
                cluster.client().create(APod.named(name).cpu("3").build());
            }
            cluster.client()
                    .create(APod.named("important").cpu("3").priority(10).build());
            cluster.settle();
            assertThat(pod(cluster, "important").spec().nodeName()).isNotNull();
            assertThat(cluster.lister(Pod.class).list())
                    .as("nobody is lost, two find room")
                    .filteredOn(pod -> pod.spec().nodeName() != null)
                    .hasSize(2);
            assertThat(cluster.lister(Event.class).list())
                    .extracting(Event::message)
                    .filteredOn(message -> message != null && message.contains("QueueSort"))
                    .containsExactly(told);
        }
    }
}
