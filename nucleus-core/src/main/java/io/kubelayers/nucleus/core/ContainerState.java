package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a container; at most one member is set, and none means waiting.
 *
 * @param waiting Set while the container has not started.
 * @param running Set while the container runs.
 * @param terminated Set once the container has ended.
 */
@RecordBuilder
public record ContainerState(
        @Pb(1) @Nullable Waiting waiting, @Pb(2) @Nullable Running running, @Pb(3) @Nullable Terminated terminated)
        implements ContainerStateBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final ContainerState EMPTY = new ContainerState(null, null, null);

    /**
     * The state of a container that is not yet running.
     *
     * @param reason Short CamelCase cause, such as ImagePullBackOff.
     * @param message Readable detail about the cause.
     */
    @TypeName("ContainerStateWaiting")
    @RecordBuilder
    public record Waiting(@Pb(1) @Nullable String reason, @Pb(2) @Nullable String message)
            implements ContainerStateWaitingBuilder.With {
        public Waiting {
            reason = Absent.optional(reason);
            message = Absent.optional(message);
        }
    }

    /**
     * The state of a container that is running.
     *
     * @param startedAt Time at which the container was last started.
     */
    @TypeName("ContainerStateRunning")
    @RecordBuilder
    public record Running(@Written @Pb(1) @Nullable Instant startedAt) implements ContainerStateRunningBuilder.With {}

    /**
     * The state of a container that has ended.
     *
     * @param exitCode Exit code of the process.
     * @param signal Number of the signal that ended the process; 0 means none reported.
     * @param reason Short CamelCase cause, such as Completed, Error or OOMKilled.
     * @param message Final status text or readable detail.
     * @param startedAt Time at which this run began.
     * @param finishedAt Time at which this run ended.
     * @param containerID Runtime identifier of the ended container, as type://id.
     */
    @TypeName("ContainerStateTerminated")
    @RecordBuilder
    public record Terminated(
            @Required @Pb(1) int exitCode,
            @Pb(2) int signal,
            @Pb(3) @Nullable String reason,
            @Pb(4) @Nullable String message,
            @Written @Pb(5) @Nullable Instant startedAt,
            @Written @Pb(6) @Nullable Instant finishedAt,
            @Pb(7) @Nullable String containerID)
            implements ContainerStateTerminatedBuilder.With {
        public Terminated {
            reason = Absent.optional(reason);
            message = Absent.optional(message);
            containerID = Absent.optional(containerID);
        }
    }
}
