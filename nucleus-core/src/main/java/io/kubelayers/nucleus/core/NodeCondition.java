package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a node.
 *
 * @param type What is reported, such as Ready or DiskPressure.
 * @param status True, False or Unknown.
 * @param lastHeartbeatTime Time at which the condition was last confirmed.
 * @param lastTransitionTime Time at which the status last changed.
 * @param reason Short CamelCase cause of the latest change.
 * @param message Readable detail about the latest change.
 */
@RecordBuilder
public record NodeCondition(
        @Required @EnumValues(value = Type.class, closed = false) @Pb(1) String type,
        @Required @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) String status,
        @Written @Pb(3) @Nullable Instant lastHeartbeatTime,
        @Written @Pb(4) @Nullable Instant lastTransitionTime,
        @Pb(5) @Nullable String reason,
        @Pb(6) @Nullable String message)
        implements NodeConditionBuilder.With {
    public NodeCondition {
        type = Absent.text(type);
        status = Absent.text(status);
        reason = Absent.optional(reason);
        message = Absent.optional(message);
    }

    /** The values of {@code NodeConditionType} known upstream; others may occur. */
    @TypeName("NodeConditionType")
    public static final class Type {
        public static final String READY = "Ready";
        public static final String MEMORY_PRESSURE = "MemoryPressure";
        public static final String DISK_PRESSURE = "DiskPressure";
        public static final String PIDPRESSURE = "PIDPressure";
        public static final String NETWORK_UNAVAILABLE = "NetworkUnavailable";

        private Type() {}
    }
}
