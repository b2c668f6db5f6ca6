package io.kubelayers.application.scheduling.queue;

import io.kubelayers.application.scheduling.framework.QueueSortPlugin;
import java.time.Instant;
import java.util.Comparator;

/**
 * The orders in which pods leave the places of a queue.
 *
 * @param byTurn the profile's, then arrival
 * @param byBackoffEnd whose back-off ends first, then by turn
 * @param byAge who has been there longest
 */
record QueueOrder(Comparator<QueueItem> byTurn, Comparator<QueueItem> byBackoffEnd, Comparator<QueueItem> byAge) {
    static QueueOrder of(QueueSortPlugin sort) {
        Comparator<QueueItem> byTurn = (first, second) -> {
            var mine = first.view();
            var theirs = second.view();
            return sort.less(mine, theirs)
                    ? -1
                    : sort.less(theirs, mine) ? 1 : Long.compare(first.sequence(), second.sequence());
        };
        return new QueueOrder(
                byTurn,
                Comparator.<QueueItem, Instant>comparing(QueueItem::backoffEnd).thenComparing(byTurn),
                Comparator.<QueueItem, Instant>comparing(QueueItem::timestamp).thenComparing(QueueItem::sequence));
    }
}
