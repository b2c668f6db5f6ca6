package io.kubelayers.application.scheduling.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.QueueSortPlugin;
import io.kubelayers.application.scheduling.framework.QueuedPod;
import io.kubelayers.application.scheduling.plugins.PrioritySort;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No pod is lost or doubled, whatever happens, and time always brings every pod its turn. */
class SchedulingQueueLawsTest {
    /** Something that happens to the queue. */
    record Step(Kind kind, int pod, int seconds) {
        enum Kind {
            ADD,
            DELETE,
            POP,
            REJECT,
            FAIL,
            EVENT
        }
    }

    private static final ClusterEvent EVENT = new ClusterEvent(ClusterEvent.Resource.NODE, ClusterEvent.Action.ADD);

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyPodIsInOnePlaceAndGetsItsTurn(@ForAll("steps") List<Step> steps) {
        check(steps, new PrioritySort());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void alsoWhereTheOrderContradictsItself(@ForAll("steps") List<Step> steps, @ForAll long seed) {
        check(steps, new AnyOrder(new Random(seed)));
    }

    private record AnyOrder(Random random) implements QueueSortPlugin {
        @Override
        public String name() {
            return "AnyOrder";
        }

        @Override
        public boolean less(QueuedPod first, QueuedPod second) {
            return random.nextBoolean();
        }
    }

    private static void check(List<Step> steps, QueueSortPlugin sort) {
        var queue = SchedulingQueue.of(Map.of("default-scheduler", QueueRules.sortedBy(sort)), QueueTimes.standard());
        var present = new TreeSet<String>();
        var inFlight = new TreeSet<String>();
        var now = Instant.EPOCH;
        for (var step : steps) {
            now = now.plusSeconds(step.seconds());
            var key = "default/p" + step.pod();
            switch (step.kind()) {
                case ADD -> {
                    queue = queue.add(
                            APod.named("p" + step.pod())
                                    .priority(step.pod() % 3)
                                    .build(),
                            now);
                    present.add(key);
                }
                case DELETE -> {
                    queue = queue.delete(key);
                    present.remove(key);
                    inFlight.remove(key);
                }
                case POP -> {
                    var popped = queue.pop(now);
                    queue = popped.queue();
                    popped.pod()
                            .ifPresent(pod -> assertThat(inFlight.add(pod.pod().key()))
                                    .as("nobody is tried twice at once")
                                    .isTrue());
                }
                case REJECT -> {
                    queue = queue.putBack(key, Set.of("Fit"), Set.of(), now);
                    inFlight.remove(key);
                }
                case FAIL -> {
                    queue = queue.putBack(key, Set.of(), Set.of(), now);
                    inFlight.remove(key);
                }
                case EVENT -> queue = queue.move(EVENT, null, null, now);
            }
            assertThat(queue.places().keySet()).isEqualTo(present);
        }
        var waiting = new TreeSet<>(present);
        waiting.removeAll(inFlight);
        now = now.plusSeconds(400);
        for (var popped = queue.pop(now);
                popped.pod().isPresent();
                popped = popped.queue().pop(now)) {
            waiting.remove(popped.pod().get().pod().key());
        }
        assertThat(waiting).as("pods that never get their turn").isEmpty();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Step.Kind.class),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 30))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }
}
