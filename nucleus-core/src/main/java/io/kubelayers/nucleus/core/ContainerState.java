package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param waiting TODO-DOC
 * @param running TODO-DOC
 * @param terminated TODO-DOC
 */
@RecordBuilder
public record ContainerState(
    @Pb(1) @Nullable Waiting waiting,
    @Pb(2) @Nullable Running running,
    @Pb(3) @Nullable Terminated terminated)
    implements ContainerStateBuilder.With {
    /** The value of a field that was not set. */
    public static final ContainerState EMPTY = new ContainerState(null, null, null);


    /**
     * TODO-DOC.
     *
     * @param reason TODO-DOC
     * @param message TODO-DOC
     */
    @RecordBuilder
    public record Waiting(
        @Pb(1) @Nullable String reason,
        @Pb(2) @Nullable String message)
        implements ContainerStateWaitingBuilder.With {
        public Waiting {
            reason = Absent.optional(reason);
            message = Absent.optional(message);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param startedAt TODO-DOC
     */
    @RecordBuilder
    public record Running(
        @Pb(1) @Nullable Instant startedAt)
        implements ContainerStateRunningBuilder.With {
    }

    /**
     * TODO-DOC.
     *
     * @param exitCode TODO-DOC
     * @param signal TODO-DOC
     * @param reason TODO-DOC
     * @param message TODO-DOC
     * @param startedAt TODO-DOC
     * @param finishedAt TODO-DOC
     * @param containerID TODO-DOC
     */
    @RecordBuilder
    public record Terminated(
        @Required @Pb(1) int exitCode,
        @Pb(2) int signal,
        @Pb(3) @Nullable String reason,
        @Pb(4) @Nullable String message,
        @Pb(5) @Nullable Instant startedAt,
        @Pb(6) @Nullable Instant finishedAt,
        @Pb(7) @Nullable String containerID)
        implements ContainerStateTerminatedBuilder.With {
        public Terminated {
            reason = Absent.optional(reason);
            message = Absent.optional(message);
            containerID = Absent.optional(containerID);
        }

    }
}
