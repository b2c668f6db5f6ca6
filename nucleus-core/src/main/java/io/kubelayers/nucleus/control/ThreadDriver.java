package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.store.Store;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs each controller on a thread of its own, in real time. */
public final class ThreadDriver implements Driver {
    private final List<Worker> workers = new ArrayList<>();

    private ThreadDriver() {}

    /**
     * Starts a thread a controller.
     *
     * @param threads makes the threads
     */
    public static ThreadDriver start(
            List<Controller> controllers,
            Function<Controller, ControllerContext> contexts,
            Store store,
            Supplier<TypeRegistry> types,
            InstantSource clock,
            ThreadFactory threads) {
        var driver = new ThreadDriver();
        for (var controller : controllers) {
            var running = RunningController.start(controller, contexts.apply(controller), store, types);
            driver.workers.add(new Worker(running, clock, threads));
        }
        driver.workers.forEach(Worker::start);
        return driver;
    }

    /** Stops all threads and waits for the reconciliations under way. */
    @Override
    public void close() {
        workers.forEach(Worker::stop);
        workers.forEach(Worker::join);
    }

    private static final class Worker implements Runnable {
        private static final Duration IDLE = Duration.ofSeconds(1);

        private final RunningController controller;
        private final InstantSource clock;
        private final Thread thread;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private boolean signalled;
        private boolean stopped;

        Worker(RunningController controller, InstantSource clock, ThreadFactory threads) {
            this.controller = controller;
            this.clock = clock;
            this.thread = threads.newThread(this);
            thread.setName("kubelayers-" + controller.name());
        }

        void start() {
            controller.onEvents(this::wake);
            thread.start();
        }

        private void wake() {
            lock.lock();
            try {
                signalled = true;
                changed.signal();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void run() {
            while (!isStopped()) {
                controller.pump();
                controller.listen();
                controller.queue().release(clock.instant());
                var request = controller.queue().poll(0);
                if (request != null) {
                    handle(request);
                } else {
                    await();
                }
            }
        }

        /** A controller must outlive its own mistakes: whatever goes wrong, the request is tried again later. */
        private void handle(Request request) {
            try {
                controller.reconcile(request, clock.instant());
            } catch (RuntimeException bug) {
                controller.failed(request, clock.instant());
                System.getLogger("io.kubelayers.control")
                        .log(System.Logger.Level.ERROR, controller.name() + " failed on " + request, bug);
            }
        }

        private void await() {
            lock.lock();
            try {
                if (!signalled && !stopped) {
                    changed.await(waitMillis(), TimeUnit.MILLISECONDS);
                }
                signalled = false;
            } catch (InterruptedException stop) {
                stopped = true;
            } finally {
                lock.unlock();
            }
        }

        private long waitMillis() {
            var now = clock.instant();
            long wait = IDLE.toMillis();
            for (var due :
                    List.of(controller.queue().nextLater(), controller.queue().nextRetry())) {
                if (due.isPresent()) {
                    wait = Math.min(wait, Math.max(1, millisUntil(now, due.get())));
                }
            }
            return wait;
        }

        private static long millisUntil(Instant now, Instant due) {
            return Duration.between(now, due).toMillis();
        }

        private boolean isStopped() {
            lock.lock();
            try {
                return stopped;
            } finally {
                lock.unlock();
            }
        }

        void stop() {
            lock.lock();
            try {
                stopped = true;
                changed.signal();
            } finally {
                lock.unlock();
            }
        }

        void join() {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
