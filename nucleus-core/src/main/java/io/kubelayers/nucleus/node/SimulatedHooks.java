package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.HTTPGetAction;
import io.kubelayers.nucleus.core.Lifecycle;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.toolbox.Rehearsal;
import io.kubelayers.nucleus.value.Absent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Hooks of simulated containers (kubelet {@code lifecycle/handlers.go}): a sleep, a command that is simulated as a whole, a
 * request to a port that somebody is known to listen on, or not. Of anything else nothing is known: it takes no time and
 * succeeds. A request has succeeded when there was an answer, whatever it was.
 */
final class SimulatedHooks {
    /** The kubelet's hooks have no timeout of their own. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SimulatedRuntime runtime;
    private final SimulatedPorts ports;

    SimulatedHooks(SimulatedRuntime runtime, SimulatedPorts ports) {
        this.runtime = runtime;
        this.ports = ports;
    }

    HookAnswer run(Pod pod, Container container, ContainerScript script, HookKind kind, Instant now) {
        for (var turn : script.hooks()) {
            if (turn.kind() == kind) {
                return turn.success()
                        ? new HookAnswer(turn.lasts(), true)
                        : HookAnswer.failed(turn.lasts(), place(pod, container) + " failed - error: by its script");
            }
        }
        var handler = kind.of(container).orElse(null);
        return handler == null ? HookAnswer.DONE : run(pod, container, script, handler, now);
    }

    private HookAnswer run(
            Pod pod, Container container, ContainerScript script, Lifecycle.Handler handler, Instant now) {
        if (handler.sleep() != null) {
            return new HookAnswer(Duration.ofSeconds(handler.sleep().seconds()), true);
        }
        if (handler.httpGet() != null) {
            return visit(pod, container, handler.httpGet(), now);
        }
        if (handler.exec() != null) {
            return command(pod, container, script, handler.exec().command(), now);
        }
        return HookAnswer.failed(Duration.ZERO, "Cannot run handler: invalid handler");
    }

    private HookAnswer command(
            Pod pod, Container container, ContainerScript script, List<String> command, Instant now) {
        var end = Rehearsal.of(
                script.commands(), runtime.surroundings(pod, container), command, true, now, Rehearsal.MOST_TURNS);
        if (end.isEmpty()) {
            return HookAnswer.DONE;
        }
        var lasts = end.get().lasts();
        int code = end.get().code();
        return code == 0
                ? new HookAnswer(lasts, true)
                : HookAnswer.failed(
                        lasts,
                        "Exec lifecycle hook ([" + String.join(" ", command) + "]) for " + place(pod, container)
                                + " failed - error: command '" + String.join(" ", command) + "' exited with " + code
                                + ": , message: \"" + quoted(end.get().output()) + "\"");
    }

    private HookAnswer visit(Pod pod, Container container, HTTPGetAction action, Instant now) {
        String error;
        try {
            error = HttpVisit.get(ports, pod, container, action, "lifecycle", PATIENCE, now)
                    .error();
        } catch (PortNameException e) {
            error = String.valueOf(e.getMessage());
        }
        // a plain answer to a request by TLS is asked for again without
        return error.isEmpty() || error.endsWith("server gave HTTP response to HTTPS client")
                ? HookAnswer.DONE
                : HookAnswer.failed(
                        Duration.ZERO,
                        "HTTP lifecycle hook (" + Absent.text(action.path()) + ") for " + place(pod, container)
                                + " failed - error: " + error);
    }

    private static String place(Pod pod, Container container) {
        var metadata = pod.metadata();
        return "Container \"" + container.name() + "\" in Pod \"" + metadata.nameOrEmpty() + "_"
                + metadata.namespaceOrEmpty() + "(" + metadata.uid() + ")\"";
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
    }
}
