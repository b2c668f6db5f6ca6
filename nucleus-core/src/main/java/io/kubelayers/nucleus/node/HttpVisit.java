package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.HTTPGetAction;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.runtime.VirtualClock;
import io.kubelayers.nucleus.streaming.PortConnection;
import io.kubelayers.nucleus.value.Absent;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A GET by the node agent to a port of a pod, for a probe or a hook (kubelet {@code probe/http}): with Go's words where it
 * fails. It is made at one instant; what the other end takes time for passes on a clock of the visit's own, up to the
 * timeout. Redirects are followed as long as they stay with the pod.
 */
final class HttpVisit {
    private static final int MOST_REDIRECTS = 10;

    /** More is not read of an answer: the kubelet reads 10 kB of a body, and this leaves room for the headers. */
    private static final int MOST_BYTES = 64 * 1024;

    private final SimulatedPorts ports;
    private final Pod pod;
    private final Container container;
    private final HTTPGetAction action;
    private final String purpose;
    private final VirtualClock clock;
    private final Instant deadline;
    private boolean steady = true;

    private HttpVisit(
            SimulatedPorts ports,
            Pod pod,
            Container container,
            HTTPGetAction action,
            String purpose,
            Duration timeout,
            Instant now) {
        this.ports = ports;
        this.pod = pod;
        this.container = container;
        this.action = action;
        this.purpose = purpose;
        this.clock = VirtualClock.at(now);
        this.deadline = now.plus(timeout);
    }

    /**
     * How it went.
     *
     * @param status the status that was answered, 0 if there was no answer
     * @param body what was answered
     * @param error why there was no answer, "" if there was one
     * @param known whether the other end is simulated; if not, nothing is said about it
     * @param steady whether it would go the same way later, as long as nobody changes anything in the pod
     */
    record Outcome(int status, String body, String error, boolean known, boolean steady) {
        private static final Outcome UNKNOWN = new Outcome(0, "", "", false, true);

        boolean isGood() {
            return status >= 200 && status < 400;
        }

        boolean isRedirect() {
            return status >= 300 && status < 400;
        }
    }

    /**
     * Makes the visit.
     *
     * @param purpose what the name of the agent tells: probe or lifecycle
     * @throws PortNameException if the port is named and there is no such name
     */
    static Outcome get(
            SimulatedPorts ports,
            Pod pod,
            Container container,
            HTTPGetAction action,
            String purpose,
            Duration timeout,
            Instant now) {
        return new HttpVisit(ports, pod, container, action, purpose, timeout, now).get();
    }

    private Outcome get() {
        var ip = Absent.text(pod.status().podIP());
        var host = Absent.or(action.host(), ip);
        int port = PortNameException.resolved(action.port(), container);
        var scheme = Absent.or(action.scheme(), "http").toLowerCase(Locale.ROOT);
        var path = Absent.text(action.path());
        var url = scheme + "://" + authority(host, port) + (path.isEmpty() || path.startsWith("/") ? "" : "/") + path;
        for (int redirects = 0; ; redirects++) {
            if (!host.equals(ip)) {
                return Outcome.UNKNOWN;
            }
            var reply = ask(url, scheme, port);
            var next = redirect(url, reply, ip);
            if (next.isEmpty()) {
                return reply.outcome();
            }
            if (redirects == MOST_REDIRECTS - 1) {
                return failed(next.get().toString(), "stopped after " + MOST_REDIRECTS + " redirects")
                        .outcome();
            }
            url = next.get().toString();
            scheme = next.get().getScheme();
            host = next.get().getHost();
            port = next.get().getPort() > 0 ? next.get().getPort() : scheme.equals("https") ? 443 : 80;
        }
    }

    /** An outcome with the place to which it leads, "" if to nowhere. */
    private record Reply(Outcome outcome, String location) {}

    private static Optional<URI> redirect(String url, Reply reply, String ip) {
        if (!reply.outcome().isRedirect() || reply.location().isEmpty()) {
            return Optional.empty();
        }
        try {
            var next = URI.create(url).resolve(reply.location());
            return ip.equals(next.getHost()) && next.getScheme() != null ? Optional.of(next) : Optional.empty();
        } catch (IllegalArgumentException leadsNowhere) {
            return Optional.empty();
        }
    }

