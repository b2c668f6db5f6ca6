package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerState;
import io.kubelayers.nucleus.core.ContainerStatus;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.program.Program;
import io.kubelayers.nucleus.program.ProgramRun;
import io.kubelayers.nucleus.program.RunTimes;
import io.kubelayers.nucleus.streaming.AgentRefusedException;
import io.kubelayers.nucleus.streaming.ContainerLog;
import io.kubelayers.nucleus.streaming.ContainerProcess;
import io.kubelayers.nucleus.streaming.ContainerStreams;
import io.kubelayers.nucleus.streaming.PortConnection;
import io.kubelayers.nucleus.toolbox.Toolbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The streams of simulated containers, all made from their scripts. */
final class SimulatedStreams implements ContainerStreams {
    /** The API tells times in whole seconds: a run that ended may have lasted nearly one more. */
    private static final Duration ROUNDED = Duration.ofMillis(999);

    private final SimulatedRuntime runtime;
    private final SimulatedPorts ports;
    private final InstantSource clock;

    SimulatedStreams(SimulatedRuntime runtime, SimulatedPorts ports, InstantSource clock) {
        this.runtime = runtime;
        this.ports = ports;
        this.clock = clock;
    }

    @Override
    public ContainerLog log(Pod pod, Container container, String containerId) {
        var found = times(pod, container, containerId);
        if (found == null) {
            throw AgentRefusedException.badRequest("failed to try resolving symlinks in path \"/var/log/pods/"
                    + pod.metadata().namespaceOrEmpty() + "_" + pod.metadata().nameOrEmpty() + "_"
                    + pod.metadata().uid() + "/" + container.name() + "\": no such file or directory");
        }
        return runtime.log(pod, container, containerId, () -> timesOrEnd(pod, container, containerId, found));
    }

    /** A run that nobody knows of any more has ended, now at the latest. */
    private RunTimes timesOrEnd(Pod pod, Container container, String containerId, RunTimes before) {
        var times = remembered(pod, container, containerId);
        if (times != null) {
            return times;
        }
        return before.end() == null ? new RunTimes(before.start(), clock.instant()) : before;
    }

    private @Nullable RunTimes times(Pod pod, Container container, String containerId) {
        var remembered = remembered(pod, container, containerId);
        return remembered == null ? reported(pod, container, containerId) : remembered;
    }

    private @Nullable RunTimes remembered(Pod pod, Container container, String containerId) {
        var state = runtime.known(pod);
        var run = state.containers().get(container.name());
        if (run != null && !run.id().equals(containerId)) {
            run = state.previous().get(container.name());
        }
        return run == null || !run.id().equals(containerId) ? null : new RunTimes(run.startsAt(), run.endsAt());
    }

    /** Pods that have ended are forgotten here, but their status tells when they ran. */
    private static @Nullable RunTimes reported(Pod pod, Container container, String containerId) {
        for (var status : statuses(pod)) {
            if (status.name().equals(container.name())) {
                for (var state : List.of(status.state(), status.lastState())) {
                    var times = reported(state.terminated(), containerId);
                    if (times != null) {
                        return times;
                    }
                }
            }
        }
        return null;
    }

    private static List<ContainerStatus> statuses(Pod pod) {
        var all = new ArrayList<>(pod.status().containerStatuses());
        all.addAll(pod.status().initContainerStatuses());
        all.addAll(pod.status().ephemeralContainerStatuses());
        return all;
    }

    private static @Nullable RunTimes reported(ContainerState.@Nullable Terminated ended, String containerId) {
        if (ended == null || !containerId.equals(ended.containerID()) || ended.startedAt() == null) {
            return null;
        }
        var end = ended.finishedAt() == null ? ended.startedAt() : ended.finishedAt();
        return new RunTimes(ended.startedAt(), end.plus(ROUNDED));
    }

    @Override
    public ContainerProcess exec(Pod pod, Container container, List<String> command, boolean terminal) {
        return ProgramRun.start(
                program(pod, container, command),
                runtime.surroundings(pod, container),
                command,
                terminal,
                clock,
                () -> end(pod, container));
    }

    private Program program(Pod pod, Container container, List<String> command) {
        return runtime.program(pod, container, command).orElse(Program.fails(Toolbox.NOT_FOUND, notSimulated(command)));
    }

    private static String notSimulated(List<String> command) {
        return "exec: \"" + (command.isEmpty() ? "" : command.get(0))
                + "\": not simulated; commands of simulated containers are " + String.join(", ", Toolbox.names())
                + "\n";
    }

    private Optional<Instant> end(Pod pod, Container container) {
        var run = runtime.known(pod).containers().get(container.name());
        return run == null ? Optional.of(clock.instant()) : Optional.ofNullable(run.endsAt());
    }

    @Override
    public ContainerProcess attach(Pod pod, Container container, boolean terminal) {
        var run = runtime.known(pod).containers().get(container.name());
        var times = run == null
                ? new RunTimes(clock.instant(), clock.instant())
                : new RunTimes(run.startsAt(), run.endsAt());
        var id = run == null ? "" : run.id();
        if (run != null && run.interactive()) {
            return shell(pod, container, terminal);
        }
        var log = runtime.log(pod, container, id, () -> timesOrEnd(pod, container, id, times));
        return new AttachedProcess(log.read(), clock.instant(), terminal);
    }

    /** A main process that reads: whoever attaches gets one of his own, and when one ends, so does the container. */
    private ContainerProcess shell(Pod pod, Container container, boolean terminal) {
        var command = runtime.mainCommand(pod, container);
        var process = ProgramRun.start(
                program(pod, container, command),
                runtime.surroundings(pod, container),
                command,
                terminal,
                clock,
                () -> end(pod, container));
        process.onEnd((exit, killed) -> {
            if (!killed || container.stdinOnce()) {
                runtime.exited(pod, container, killed ? 0 : exit.code());
            }
        });
        return new AttachedShell(process);
    }

    @Override
    public PortConnection connect(Pod pod, int port) {
        return ports.connect(pod, port, clock).orElseGet(() -> new RefusedConnection(port));
    }
}
