package io.kubelayers.interfaces.table;

import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.nucleus.selector.LabelSelectors;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A replica set: replicas wanted, there, and ready. */
final class ReplicaSetRow implements RowPrinter<ReplicaSet> {
    @Override
    public List<@Nullable Object> cells(ReplicaSet set, Instant now) {
        var containers = set.spec().template().spec().containers();
        return Cells.row(
                Cells.name(set),
                Cells.number(set.spec().replicas(), 1),
                set.status().replicas(),
                set.status().readyReplicas(),
                Cells.age(set, now),
                Cells.containers(containers),
                Cells.images(containers),
                LabelSelectors.format(set.spec().selector()));
    }
}
