package io.kubelayers.interfaces.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** As many at once as there are turns, all in the end, and nobody waits for one who does not go on. */
@Timeout(60)
class TurnsTest {
    private final List<String> done = new ArrayList<>();
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final Queue<Runnable> looks = new ArrayDeque<>();
    private final Turns turns = new Turns(1, threads::add, looks::add);

    @Test
    void whoHasATurnWorksOnItsOwnThread() {
        turns.take(() -> done.add("first"));
        turns.take(() -> done.add("second"));
        assertThat(done).containsExactly("first", "second");
        assertThat(threads).isEmpty();
        assertThat(looks).isEmpty();
    }

    @Test
    void othersFollowInTheOrderInWhichTheyCame() {
        turns.take(() -> {
            turns.take(() -> done.add("second"));
            turns.take(() -> done.add("third"));
            done.add("first");
        });
        assertThat(done).containsExactly("first", "second", "third");
    }

    @Test
    void aTurnThatDoesNotEndHoldsNobodyUp() {
        turns.take(() -> {
            turns.take(() -> done.add("second"));
            turns.take(() -> done.add("third"));
            looks.remove().run();
            threads.remove().run();
            done.add("first");
        });
        assertThat(done).containsExactly("second", "third", "first");
    }

    @Test
    void thereAreTwiceAsManyEachTimeNoneHasEnded() {
        turns.take(() -> {
            for (int i = 0; i < 10; i++) {
                turns.take(() -> done.add("another"));
            }
            looks.remove().run();
            assertThat(threads).as("two in all").hasSize(1);
            looks.remove().run();
            assertThat(threads).as("four").hasSize(3);
            looks.remove().run();
            assertThat(threads).as("eight").hasSize(7);
        });
    }

    @Test
    void thereAreAsFewAsBeforeOnceTheyEndQuickly() {
        turns.take(() -> {
            turns.take(() -> done.add("second"));
            looks.remove().run();
            threads.remove().run();
        });
        looks.remove().run();
        assertThat(looks).as("nothing to look after").isEmpty();
        turns.take(() -> {
            turns.take(() -> done.add("fourth"));
            done.add("third");
        });
        assertThat(done).containsExactly("second", "third", "fourth");
    }

    @Test
    void manyThreadsNeverHaveMoreTurnsThanThereAre() throws InterruptedException {
        int works = 2000;
        var few = new Turns(2, Runnable::run, look -> {});
        var working = new AtomicInteger();
        var most = new AtomicInteger();
        var left = new CountDownLatch(works);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (int i = 0; i < works; i++) {
                pool.execute(() -> few.take(() -> {
                    most.accumulateAndGet(working.incrementAndGet(), Math::max);
                    working.decrementAndGet();
                    left.countDown();
                }));
            }
            assertThat(left.await(50, TimeUnit.SECONDS)).as("all are done").isTrue();
        } finally {
            pool.shutdownNow();
        }
        assertThat(most.get()).isBetween(1, 2);
    }
}
