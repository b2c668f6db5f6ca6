package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.spdy.SpdyPorts;
import io.kubelayers.interfaces.http.spdy.SpdyProcess;
import io.kubelayers.interfaces.http.stream.Channels;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.streaming.ContainerProcess;
import io.kubelayers.nucleus.streaming.PodPorts;
import io.kubelayers.nucleus.streaming.Session;
import java.util.List;

/** Agrees upon what is spoken inside of SPDY (apimachinery {@code httpstream/httpstream.go}, Handshake). */
final class SpdyUpgrade {
    private static final String HEADER = "X-Stream-Protocol-Version";
    private static final List<String> PROCESS =
            List.of("v4.channel.k8s.io", "v3.channel.k8s.io", "v2.channel.k8s.io", "channel.k8s.io");
    private static final List<String> PORTS = List.of("portforward.k8s.io");

    private SpdyUpgrade() {}

    static HttpResponse of(UpgradeRequest wanted, Session session, Record options) {
        var spoken = session instanceof ContainerProcess ? PROCESS : PORTS;
        if (wanted.protocols().isEmpty()) {
            session.close();
            throw ApiErrors.badRequest("unable to upgrade: " + HEADER + " header is required");
        }
        for (var protocol : wanted.protocols()) {
            if (spoken.contains(protocol)) {
                var upgrade = new Upgrade(Upgrade.Transport.SPDY, protocol, channels(session, protocol, options));
                return new HttpResponse(101, Headers.NONE, upgrade)
                        .with("Connection", "Upgrade")
                        .with("Upgrade", "SPDY/3.1")
                        .with(HEADER, protocol);
            }
        }
        session.close();
        return HttpResponse.text(
                403,
                "unable to upgrade: unable to negotiate protocol: client supports " + text(wanted.protocols())
                        + ", server accepts " + text(spoken));
    }

    private static String text(List<String> protocols) {
        return "[" + String.join(" ", protocols) + "]";
    }

    private static Channels channels(Session session, String protocol, Record options) {
        if (session instanceof ContainerProcess process) {
            return SpdyProcess.of(process, ConnectRequests.asked(options), protocol.startsWith("v4.") ? 4 : 1);
        }
        return SpdyPorts.of((PodPorts) session);
    }
}
