package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Limits;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One observed aspect of an object, with its truth value and the time it last flipped.
 *
 * @param type Name of the aspect in camel case, optionally with a domain prefix; up to 316 characters.
 * @param status Whether it holds: True, False or Unknown.
 * @param observedGeneration Value of metadata.generation this condition was computed from; 0 or more.
 * @param lastTransitionTime When status last changed.
 * @param reason Camel case word why, 1 to 1024 characters.
 * @param message Readable detail, up to 32768 characters; may be empty.
 */
@RecordBuilder
public record Condition(
        @Required
                @Limits(
                        maxLength = 316,
                        pattern =
                                "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$")
                @Pb(1)
                String type,
        @Required @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) String status,
        @Limits(minimum = 0) @Pb(3) long observedGeneration,
        @Required @Limits(format = "date-time") @Pb(4) @Nullable Instant lastTransitionTime,
        @Required @Limits(minLength = 1, maxLength = 1024, pattern = "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$") @Pb(5)
                String reason,
        @Required @Limits(maxLength = 32768) @Pb(6) String message)
        implements ConditionBuilder.With {
    public Condition {
        type = Absent.text(type);
        status = Absent.text(status);
        reason = Absent.text(reason);
        message = Absent.text(message);
    }
}
