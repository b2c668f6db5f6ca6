package io.kubelayers.nucleus.toolbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What a shell runs without waiting for it. */
final class ShellJobs {
    private static final int FIRST_ID = 8;

    /** How many there may be, and of how many that are over the outcome is known. */
    private static final int MOST = 1000;

    private final List<Job> jobs = new ArrayList<>();
    private int started;
    private int running;
    private @Nullable Runnable waiting;

    /** One of them. */
    final class Job {
        private final String id;
        private IntConsumer kill = code -> {};
        private boolean over;
        private int code;

        private Job(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }

        void runs(IntConsumer end) {
            kill = end;
        }

        void ended(int how) {
            over = true;
            code = how;
            running--;
            var woken = waiting;
            if (woken != null) {
                waiting = null;
                woken.run();
            }
        }
    }

    /** Another; empty if there are too many. */
    Optional<Job> start() {
        if (running == MOST) {
            return Optional.empty();
        }
        if (jobs.size() == 2 * MOST) {
            jobs.removeIf(job -> job.over);
        }
        var job = new Job(Integer.toString(FIRST_ID + started));
        started++;
        running++;
        jobs.add(job);
        return Optional.of(job);
    }

    /** Goes on when one has ended, or all if none is named; with its outcome, 127 if there is none of that name. */
    void await(@Nullable String id, IntConsumer then) {
        int code = id == null ? 0 : Toolbox.NOT_FOUND;
        for (var job : jobs) {
            if (id == null || job.id.equals(id)) {
                if (!job.over) {
                    waiting = () -> await(id, then);
                    return;
                }
                code = id == null ? 0 : job.code;
            }
        }
        then.accept(code);
    }

    /** Ends one, if it is there and was not only to be asked after. */
    boolean signal(String id, int signal) {
        for (var job : jobs) {
            if (job.id.equals(id) && !job.over) {
                if (signal > 0) {
                    job.kill.accept(128 + signal);
                }
                return true;
            }
        }
        return false;
    }
}
