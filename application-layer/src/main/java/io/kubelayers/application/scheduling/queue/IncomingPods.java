package io.kubelayers.application.scheduling.queue;

import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.ClusterEvent.Action;
import io.kubelayers.application.scheduling.framework.ClusterEvent.Resource;
import java.util.Comparator;
import java.util.function.ObjLongConsumer;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** How often pods came into each place of a queue, and why. Immutable. Upstream: {@code queue_incoming_pods_total}. */
public final class IncomingPods {
    static final String POD_ADDED = new ClusterEvent(Resource.UNSCHEDULED_POD, Action.ADD).label();
    static final String ATTEMPT_FAILED = "ScheduleAttemptFailure";
    static final String BACKOFF_COMPLETE = "BackoffComplete";
    static final String POPPED_FROM_BACKOFF = "PopFromBackoffQ";
    static final String TIMEOUT = ClusterEvent.UNSCHEDULABLE_TIMEOUT.label();
    static final String FORCED = "ForceActivate";

    static final IncomingPods NONE = new IncomingPods(TreePMap.empty());

    /**
     * A way in.
     *
     * @param queue {@code active}, {@code backoff}, {@code unschedulable} or {@code gated}
     * @param event what brought the pod there, such as {@code NodeAdd}
     */
    public record Way(String queue, String event) implements Comparable<Way> {
        private static final Comparator<Way> ORDER =
                Comparator.comparing(Way::queue).thenComparing(Way::event);

        @Override
        public int compareTo(Way other) {
            return ORDER.compare(this, other);
        }
    }

    private final PSortedMap<Way, Long> counts;

    private IncomingPods(PSortedMap<Way, Long> counts) {
        this.counts = counts;
    }

    IncomingPods plus(QueuePlace place, String event) {
        var way = new Way(label(place), event);
        return new IncomingPods(counts.plus(way, count(way) + 1));
    }

    private long count(Way way) {
        return counts.getOrDefault(way, 0L);
    }

    /** How often pods came that way. */
    public long count(String queue, String event) {
        return count(new Way(queue, event));
    }

    /** Every way with its count. */
    public void forEach(ObjLongConsumer<Way> consumer) {
        counts.forEach((way, count) -> consumer.accept(way, count));
    }

    /** What metrics call the place. */
    static String label(QueuePlace place) {
        return switch (place) {
            case ACTIVE, IN_FLIGHT -> "active";
            case BACKOFF, ERROR_BACKOFF -> "backoff";
            case UNSCHEDULABLE -> "unschedulable";
            case GATED -> "gated";
        };
    }
}
