package io.kubelayers.application.scheduling.queue;

import static io.kubelayers.application.scheduling.queue.QueuePlace.ACTIVE;
import static io.kubelayers.application.scheduling.queue.QueuePlace.BACKOFF;
import static io.kubelayers.application.scheduling.queue.QueuePlace.ERROR_BACKOFF;
import static io.kubelayers.application.scheduling.queue.QueuePlace.GATED;
import static io.kubelayers.application.scheduling.queue.QueuePlace.IN_FLIGHT;
import static io.kubelayers.application.scheduling.queue.QueuePlace.UNSCHEDULABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.Framework;
import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.QueuedPod;
import io.kubelayers.nucleus.core.PodSpec.SchedulingGate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The life of waiting pods, by example; the clock starts at second 0. */
class SchedulingQueueTest {
    private static final Set<String> NOBODY = Set.of();
    private static final Set<String> FIT = Set.of("NodeResourcesFit");

    private final SchedulingQueue empty = SchedulingQueue.of(
            Map.of("default-scheduler", Framework.of(Profile.standard()).queueRules()), QueueTimes.standard());

    private static Instant at(double second) {
        return Instant.EPOCH.plus(Duration.ofMillis((long) (second * 1000)));
    }

    private static String key(Popped popped) {
        return popped.pod().map(pod -> pod.pod().key()).orElse("nobody");
    }

    /** A queue in which this pod was tried once, at second 0, and rejected for resources. */
    private SchedulingQueue rejected(APod pod) {
        return empty.add(pod.build(), at(0)).pop(at(0)).queue().putBack("default/web", FIT, NOBODY, at(0));
    }

    private static SchedulingQueue nodeAdded(SchedulingQueue queue, String cpu, double second) {
        return queue.move(
                new ClusterEvent(ClusterEvent.Resource.NODE, ClusterEvent.Action.ADD),
                null,
                ANode.named("new", n -> n.cpu(cpu)),
                at(second));
    }

    @Test
    void theImportantGoFirstThenTheEarly() {
        var queue = empty.add(APod.named("late").build(), at(2))
                .add(APod.named("early").build(), at(1))
                .add(APod.named("vip").priority(10).build(), at(3));
        var first = queue.pop(at(4));
        var second = first.queue().pop(at(4));
        var third = second.queue().pop(at(4));
        assertThat(List.of(key(first), key(second), key(third)))
                .containsExactly("default/vip", "default/early", "default/late");
        assertThat(key(third.queue().pop(at(4)))).isEqualTo("nobody");
    }

    @Test
    void podsOfOtherSchedulersAreNotTaken() {
        var foreign = APod.named("web")
                .spec(spec -> spec.withSchedulerName("somebody-else"))
                .build();
        assertThat(empty.serves(foreign)).isFalse();
        assertThat(empty.add(foreign, at(0)).size()).isZero();
    }

    @Test
    void aRejectedPodWaitsForAnEventThatMayHelp() {
        var queue = rejected(APod.named("web").cpu("2"));
        assertThat(queue.places()).isEqualTo(Map.of("default/web", UNSCHEDULABLE));
        assertThat(nodeAdded(queue, "1", 0.5).places()).isEqualTo(Map.of("default/web", UNSCHEDULABLE));
        assertThat(nodeAdded(queue, "4", 0.5).places()).isEqualTo(Map.of("default/web", BACKOFF));
        assertThat(nodeAdded(queue, "4", 5).places()).isEqualTo(Map.of("default/web", ACTIVE));
    }

    @Test
    void eventsThatTheRejectingPluginDidNotRegisterDoNotHelp() {
        var queue = rejected(APod.named("web").cpu("2"));
        var labelled = queue.move(
                new ClusterEvent(ClusterEvent.Resource.NODE, ClusterEvent.Action.UPDATE_NODE_LABEL),
                ANode.named("n1"),
                ANode.named("n1"),
                at(5));
        assertThat(labelled.places()).isEqualTo(Map.of("default/web", UNSCHEDULABLE));
    }

    @Test
    void backOffDoublesFromOneSecondToTen() {
        var times = QueueTimes.standard();
        assertThat(List.of(0, 1, 2, 3, 4, 5, 6, 60).stream().map(times::backoff).map(Duration::toSeconds))
                .containsExactly(0L, 1L, 2L, 4L, 8L, 10L, 10L, 10L);
    }

    @Test
    void aBackOffEndsWithTheWindowOfItsSecond() {
        var queue = nodeAdded(rejected(APod.named("web").cpu("2")), "4", 0.5)
                .add(APod.named("other").build(), at(0.5));
        assertThat(queue.pop(at(1.9)).queue().places().get("default/web")).isEqualTo(BACKOFF);
        assertThat(queue.pop(at(2)).queue().places().get("default/web")).isEqualTo(IN_FLIGHT);
    }

