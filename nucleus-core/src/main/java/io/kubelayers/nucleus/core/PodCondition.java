package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a pod.
 *
 * @param type What is reported, such as PodScheduled or Ready.
 * @param observedGeneration Pod generation the condition is based on; 0 means not reported.
 * @param status True, False or Unknown.
 * @param lastProbeTime Time of the latest check of this condition.
 * @param lastTransitionTime Time at which the status last changed.
 * @param reason Short CamelCase cause of the latest change.
 * @param message Readable detail about the latest change.
 */
@RecordBuilder
public record PodCondition(
        @Required @EnumValues(value = PodConditionType.class, closed = false) @Pb(1) String type,
        @FeatureGate("PodObservedGenerationTracking") @Pb(7) long observedGeneration,
        @Required @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) String status,
        @Written @Pb(3) @Nullable Instant lastProbeTime,
        @Written @Pb(4) @Nullable Instant lastTransitionTime,
        @Pb(5) @Nullable String reason,
        @Pb(6) @Nullable String message)
        implements PodConditionBuilder.With {
    public PodCondition {
        type = Absent.text(type);
        status = Absent.text(status);
        reason = Absent.optional(reason);
        message = Absent.optional(message);
    }
}
