package io.kubelayers.interfaces.table;

import io.kubelayers.application.batch.CronJob;
import io.kubelayers.nucleus.selector.LabelSelectors;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cron job: its schedule, how many of its jobs run, and when it last started one. */
final class CronJobRow implements RowPrinter<CronJob> {
    @Override
    public List<@Nullable Object> cells(CronJob cron, Instant now) {
        var spec = cron.spec();
        var job = spec.jobTemplate().spec();
        var containers = job.template().spec().containers();
        var last = cron.status().lastScheduleTime();
        return Cells.row(
                Cells.name(cron),
                spec.schedule(),
                Cells.text(spec.timeZone(), Cells.NONE),
                suspended(spec.suspend()),
                cron.status().active().size(),
                last == null ? Cells.NONE : Ages.since(last, now),
                Cells.age(cron, now),
                Cells.containers(containers),
                Cells.images(containers),
                LabelSelectors.format(job.selector()));
    }

    private static String suspended(@Nullable Boolean suspend) {
        return suspend == null ? Cells.UNSET : suspend ? "True" : "False";
    }
}
