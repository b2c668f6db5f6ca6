package io.kubelayers.interfaces.table;

import io.kubelayers.application.workloads.DaemonSet;
import io.kubelayers.nucleus.selector.LabelSelectors;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A daemon set: on how many nodes it should run, runs, is ready, is of the newest template, and is available. */
final class DaemonSetRow implements RowPrinter<DaemonSet> {
    @Override
    public List<@Nullable Object> cells(DaemonSet set, Instant now) {
        var status = set.status();
        var pod = set.spec().template().spec();
        return Cells.row(
                Cells.name(set),
                status.desiredNumberScheduled(),
                status.currentNumberScheduled(),
                status.numberReady(),
                status.updatedNumberScheduled(),
                status.numberAvailable(),
                Cells.labels(pod.nodeSelector()),
                Cells.age(set, now),
                Cells.containers(pod.containers()),
                Cells.images(pod.containers()),
                LabelSelectors.format(set.spec().selector()));
    }
}