    @Test
    void whileNothingElseIsToDoPodsAreTakenOutOfBackOff() {
        var queue = nodeAdded(rejected(APod.named("web").cpu("2")), "4", 0.1);
        assertThat(key(queue.pop(at(0.1)))).isEqualTo("default/web");
    }

    @Test
    void afterAnErrorThePodIsTriedAgainButNotBeforeItsBackOffEnds() {
        var queue = empty.add(APod.named("web").build(), at(0))
                .pop(at(0))
                .queue()
                .putBack("default/web", NOBODY, NOBODY, at(0));
        assertThat(queue.places()).isEqualTo(Map.of("default/web", ERROR_BACKOFF));
        assertThat(key(queue.pop(at(1.5)))).isEqualTo("nobody");
        assertThat(queue.nextWakeUp()).contains(at(2));
        assertThat(key(queue.pop(at(2)))).isEqualTo("default/web");
    }

    @Test
    void aPodThatWaitsForItsEventOnlyIsTriedWithoutBackOff() {
        var queue = empty.add(APod.named("web").cpu("2").build(), at(0))
                .pop(at(0))
                .queue()
                .putBack("default/web", FIT, FIT, at(0));
        assertThat(nodeAdded(queue, "4", 0.1).places()).isEqualTo(Map.of("default/web", ACTIVE));
    }

    @Test
    void afterFiveMinutesAPodIsTriedAnyway() {
        var queue = rejected(APod.named("web").cpu("2"));
        assertThat(queue.nextWakeUp()).contains(at(300));
        assertThat(key(queue.pop(at(299)))).isEqualTo("nobody");
        assertThat(key(queue.pop(at(300)))).isEqualTo("default/web");
    }

    @Test
    void whatHappensWhileAPodIsTriedIsNotMissed() {
        var tried =
                empty.add(APod.named("web").cpu("2").build(), at(0)).pop(at(0)).queue();
        var eventful = nodeAdded(tried, "4", 0).putBack("default/web", FIT, NOBODY, at(0));
        assertThat(eventful.places()).isEqualTo(Map.of("default/web", BACKOFF));
        var uneventful = tried.putBack("default/web", FIT, NOBODY, at(0));
        assertThat(uneventful.places()).isEqualTo(Map.of("default/web", UNSCHEDULABLE));
    }

    @Test
    void gatedPodsWaitUntilTheirGatesAreGone() {
        var gated = APod.named("web").spec(spec -> spec.withSchedulingGates(List.of(new SchedulingGate("review"))));
        var queue = empty.add(gated.build(), at(0));
        assertThat(queue.places()).isEqualTo(Map.of("default/web", GATED));
        assertThat(key(queue.pop(at(1000)))).isEqualTo("nobody");
        assertThat(queue.nextWakeUp()).isEmpty();
        assertThat(nodeAdded(queue, "4", 1).places()).isEqualTo(Map.of("default/web", GATED));
        var labelled = queue.add(gated.labels(Map.of("a", "b")).build(), at(1));
        assertThat(labelled.places()).isEqualTo(Map.of("default/web", GATED));
        var opened = queue.add(APod.named("web").build(), at(1));
        assertThat(opened.places()).isEqualTo(Map.of("default/web", ACTIVE));
    }

    @Test
    void aChangeOfThePodItselfMayHelp() {
        var queue = rejected(APod.named("web").cpu("2"));
        assertThat(queue.add(APod.named("web").cpu("2").labels(Map.of("a", "b")).build(), at(5))
                        .places())
                .isEqualTo(Map.of("default/web", UNSCHEDULABLE));
        assertThat(queue.add(APod.named("web").cpu("1").build(), at(5)).places())
                .isEqualTo(Map.of("default/web", ACTIVE));
    }

    @Test
    void aDeletedPodIsForgotten() {
        var queue = rejected(APod.named("web")).delete("default/web");
        assertThat(queue.size()).isZero();
        var tried = empty.add(APod.named("web").build(), at(0)).pop(at(0)).queue();
        assertThat(tried.delete("default/web")
                        .putBack("default/web", FIT, NOBODY, at(1))
                        .size())
                .isZero();
    }

    @Test
    void podsCanBeActivatedByName() {
        var queue = rejected(APod.named("web")).activate(List.of("default/web", "default/unknown"));
        assertThat(queue.places()).isEqualTo(Map.of("default/web", ACTIVE));
    }

    @Test
    void attemptsAreCounted() {
        var again = nodeAdded(rejected(APod.named("web").cpu("2")), "4", 5).pop(at(5));
        assertThat(again.pod().map(QueuedPod::attempts)).contains(2);
    }
}
