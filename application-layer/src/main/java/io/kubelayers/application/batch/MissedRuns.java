package io.kubelayers.application.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest scheduled time that has come and was not seen to (pkg/controller/cronjob/utils.go, mostRecentScheduleTime).
 *
 * @param newest that time; null if none has come
 * @param tooMany whether more than a hundred were missed
 */
record MissedRuns(@Nullable Instant newest, boolean tooMany) {
    private static final long MANY = 100;
    private static final MissedRuns NONE = new MissedRuns(null, false);

    /**
     * Looks back.
     *
     * @param withDeadline whether to look back no further than the starting deadline reaches
     */
    static MissedRuns of(CronJob cron, CronSchedule schedule, Instant now, boolean withDeadline) {
        var first = schedule.next(since(cron, now, withDeadline));
        if (first.isEmpty() || now.isBefore(first.get())) {
            return NONE;
        }
        var second = schedule.next(first.get());
        if (second.isEmpty() || now.isBefore(second.get())) {
            return new MissedRuns(first.get(), false);
        }
        long between = Math.max(1, Duration.between(first.get(), second.get()).toSeconds());
        long missed = Duration.between(first.get(), now).toSeconds() / between + 1;
        // irregular schedules may be later than the estimate, never much earlier
        var newest = first.get().plusSeconds((missed - 2) * between);
        Instant last = null;
        for (var next = schedule.next(newest); next.isPresent() && !next.get().isAfter(now); ) {
            last = next.get();
            next = schedule.next(last);
        }
        return new MissedRuns(last, missed > MANY);
    }

    private static Instant since(CronJob cron, Instant now, boolean withDeadline) {
        var created = cron.metadata().creationTimestamp();
        var since = Optional.ofNullable(cron.status().lastScheduleTime()).orElse(created == null ? now : created);
        var seconds = cron.spec().startingDeadlineSeconds();
        if (withDeadline && seconds != null) {
            var deadline = now.minusSeconds(seconds);
            return deadline.isAfter(since) ? deadline : since;
        }
        return since;
    }
}
