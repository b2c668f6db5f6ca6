package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerState;
import io.kubelayers.nucleus.core.ContainerStatus;
import io.kubelayers.nucleus.core.ContainerStatusBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Says in the words of the API how a container is. */
final class ContainerStatuses {
    private static final ContainerState UNKNOWN_END = new ContainerState(
            null,
            null,
            new ContainerState.Terminated(
                    137,
                    0,
                    "ContainerStatusUnknown",
                    "The container could not be located when the pod was terminated",
                    null,
                    null,
                    null));

    private ContainerStatuses() {}

    /** A container that was never started. */
    static ContainerStatus waiting(Container container, ContainerState.Waiting why) {
        return base(container, 0)
                .state(new ContainerState(why, null, null))
                .started(false)
                .build();
    }

    /** A container that was to run but never did, in a pod that has ended. */
    static ContainerStatus lost(Container container) {
        return base(container, 0).state(UNKNOWN_END).started(false).build();
    }

    /**
     * A container that has run.
     *
     * @param why why it waits to be started again; null if it doesn't
     * @param started whether its startup probe has passed, if it runs
     * @param ready whether it is ready
     */
    static ContainerStatus of(
            Container container,
            ContainerRun run,
            ContainerMemory memory,
            ContainerState.@Nullable Waiting why,
            boolean started,
            boolean ready) {
        var status = base(container, run.attempt())
                .image(run.image())
                .containerID(run.id())
                .imageID("simulated://" + run.image())
                .started(started)
                .ready(ready)
                .lastState(new ContainerState(null, null, memory.lastState()));
        if (run.hasExited()) {
            var ended = terminated(run);
            return why == null
                    ? status.state(new ContainerState(null, null, ended)).build()
                    : status.state(new ContainerState(why, null, null))
                            .lastState(new ContainerState(null, null, ended))
                            .build();
        }
        if (run.isRunning()) {
            return status.state(new ContainerState(null, new ContainerState.Running(seconds(run.startedAt())), null))
                    .allocatedResources(container.resources().requests())
                    .resources(container.resources())
                    .build();
        }
        return status.state(new ContainerState(new ContainerState.Waiting("ContainerCreating", null), null, null))
                .build();
    }

    static ContainerState.Terminated terminated(ContainerRun run) {
        return new ContainerState.Terminated(
                run.exitCode(),
                0,
                run.reason(),
                run.message().isEmpty() ? null : run.message(),
                seconds(run.startedAt()),
                seconds(run.finishedAt()),
                run.id());
    }

    private static ContainerStatusBuilder base(Container container, int restarts) {
        return ContainerStatusBuilder.builder()
                .name(container.name())
                .image(container.image() == null ? "" : container.image())
                .imageID("")
                .restartCount(restarts);
    }

    private static @Nullable Instant seconds(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
    }
}
