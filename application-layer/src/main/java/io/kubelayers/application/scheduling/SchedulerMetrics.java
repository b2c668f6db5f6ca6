package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import io.kubelayers.application.scheduling.framework.Status;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Is told what the scheduler of a cluster does, to count it. Higher layers implement it and answer it to this one (see {@link
 * io.kubelayers.nucleus.control.Answers}); without an answer nothing is measured. Times are those of the cluster's clock.
 * Upstream: {@code scheduler/metrics/metrics.go}.
 */
public interface SchedulerMetrics {
    /** Counts nothing. */
    SchedulerMetrics NONE = new SchedulerMetrics() {};

    /** What came of an attempt to schedule a pod. */
    enum Result {
        SCHEDULED,
        UNSCHEDULABLE,
        ERROR;

        /** As label of metrics: {@code scheduled}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An attempt has ended; if it found a node, with the binding. */
    default void attempted(String profile, Result result, Duration took) {}

    /** A node was looked for, without binding. */
    default void decided(Duration took) {}

    /**
     * A pod was bound.
     *
     * @param attempts how many it took
     * @param sinceFirst time since the first of them began
     */
    default void scheduled(int attempts, Duration sinceFirst) {}

    /** All plugins of an extension point were asked, as far as they had to be; for Filter on all nodes. */
    default void ran(String profile, ExtensionPoint point, Status.Code outcome, Duration took) {}

    /**
     * A plugin was run. As upstream, only some cycles are looked at, every tenth; for Filter and Score all nodes together are one
     * run, since plugins may answer for all of them at once.
     */
    default void executed(String plugin, ExtensionPoint point, Status.Code outcome, Duration took) {}

    /** A plugin was asked, by PreScore and PreFilter once and by Filter and Score about so many nodes. */
    default void evaluated(String profile, String plugin, ExtensionPoint point, int times) {}

    /** Pods are evicted to make room for another. */
    default void preempting(int victims) {}

    /** A pod has waited for permission to be bound. */
    default void waitedForPermit(Status.Code outcome, Duration took) {}

    /** What the scheduler knows may have changed; to be asked when somebody wants to know. */
    default void changed(Supplier<SchedulerCensus> census) {}
}
