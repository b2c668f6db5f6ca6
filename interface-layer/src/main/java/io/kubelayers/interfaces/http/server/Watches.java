package io.kubelayers.interfaces.http.server;

import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that serves the watches that have been woken.
 *
 * <p>It goes round all that are awake and then rests a little while, so that a busy store costs each watch one write for the
 * events of a few milliseconds, not one for each. What comes after a silence is sent at once.
 */
final class Watches implements AutoCloseable {
    private static final long REST_NANOS = 4_000_000;

    private final Queue<WatchWriter> awake = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::serve, "kubelayers-watches");
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
            round.clear();
            LockSupport.parkNanos(REST_NANOS);
        }
    }

    private void sleep() {
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
