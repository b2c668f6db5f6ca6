package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.queue.IncomingPods;
import io.kubelayers.application.scheduling.queue.SchedulingQueue;
import java.util.SortedMap;

/**
 * What a running scheduler knows, counted.
 *
 * @param pending pods that wait: {@code active}, {@code backoff}, {@code unschedulable}, {@code gated}
 * @param incoming how often pods came into these since the scheduler began, and why
 * @param unschedulable pods that wait for something, by the plugins that rejected them
 * @param nodes nodes it knows
 * @param pods pods it knows, waiting ones included
 * @param assumedPods those it gave a node that has not been seen with them yet
 */
public record SchedulerCensus(
        SortedMap<String, Integer> pending,
        IncomingPods incoming,
        SortedMap<SchedulingQueue.Rejection, Integer> unschedulable,
        int nodes,
        int pods,
        int assumedPods) {
    static SchedulerCensus of(SchedulerState state) {
        var queue = state.queue();
        int placed = 0;
        for (var node : state.snapshot().nodes()) {
            placed += node.podCount();
        }
        return new SchedulerCensus(
                queue.pending(),
                queue.incoming(),
                queue.rejections(),
                state.snapshot().size(),
                placed + queue.size(),
                state.assumed().size());
    }
}
