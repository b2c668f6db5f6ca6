package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Probe;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.IntOrString;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Probes by HTTP, TCP and gRPC of simulated containers (kubelet {@code prober/prober.go}), answered by whoever listens. Where
 * nothing is known of the port, or it stands for a real server elsewhere, the container is taken to be well. gRPC is not
 * spoken: a service that listens is taken to be well too.
 */
final class NetworkProbe {
    private final SimulatedPorts ports;

    NetworkProbe(SimulatedPorts ports) {
        this.ports = ports;
    }

    ProbeAnswer ask(Pod pod, Container container, Probe probe, Instant now) {
        var timeout = Duration.ofSeconds(Math.max(1, probe.timeoutSeconds()));
        try {
            if (probe.httpGet() != null) {
                var outcome = HttpVisit.get(ports, pod, container, probe.httpGet(), "probe", timeout, now);
                return judged(outcome, now);
            }
            if (probe.tcpSocket() != null) {
                var socket = probe.tcpSocket();
                return connected(
                        pod, container, socket.port(), socket.host(), now, "dial tcp %s: connect: connection refused");
            }
            return probe.grpc() == null
                    ? ProbeAnswer.success(null)
                    : connected(
                            pod,
                            container,
                            IntOrString.of(probe.grpc().port()),
                            null,
                            now,
                            "timeout: failed to connect service \"%s\" within " + Backoff.goText(timeout)
                                    + ": context deadline exceeded");
        } catch (PortNameException e) {
            return error(e, now);
        }
    }

    /** What a probe finds that fails because a script wants it so. */
    static ProbeAnswer failing(Pod pod, Container container, Probe probe, Instant now, @Nullable Instant steadyUntil) {
        try {
            return ProbeAnswer.failure(failure(pod, container, probe), steadyUntil);
        } catch (PortNameException e) {
            return error(e, now);
        }
    }

    private static ProbeAnswer error(PortNameException why, Instant now) {
        return new ProbeAnswer(ProbeAnswer.Result.ERROR, String.valueOf(why.getMessage()), now);
    }

    private static String failure(Pod pod, Container container, Probe probe) {
        if (probe.httpGet() != null) {
            return "HTTP probe failed with statuscode: 503";
        }
        var socket = probe.tcpSocket();
        if (socket != null) {
            var host = Absent.or(socket.host(), Absent.text(pod.status().podIP()));
            return "dial tcp " + HttpVisit.authority(host, PortNameException.resolved(socket.port(), container))
                    + ": connect: connection refused";
        }
        return probe.grpc() != null ? "service unhealthy (responded with \"NOT_SERVING\")" : "";
    }

    private static ProbeAnswer judged(HttpVisit.Outcome outcome, Instant now) {
        var steadyUntil = outcome.steady() ? null : now;
        if (!outcome.known()) {
            return ProbeAnswer.success(null);
        }
        if (!outcome.error().isEmpty()) {
            return ProbeAnswer.failure(outcome.error(), steadyUntil);
        }
        if (!outcome.isGood()) {
            return ProbeAnswer.failure("HTTP probe failed with statuscode: " + outcome.status(), steadyUntil);
        }
        return outcome.isRedirect()
                ? new ProbeAnswer(
                        ProbeAnswer.Result.WARNING,
                        "Probe terminated redirects, Response body: " + outcome.body(),
                        steadyUntil)
                : ProbeAnswer.success(steadyUntil);
    }

    /** @param refusal what is said if nobody listens, with a place for the address */
    private ProbeAnswer connected(
            Pod pod, Container container, IntOrString named, @Nullable String elsewhere, Instant now, String refusal) {
        int port = PortNameException.resolved(named, container);
        var ip = Absent.text(pod.status().podIP());
        if (!Absent.or(elsewhere, ip).equals(ip)) {
            return ProbeAnswer.success(null);
        }
        var found = ports.find(pod, container, port, InstantSource.fixed(now));
        if (found instanceof PortFinding.Nobody nobody) {
            return ProbeAnswer.failure(refusal.formatted(HttpVisit.authority(ip, port)), nobody.steady() ? null : now);
        }
        boolean steady = !(found instanceof PortFinding.Listener listener) || listener.steady() || !listener.certain();
        return ProbeAnswer.success(steady ? null : now);
    }
}
