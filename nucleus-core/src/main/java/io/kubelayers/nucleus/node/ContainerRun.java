package io.kubelayers.nucleus.node;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest run of a container, as the runtime sees it now.
 *
 * @param container name of the container
 * @param attempt 0 for the first run, then counting up
 * @param id identifier of the run, as type://id
 * @param image the image that it was created from
 * @param state whether it runs
 * @param createdAt when it was created
 * @param startedAt when its process began, null before
 * @param finishedAt when its process ended, null before
 * @param exitCode exit code of the process once it has ended
 * @param reason Completed, Error or OOMKilled once it has ended, else ""
 * @param message what it has left to say of its end, "" for nothing
 * @param killAt when it will be killed at the latest because it was told to stop; null if it was not
 */
@RecordBuilder
public record ContainerRun(
        String container,
        int attempt,
        String id,
        String image,
        State state,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int exitCode,
        String reason,
        String message,
        @Nullable Instant killAt)
        implements ContainerRunBuilder.With {
    /** Whether a run is under way. */
    public enum State {
        /** Created, its process does not run yet. */
        CREATED,
        RUNNING,
        EXITED
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    boolean hasExited() {
        return state == State.EXITED;
    }
}
