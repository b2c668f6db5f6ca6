package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.spdy.SpdyPorts;
import io.kubelayers.interfaces.http.stream.AskedStreams;
import io.kubelayers.interfaces.http.stream.ChannelProtocol;
import io.kubelayers.interfaces.http.stream.Channels;
import io.kubelayers.interfaces.http.stream.FailedProcess;
import io.kubelayers.interfaces.http.stream.PortChannels;
import io.kubelayers.interfaces.http.stream.ProcessChannels;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Credentials;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.core.PodAttachOptions;
import io.kubelayers.nucleus.core.PodExecOptions;
import io.kubelayers.nucleus.core.PodPortForwardOptions;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.ApiServer;
import io.kubelayers.nucleus.server.Body;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.server.Verb;
import io.kubelayers.nucleus.streaming.AgentRefusedException;
import io.kubelayers.nucleus.streaming.ContainerProcess;
import io.kubelayers.nucleus.streaming.LogStream;
import io.kubelayers.nucleus.streaming.PodPorts;
import io.kubelayers.nucleus.streaming.Session;
import java.util.Set;

/** Requests for streams of pods: {@code log}, {@code exec}, {@code attach}, {@code portforward}. */
final class ConnectRequests {
    private static final Set<String> UPGRADED = Set.of("exec", "attach", "portforward");

    /** The protocol of a WebSocket that carries SPDY, as {@code kubectl port-forward} wants it. */
    private static final String SPDY_INSIDE = "SPDY/3.1+portforward.k8s.io";

    private final ApiServer server;

    ConnectRequests(ApiServer server) {
        this.server = server;
    }

    boolean handles(RequestPath path) {
        return path.group().isEmpty()
                && path.plural().equals("pods")
                && (path.subresource().equals("log") || UPGRADED.contains(path.subresource()));
    }

    HttpResponse handle(UserInfo user, RequestPath path, HttpRequest request) {
        var type = Routes.find(server.types(), path);
        var verb = Routes.verb(type, path, request);
        if (path.subresource().equals("log")) {
            return log(user, path, verb, request);
        }
        var wanted = UpgradeRequest.of(request);
        if (wanted.isWebSocket()) {
            requireMayCreate(user, path);
        }
        var options = options(path, request.query());
        try {
            var session = session(user, path, verb, options);
            return opened(wanted, session, options);
        } catch (AgentRefusedException refused) {
            return refused(wanted, refused, options);
        }
    }

    /** Opening a stream makes something, however it is asked for (feature AuthorizePodWebsocketUpgradeCreatePermission). */
    private void requireMayCreate(UserInfo user, RequestPath path) {
        server.authorize(new AccessRequest(
                user,
                "create",
                true,
                path.group(),
                path.version(),
                path.plural(),
                path.subresource(),
                path.name(),
                path.namespace(),
                ""));
    }

    private static Record options(RequestPath path, Query query) {
        return switch (path.subresource()) {
            case "exec" -> ConnectOptions.exec(query);
            case "attach" -> ConnectOptions.attach(query);
            default -> ConnectOptions.portForward(query);
        };
    }

    private HttpResponse log(UserInfo user, RequestPath path, Verb verb, HttpRequest request) {
        var log = (LogStream) session(user, path, verb, ConnectOptions.log(request.query()));
        var wanted = UpgradeRequest.of(request);
        if (wanted.isWebSocket()) {
            return LogChannels.upgraded(log, wanted);
        }
        if (log.ended()) {
            return new HttpResponse(204, Headers.NONE, new HttpResponse.Bytes(new byte[0]));
        }
        return new HttpResponse(200, Headers.NONE.with("Content-Type", "text/plain"), new LogBody(log));
    }

    private Session session(UserInfo user, RequestPath path, Verb verb, Record options) {
        var answer = server.handle(new ApiRequest(
                Credentials.of(user),
                verb,
                path.groupVersionResource(),
                path.subresource(),
                path.namespace(),
                path.name(),
                new Body.Connect(options),
                RequestOptions.NONE));
        return ((ApiResponse.Connected) answer).session();
    }

    private static HttpResponse opened(UpgradeRequest wanted, Session session, Record options) {
        if (wanted.transport() == null) {
            session.close();
            throw ApiErrors.badRequest("Upgrade request required");
        }
        if (!wanted.isWebSocket()) {
            return SpdyUpgrade.of(wanted, session, options);
        }
        if (session instanceof PodPorts ports && wanted.protocols().contains(SPDY_INSIDE)) {
            return new HttpResponse(
                    101, Headers.NONE, new Upgrade(Upgrade.Transport.WEBSOCKET, SPDY_INSIDE, SpdyPorts.of(ports)));
        }
        var protocol = ChannelProtocol.chosen(wanted.protocols(), session instanceof ContainerProcess ? 5 : 4);
        if (protocol.isEmpty()) {
            session.close();
            return HttpResponse.text(403, "");
        }
        return upgraded(protocol.get(), channels(session, protocol.get(), options));
    }

    private static Channels channels(Session session, ChannelProtocol protocol, Record options) {
        if (session instanceof ContainerProcess process) {
            return ProcessChannels.of(process, protocol, asked(options));
        }
        var ports = ((PodPortForwardOptions) options).ports();
        if (ports.isEmpty()) {
            throw AgentRefusedException.badRequest("query parameter \"port\" is required");
        }
        return PortChannels.of((PodPorts) session, ports, protocol);
    }

    static AskedStreams asked(Record options) {
        if (options instanceof PodExecOptions exec) {
            return new AskedStreams(exec.stdin(), exec.stdout(), exec.stderr(), exec.tty());
        }
        var attach = (PodAttachOptions) options;
        return new AskedStreams(attach.stdin(), attach.stdout(), attach.stderr(), attach.tty());
    }

    private static HttpResponse upgraded(ChannelProtocol protocol, Channels channels) {
        return new HttpResponse(101, Headers.NONE, new Upgrade(Upgrade.Transport.WEBSOCKET, protocol.name(), channels));
    }

    /**
     * Since version 5 the API server itself speaks the protocol, and passes on inside what the agent said; before, it passed
     * on the agent's answer.
     */
    private static HttpResponse refused(UpgradeRequest wanted, AgentRefusedException refused, Record options) {
        if (wanted.transport() == null) {
            throw ApiErrors.badRequest("Upgrade request required");
        }
        var protocol = ChannelProtocol.chosen(wanted.protocols());
        boolean newest =
                wanted.isWebSocket() && protocol.isPresent() && protocol.get().version() >= 5;
        if (newest && !(options instanceof PodPortForwardOptions)) {
            var failed = new FailedProcess("unable to upgrade connection: " + refused.text());
            return upgraded(protocol.get(), ProcessChannels.of(failed, protocol.get(), asked(options)));
        }
        return HttpResponse.text(refused.code(), refused.text());
    }
}
