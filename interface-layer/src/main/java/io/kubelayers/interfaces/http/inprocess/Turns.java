package io.kubelayers.interfaces.http.inprocess;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work that many threads ask for and one at a time does. Whoever wakes only counts; the one that finds nobody counted before
 * hands the work to the executor, which repeats it until nobody has counted meanwhile. So nothing is missed, and nobody
 * waits.
 */
public final class Turns {
    private final Executor executor;
    private final Runnable work;
    private final Runnable refused;
    private final AtomicInteger asked = new AtomicInteger();
    private CompletableFuture<Void> alarm = new CompletableFuture<>();

    /**
     * Work to be done in turns.
     *
     * @param refused is done once, on the thread that wakes, if the executor takes no more work
     */
    public Turns(Executor executor, Runnable work, Runnable refused) {
        this.executor = executor;
        this.work = work;
        this.refused = refused;
    }

    /** Sees to it that the work is done once more. */
    public void wake() {
        if (asked.getAndIncrement() != 0) {
            return;
        }
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException closed) {
            // the count stays above zero: nobody else takes a turn any more
            refused.run();
        }
    }

    private void run() {
        int seen = asked.get();
        do {
            work.run();
            seen = asked.addAndGet(-seen);
        } while (seen != 0);
    }

    /** Sees to it that the work is done once more after a while; replaces what was to come before. */
    public void wakeIn(long millis) {
        var next = new CompletableFuture<Void>();
        replaced(next).cancel(false);
        next.thenRun(this::wake);
        next.completeOnTimeout(null, millis, TimeUnit.MILLISECONDS);
    }

    private synchronized CompletableFuture<Void> replaced(CompletableFuture<Void> next) {
        var before = alarm;
        alarm = next;
        return before;
    }

    /** Forgets what was to come after a while. */
    public synchronized void stop() {
        alarm.cancel(false);
    }
}
