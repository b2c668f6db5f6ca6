package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.value.Absent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the controller remembers of one autoscaler between two looks at it: its own past recommendations, for
 * stabilization, and how much it scaled when, for the rate limits. Upstream loses it at a restart of the controller; here
 * it is a value, so a fork of a cluster carries it.
 *
 * @param recommendations what the metrics alone asked for, unstabilized, oldest first except where a slot was reused
 * @param scaleUps replicas added, only kept for autoscalers with a behavior
 * @param scaleDowns replicas removed, likewise
 */
public record HpaHistory(List<Recommendation> recommendations, List<ScaleEvent> scaleUps, List<ScaleEvent> scaleDowns) {
    /** Nothing seen yet. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final HpaHistory EMPTY = new HpaHistory(List.of(), List.of(), List.of());

    public HpaHistory {
        recommendations = Absent.list(recommendations);
        scaleUps = Absent.list(scaleUps);
        scaleDowns = Absent.list(scaleDowns);
    }

    /**
     * One past recommendation.
     *
     * @param replicas the count the metrics asked for
     * @param at when
     */
    public record Recommendation(int replicas, Instant at) {}

    /**
     * One past change of the replica count.
     *
     * @param change replicas added or removed, positive
     * @param at when
     * @param outdated no policy looked back this far when the last change was made, so its slot may be reused
     */
    public record ScaleEvent(int change, Instant at, boolean outdated) {}

    /** With the replicas found at the first look as first recommendation; unchanged if there is one already. */
    HpaHistory startingFrom(int replicas, Instant now) {
        return recommendations.isEmpty()
                ? new HpaHistory(List.of(new Recommendation(replicas, now)), scaleUps, scaleDowns)
                : this;
    }

    /** With one more recommendation, in the slot of the last one that is older than {@code keepSince} if there is any. */
    HpaHistory recommending(int replicas, Instant now, Instant keepSince) {
        int slot = -1;
        for (int i = 0; i < recommendations.size(); i++) {
            if (recommendations.get(i).at().isBefore(keepSince)) {
                slot = i;
            }
        }
        return new HpaHistory(put(recommendations, slot, new Recommendation(replicas, now)), scaleUps, scaleDowns);
    }

    /**
     * With the change from one count to another, in the slot of an outdated event if there is any.
     *
     * @param longestPeriodSeconds how far back the policies of this direction look
     */
    HpaHistory scaled(int from, int to, int longestPeriodSeconds, Instant now) {
        var keepSince = now.minusSeconds(longestPeriodSeconds);
        return to > from
                ? new HpaHistory(recommendations, add(scaleUps, to - from, keepSince, now), scaleDowns)
                : new HpaHistory(recommendations, scaleUps, add(scaleDowns, from - to, keepSince, now));
    }

    private static List<ScaleEvent> add(List<ScaleEvent> events, int change, Instant keepSince, Instant now) {
        var marked = new ArrayList<ScaleEvent>(events.size());
        int slot = -1;
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            var outdated = event.outdated() || event.at().isBefore(keepSince);
            marked.add(new ScaleEvent(event.change(), event.at(), outdated));
            if (outdated) {
                slot = i;
            }
        }
        return put(marked, slot, new ScaleEvent(change, now, false));
    }

    private static <T> List<T> put(List<T> list, int slot, T item) {
        var copy = new ArrayList<>(list);
        if (slot < 0) {
            copy.add(item);
        } else {
            copy.set(slot, item);
        }
        return copy;
    }

    /** Replicas changed by the events of the last so many seconds. */
    static int changeWithin(int periodSeconds, List<ScaleEvent> events, Instant now) {
        var cutoff = now.minusSeconds(periodSeconds);
        int change = 0;
        for (var event : events) {
            if (event.at().isAfter(cutoff)) {
                change += event.change();
            }
        }
        return change;
    }
}
