package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.program.Invocation;
import java.time.Duration;
import java.time.Instant;

/**
 * How deep and how far a shell has got. What works for long without waiting gives way for a moment, so that time passes for
 * everybody else; what calls itself without end is stopped at the same depth wherever it runs.
 */
final class ShellPace {
    private static final int MOST_DEPTH = 120;

    /** What a step counts as, beside the bytes that commands go through. */
    private static final long STEP = 1024;

    private static final long AT_ONCE = 8192 * STEP;
    private static final Duration MOMENT = Duration.ofMillis(10);

    private final Invocation process;
    private int depth;
    private Instant since;
    private long begun;

    ShellPace(Invocation process, int depth) {
        this.process = process;
        this.depth = depth;
        this.since = process.now();
        this.begun = process.work(0);
    }

    int depth() {
        return depth;
    }

    boolean isTooDeep() {
        return depth >= MOST_DEPTH;
    }

    /** Does a step, at once or a moment later. */
    void step(Runnable action) {
        long worked = process.work(STEP);
        var now = process.now();
        if (!now.equals(since)) {
            since = now;
            begun = worked;
        }
        if (worked - begun <= AT_ONCE) {
            action.run();
        } else {
            process.after(MOMENT, action);
        }
    }

    /** What is done until this is run is one deeper. */
    Runnable deeper(Runnable then) {
        depth++;
        return () -> {
            depth--;
            then.run();
        };
    }
}
