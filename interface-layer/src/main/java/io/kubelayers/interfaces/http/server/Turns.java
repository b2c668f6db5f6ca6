package io.kubelayers.interfaces.http.server;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/**
 * Has as many requests worked on at once as there are processors; the others wait for their turn without a thread, in the
 * order in which they came.
 *
 * <p>A request is computed from memory and waits for nothing, so more threads than processors would not answer one request
 * sooner. They would only take turns on the processors with each other, and with the JVM's compiler, whose one thread would
 * then be one among many: a server that is asked by sixteen clients at once stays slow for minutes instead of seconds.
 *
 * <p>What somebody has plugged in may wait all the same, and some lists are long. So if for a little while no turn ends
 * though somebody waits for one, there are twice as many from then on; and half as many again once they end quickly.
 */
final class Turns {
    private static final long PATIENCE_MILLIS = 20;
    private static final int MOST = 128;

    private final int least;
    private final Executor threads;
    private final Consumer<Runnable> later;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int most;
    private int taken;
    private long ended;
    private boolean observed;

    /**
     * @param least turns at once, as long as they end soon
     * @param threads where turns are given that nobody has ended
     * @param later runs something when there has been time enough for a turn to end
     */
    Turns(int least, Executor threads, Consumer<Runnable> later) {
        this.least = least;
        this.most = least;
        this.threads = threads;
        this.later = later;
    }

    /** As many as this machine has processors, on the threads of a server. */
    static Turns of(Server jetty) {
        return new Turns(Runtime.getRuntime().availableProcessors(), jetty.getThreadPool(), look -> jetty.getScheduler()
                .schedule(look, PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** Does the work, which must not throw: now and on this thread if there is a turn, or else when one has ended. */
    void take(Runnable work) {
        synchronized (this) {
            if (taken >= most) {
                waiting.add(work);
                observe();
                return;
            }
            taken++;
        }
        serve(work);
    }

    private void serve(Runnable first) {
        for (var work = first; work != null; work = next()) {
            work.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        ended++;
        var next = taken > most ? null : waiting.poll();
        if (next == null) {
            taken--;
        }
        return next;
    }

    private void observe() {
        if (!observed) {
            observed = true;
            long before = ended;
            later.accept(() -> look(before));
        }
    }

    private synchronized void look(long before) {
        observed = false;
        long since = ended - before;
        if (since == 0) {
            most = Math.min(MOST, most * 2);
        } else if (since >= most || waiting.isEmpty()) {
            most = Math.max(least, most / 2);
        }
        while (taken < most && !waiting.isEmpty()) {
            var longest = waiting.remove();
            taken++;
            threads.execute(() -> serve(longest));
        }
        if (!waiting.isEmpty() || most > least) {
            observe();
        }
    }
}
