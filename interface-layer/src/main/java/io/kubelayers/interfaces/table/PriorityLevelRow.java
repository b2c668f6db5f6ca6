package io.kubelayers.interfaces.table;

import io.kubelayers.governance.flowcontrol.PriorityLevelConfiguration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A priority level: its share of the server, and its queues. */
final class PriorityLevelRow implements RowPrinter<PriorityLevelConfiguration> {
    @Override
    public List<@Nullable Object> cells(PriorityLevelConfiguration level, Instant now) {
        var limited = level.spec().limited();
        var exempt = level.spec().exempt();
        var queuing = limited == null ? null : limited.limitResponse().queuing();
        Integer shares = null;
        if (limited != null) {
            shares = limited.nominalConcurrencyShares();
        } else if (exempt != null) {
            shares = exempt.nominalConcurrencyShares();
        }
        return Cells.row(
                Cells.name(level),
                level.spec().type(),
                shares == null ? Cells.NONE : shares,
                queuing == null ? Cells.NONE : (Object) queuing.queues(),
                queuing == null ? Cells.NONE : (Object) queuing.handSize(),
                queuing == null ? Cells.NONE : (Object) queuing.queueLengthLimit(),
                Cells.age(level, now));
    }
}
