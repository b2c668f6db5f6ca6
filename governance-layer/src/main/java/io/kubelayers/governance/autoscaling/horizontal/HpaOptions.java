package io.kubelayers.governance.autoscaling.horizontal;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;

/**
 * What the administrator of a cluster sets for all its autoscalers: the {@code --horizontal-pod-autoscaler-*} flags of the
 * controller manager.
 *
 * @param tolerances share by which a metric may miss its target without scaling, where an autoscaler says nothing
 * @param cpuInitializationPeriod how long after its start a pod's CPU samples are doubted
 * @param initialReadinessDelay how soon after its start a pod must have been ready for its unreadiness to be news
 * @param downscaleStabilization how far back the highest recommendation still holds a scale-down
 * @param syncPeriod time between two looks at the same autoscaler
 */
@RecordBuilder
public record HpaOptions(
        Tolerances tolerances,
        Duration cpuInitializationPeriod,
        Duration initialReadinessDelay,
        Duration downscaleStabilization,
        Duration syncPeriod)
        implements HpaOptionsBuilder.With {
    /** The flags' defaults: 10 percent, 5 minutes, 30 seconds, 5 minutes, every 15 seconds. */
    public static final HpaOptions DEFAULT = new HpaOptions(
            Tolerances.of(0.1),
            Duration.ofMinutes(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofSeconds(15));

    public HpaOptions {
        if (syncPeriod.isZero() || syncPeriod.isNegative()) {
            throw new IllegalArgumentException("syncPeriod must be positive, got " + syncPeriod);
        }
    }
}
