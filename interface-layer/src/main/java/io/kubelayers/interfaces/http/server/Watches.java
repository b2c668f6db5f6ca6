package io.kubelayers.interfaces.http.server;

import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that serves the watches that have been woken.
 *
 * <p>It goes round all that are awake and then rests a little while, so that a busy store costs each watch one write for the
 * events of a few milliseconds, not one for each. The more watches it served, the longer it rests: so many writes are worth
 * more events each, and there are cores left for those who read them. What comes after a silence is sent at once.
 */
final class Watches implements AutoCloseable {
    private static final long SHORTEST_REST = 4_000_000;
    private static final long LONGEST_REST = 20_000_000;

    /** About what a write costs: the thread rests for half of a long round's time and longer. */
    private static final long REST_FOR_A_WATCH = 16_000;

    private final Queue<WatchWriter> awake = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::serve, "kubelayers-watches");
    private final SharedBatch batch = new SharedBatch();
    private volatile boolean idle;
    private volatile boolean closed;

    static Watches start() {
        var watches = new Watches();
        watches.thread.setDaemon(true);
        watches.thread.start();
        return watches;
    }

    /** Has a watch looked at soon. Called on writers' threads. */
    void wake(WatchWriter watch) {
        awake.add(watch);
        if (idle) {
            LockSupport.unpark(thread);
        }
    }

    /** What was sent last, for those who are to be sent the same. */
    SharedBatch batch() {
        return batch;
    }

    private void serve() {
        var round = new ArrayList<WatchWriter>();
        while (!closed) {
            for (var watch = awake.poll(); watch != null; watch = awake.poll()) {
                round.add(watch);
            }
            if (round.isEmpty()) {
                sleep();
                continue;
            }
            // who is woken meanwhile waits for the next round
            round.forEach(WatchWriter::look);
            long rest = rest(round.size());
            round.clear();
            LockSupport.parkNanos(rest);
        }
    }

    private static long rest(int served) {
        return Math.min(LONGEST_REST, Math.max(SHORTEST_REST, served * REST_FOR_A_WATCH));
    }

    private void sleep() {
        batch.forget();
        idle = true;
        if (awake.isEmpty() && !closed) {
            LockSupport.park(this);
        }
        idle = false;
    }

    /** Serves no watch any more. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