    private Reply ask(String url, String scheme, int port) {
        var found = ports.find(pod, container, port, clock);
        if (found instanceof PortFinding.Nobody nobody) {
            steady &= nobody.steady();
            return failed(
                    url,
                    "dial tcp " + authority(Absent.text(pod.status().podIP()), port) + ": connect: connection refused");
        }
        if (!(found instanceof PortFinding.Listener listener)) {
            return new Reply(Outcome.UNKNOWN, "");
        }
        steady &= listener.steady();
        if (!listener.certain()) {
            var guess = listener.steady() ? talk(url, listener) : new Reply(Outcome.UNKNOWN, "");
            return guess.outcome().isGood() ? guess : new Reply(Outcome.UNKNOWN, "");
        }
        return scheme.equals("https")
                ? failed(url, "http: server gave HTTP response to HTTPS client")
                : talk(url, listener);
    }

    private Reply talk(String url, PortFinding.Listener listener) {
        var connection = listener.connect().get();
        try {
            connection.send(request(URI.create(url)).getBytes(StandardCharsets.UTF_8));
            return read(url, connection);
        } catch (IllegalArgumentException noUrl) {
            return failed(url, String.valueOf(noUrl.getMessage()));
        } finally {
            connection.close();
        }
    }

    private String request(URI url) {
        var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        var target = (url.getRawPath().isEmpty() ? "/" : url.getRawPath()) + query;
        var request = new StringBuilder("GET " + target + " HTTP/1.1\r\n");
        var host = url.getRawAuthority();
        var custom = new StringBuilder();
        boolean agent = false;
        boolean accept = false;
        for (var header : action.httpHeaders()) {
            if (header.name().equalsIgnoreCase("host")) {
                host = header.value();
                continue;
            }
            agent |= header.name().equalsIgnoreCase("user-agent");
            accept |= header.name().equalsIgnoreCase("accept");
            custom.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        request.append("Host: ").append(host).append("\r\n");
        if (!agent) {
            request.append("User-Agent: kube-").append(purpose).append("/1.35\r\n");
        }
        if (!accept) {
            request.append("Accept: */*\r\n");
        }
        return request.append(custom).append("Connection: close\r\n\r\n").toString();
    }

    private Reply read(String url, PortConnection connection) {
        var received = new ByteArrayOutputStream();
        while (true) {
            while (received.size() < MOST_BYTES) {
                var piece = connection.poll();
                if (piece.isEmpty()) {
                    break;
                }
                received.writeBytes(piece.get());
            }
            var text = received.toString(StandardCharsets.UTF_8);
            var line = text.lines().findFirst().orElse("");
            boolean whole = text.indexOf('\n') >= 0;
            if (whole && !line.matches("HTTP/1\\.[01] [0-9]{3}( .*)?")) {
                return failed(
                        url,
                        "net/http: HTTP/1.x transport connection broken: malformed HTTP response \"" + line + "\"");
            }
            int end = end(text);
            if (end >= 0) {
                var outcome =
                        new Outcome(Integer.parseInt(line.substring(9, 12)), text.substring(end), "", true, steady);
                return new Reply(
                        outcome, location(text.substring(0, end).lines().toList()));
            }
            if (received.size() >= MOST_BYTES) {
                return failed(url, "net/http: server response headers exceeded " + MOST_BYTES + " bytes; aborted");
            }
            if (connection.ended()) {
                return failed(url, text.isEmpty() ? "EOF" : "unexpected EOF");
            }
            var next = connection.nextAt();
            if (next.isEmpty() || !next.get().isBefore(deadline) || !next.get().isAfter(clock.instant())) {
                return failed(url, "context deadline exceeded (Client.Timeout exceeded while awaiting headers)");
            }
            clock.advanceTo(next.get());
        }
    }

    /** Where the body begins, -1 while the headers have not ended. */
    private static int end(String text) {
        int plain = text.indexOf("\n\n");
        int usual = text.indexOf("\r\n\r\n");
        if (usual >= 0 && (plain < 0 || usual < plain)) {
            return usual + 4;
        }
        return plain < 0 ? -1 : plain + 2;
    }

    private static String location(List<String> head) {
        for (var line : head) {
            if (line.regionMatches(true, 0, "location:", 0, 9)) {
                return line.substring(9).strip();
            }
        }
        return "";
    }

    private Reply failed(String url, String why) {
        return new Reply(new Outcome(0, "", "Get \"" + url + "\": " + why, true, steady), "");
    }

    static String authority(String host, int port) {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
