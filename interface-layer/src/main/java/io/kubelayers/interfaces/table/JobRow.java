package io.kubelayers.interfaces.table;

import io.kubelayers.application.batch.Job;
import io.kubelayers.nucleus.selector.LabelSelectors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job: what it is at, how many pods succeeded of those needed, and how long it took or has been running. */
final class JobRow implements RowPrinter<Job> {
    @Override
    public List<@Nullable Object> cells(Job job, Instant now) {
        var containers = job.spec().template().spec().containers();
        return Cells.row(
                Cells.name(job),
                status(job),
                completions(job),
                duration(job, now),
                Cells.age(job, now),
                Cells.containers(containers),
                Cells.images(containers),
                LabelSelectors.format(job.spec().selector()));
    }

    private static String status(Job job) {
        if (has(job, "Complete")) {
            return "Complete";
        }
        if (has(job, "Failed")) {
            return "Failed";
        }
        if (job.metadata().deletionTimestamp() != null) {
            return "Terminating";
        }
        if (has(job, "Suspended")) {
            return "Suspended";
        }
        return has(job, "FailureTarget") ? "FailureTarget" : "Running";
    }

    private static boolean has(Job job, String type) {
        for (var condition : job.status().conditions()) {
            if (condition.type().equals(type)) {
                return condition.status().equals("True");
            }
        }
        return false;
    }

    private static String completions(Job job) {
        int succeeded = job.status().succeeded();
        var wanted = job.spec().completions();
        if (wanted != null) {
            return succeeded + "/" + wanted;
        }
        int parallelism = Cells.number(job.spec().parallelism(), 0);
        return parallelism > 1 ? succeeded + "/1 of " + parallelism : succeeded + "/1";
    }

    private static String duration(Job job, Instant now) {
        var start = job.status().startTime();
        var end = job.status().completionTime();
        return start == null ? "" : Ages.of(Duration.between(start, end == null ? now : end));
    }
}
