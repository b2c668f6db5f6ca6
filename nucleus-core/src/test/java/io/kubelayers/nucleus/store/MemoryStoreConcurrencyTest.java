package io.kubelayers.nucleus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Laws of the store under several threads. */
class MemoryStoreConcurrencyTest {
    private static final int THREADS = 3;
    private static final int CALLS = 4;
    private static final int ROUNDS = 3000;
    private static final Prefix ALL = Prefix.all(StoreContract.RESOURCE);

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** One thread's part in a story: random calls, whose conditions rest on what it saw last. */
    private static final class Actor {
        private final Random random;
        private final Store store;
        private final CallHistory history;
        private final long[] seen = {1, 1};

        Actor(long seed, Store store, CallHistory history) {
            this.random = new Random(seed);
            this.store = store;
            this.history = history;
        }

        void act() {
            int number = random.nextInt(2);
            Key key = StoreContract.key("default", "n" + number);
            long expected = seen[number];
            switch (random.nextInt(7)) {
                case 0, 1 -> write(
                        number, "create " + number, some -> some.create(key, StoreContract.configMap(key, "new")));
                case 2, 3 -> write(
                        number,
                        "update " + number + "@" + expected,
                        some -> some.update(key, StoreContract.configMap(key, "old"), expected));
                case 4 -> write(number, "delete " + number + "@" + expected, some -> some.delete(key, expected)
                        .current());
                case 5 -> history.call("list", store, some -> {
                    Page page = some.list(ALL, ListAt.now());
                    return page.items() + " at " + page.revision();
                });
                default -> history.call("watch", store, some -> StoreContract.drain(some.watch(ALL, 0))
                        .toString());
            }
        }

        private void write(int number, String name, Function<Store, Stored> write) {
            String answer = history.call(name, store, some -> {
                try {
                    return write.apply(some).toString();
                } catch (RevisionConflictException conflict) {
                    return "conflict@" + conflict.actual();
                } catch (KeyExistsException | KeyMissingException refusal) {
                    return refusal.getMessage();
                }
            });
            int revision = answer.lastIndexOf('@');
            if (revision >= 0) {
                seen[number] = Long.parseLong(answer.substring(revision + 1));
            }
        }
    }

    @Test
    void someOrderOfTheCallsExplainsAllTheAnswers() throws InterruptedException, ExecutionException {
        for (int round = 0; round < ROUNDS; round++) {
            CallHistory history = new CallHistory();
            play(round, MemoryStore.empty(), history);

            assertThat(history.explanation(new NaiveStore(List.of())))
                    .as("round %d%n%s", round, history)
                    .isPresent();
        }
    }

    private void play(long round, Store store, CallHistory history) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<?>> actors = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Actor actor = new Actor(round * THREADS + thread, store, history);
            actors.add(threads.submit(() -> {
                await(start);
                for (int call = 0; call < CALLS; call++) {
                    actor.act();
                }
            }));
        }
        for (Future<?> actor : actors) {
            actor.get();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void aReaderThatWaitsToBeWokenMissesNothing() throws InterruptedException, ExecutionException {
        int writes = 20_000;
        MemoryStore store = MemoryStore.empty().retaining(4 * writes);
        Semaphore awake = new Semaphore(0);
        WatchCursor watch = store.watch(ALL, 1);
        watch.onEvents(awake::release);
        Future<?> one = threads.submit(() -> createMany(store, "one", writes));
        Future<?> two = threads.submit(() -> createMany(store, "two", writes));

        List<Long> revisions = new ArrayList<>();
        while (revisions.size() < 2 * writes) {
            assertThat(awake.tryAcquire(60, TimeUnit.SECONDS))
                    .as("woken after %d events", revisions.size())
                    .isTrue();
            StoreContract.drain(watch).forEach(event -> revisions.add(event.revision()));
        }
        one.get();
        two.get();

        for (int i = 0; i < revisions.size(); i++) {
            assertThat(revisions.get(i)).isEqualTo(i + 2L);
        }
    }

    private static void createMany(Store store, String namespace, int number) {
        for (int i = 0; i < number; i++) {
            Key key = StoreContract.key(namespace, "n" + i);
            store.create(key, StoreContract.configMap(key, "x"));
        }
    }

    @Test
    void aSnapshotIsOfOneRevisionWhateverIsWritten() throws InterruptedException, ExecutionException {
        MemoryStore store = MemoryStore.indexedBy(List.of(StoreContract.BY_MODE));
        Future<?> writer = threads.submit(() -> createMany(store, "default", 20_000));
        int checked = 0;
        while (!writer.isDone() || checked == 0) {
            View view = store.snapshot();
            long objects = view.revision() - 1;
            assertThat((long) view.list(ALL).size()).isEqualTo(objects);
            assertThat((long) view.byIndex("configmaps-by-mode", "x").size()).isEqualTo(objects);
            checked++;
        }
        writer.get();
    }
}
