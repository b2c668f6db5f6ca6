package io.kubelayers.nucleus.toolbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What a shell runs without waiting for it. */
final class ShellJobs {
    private static final int FIRST_ID = 8;

    private final List<Job> jobs = new ArrayList<>();
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
            var woken = waiting;
            if (woken != null) {
                waiting = null;
                woken.run();
            }
        }
    }

    Job start() {
        var job = new Job(Integer.toString(FIRST_ID + jobs.size()));
        jobs.add(job);
        return job;
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
