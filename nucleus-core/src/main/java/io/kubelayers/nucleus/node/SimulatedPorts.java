package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.program.ListeningProgram;
import io.kubelayers.nucleus.program.ServedPort;
import io.kubelayers.nucleus.streaming.PortConnection;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who listens on the ports of simulated pods, all of whose containers share one network: ports of scripts, nginx with its
 * pages, main processes that are simulated and listen. A container listens nowhere else if its script names ports, if it is
 * the official nginx as it comes, or if its main process is simulated as a whole; of any other nothing is known.
 */
final class SimulatedPorts {
    private final SimulatedRuntime runtime;
    private final CurrentScripts scripts;

    SimulatedPorts(SimulatedRuntime runtime, CurrentScripts scripts) {
        this.runtime = runtime;
        this.scripts = scripts;
    }

    /** A connection to a port; empty if nobody is known to listen there. */
    Optional<PortConnection> connect(Pod pod, int port, InstantSource clock) {
        return listener(pod, port, clock).map(listener -> listener.connect().get());
    }

    /**
     * What is known of a port.
     *
     * @param asked the container that is expected to listen
     */
    PortFinding find(Pod pod, Container asked, int port, InstantSource clock) {
        var listener = listener(pod, port, clock);
        if (listener.isPresent()) {
            return listener.get();
        }
        var run = running(pod, asked, clock);
        if (run == null || !isWhollyKnown(pod, asked, run) || mayBeOfAnother(pod, asked, port, clock)) {
            return new PortFinding.Unknown();
        }
        var rests = run.course().restsAt();
        return new PortFinding.Nobody(!run.course().listens() || rests != null && !rests.isAfter(clock.instant()));
    }

    private Optional<PortFinding.Listener> listener(Pod pod, int port, InstantSource clock) {
        for (var container : PodProbes.containers(pod)) {
            var run = running(pod, container, clock);
            for (var served : scripts.of(pod, container).ports()) {
                if (run != null && served.port() == port && isServed(served, run)) {
                    return Optional.of(served(pod, container, served));
                }
            }
        }
        for (var container : PodProbes.containers(pod)) {
            var run = running(pod, container, clock);
            var connection = run == null || !run.course().listens()
                    ? Optional.<PortConnection>empty()
                    : program(pod, container, run, port, clock);
            if (run != null && connection.isPresent()) {
                var rests = run.course().restsAt();
                boolean steady = rests != null && !rests.isAfter(clock.instant());
                return Optional.of(new PortFinding.Listener(connection::get, true, steady));
            }
        }
        return Optional.empty();
    }

    /** An image shows no page where its container does something else by its command. */
    private static boolean isServed(ServedPort served, SimulatedContainer run) {
        return !KnownImages.isWebServer(served.service()) || !run.course().known();
    }

    private PortFinding.Listener served(Pod pod, Container container, ServedPort served) {
        boolean pages = KnownImages.isWebServer(served.service());
        boolean certain = pages
                ? KnownImages.isPlainWebServer(container)
                : served.service().isSimulated();
        return new PortFinding.Listener(
                () -> KnownImages.among(served.service(), () -> runtime.surroundings(pod, container)
                                .files())
                        .connect(pod),
                certain,
                pages);
    }

    private Optional<PortConnection> program(
            Pod pod, Container container, SimulatedContainer run, int port, InstantSource clock) {
        var command = runtime.mainCommand(pod, container);
        return runtime.program(pod, container, command)
                .flatMap(program -> ListeningProgram.connect(
                        program,
                        runtime.scratch(pod, container, run.id(), run.startsAt()),
                        command,
                        port,
                        run.startsAt(),
                        clock));
    }

    private boolean isWhollyKnown(Pod pod, Container container, SimulatedContainer run) {
        if (run.course().known()) {
            return true;
        }
        var ports = scripts.of(pod, container).ports();
        for (var served : ports) {
            if (KnownImages.isWebServer(served.service())) {
                return KnownImages.isPlainWebServer(container);
            }
        }
        return !ports.isEmpty();
    }

    /** Whether a container of which nothing is known says that it listens there. */
    private boolean mayBeOfAnother(Pod pod, Container asked, int port, InstantSource clock) {
        for (var other : PodProbes.containers(pod)) {
            var run = other.name().equals(asked.name()) ? null : running(pod, other, clock);
            boolean declares = other.ports().stream().anyMatch(declared -> declared.containerPort() == port);
            if (run != null && declares && !isWhollyKnown(pod, other, run)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable SimulatedContainer running(Pod pod, Container container, InstantSource clock) {
        var run = runtime.known(pod).containers().get(container.name());
        return run != null && run.seenAt(clock.instant()).isRunning() ? run : null;
    }
}
