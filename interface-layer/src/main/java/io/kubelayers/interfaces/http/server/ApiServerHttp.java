package io.kubelayers.interfaces.http.server;

import io.kubelayers.interfaces.authentication.UserToken;
import io.kubelayers.interfaces.http.RestApi;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.server.ApiServer;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;

/** An API server that listens on a socket. */
public final class ApiServerHttp implements AutoCloseable {
    /** Clients send far smaller messages; a larger one ends the connection. */
    private static final long MAX_MESSAGE = 1024 * 1024;

    private final ApiServer server;
    private final Server jetty;
    private final int port;
    private final Watches watches;
    private final LongRunning running;
    private final RestApi api;
    private final ServeOptions options;
    private final UserToken token;
    private final @Nullable ClusterAuthority authority;
    private final AtomicReference<@Nullable IdentityLease> identity = new AtomicReference<>();
    private final @Nullable Identity shown;

    private ApiServerHttp(
            ApiServer server,
            Server jetty,
            int port,
            Watches watches,
            LongRunning running,
            RestApi api,
            ServeOptions options,
            UserToken token,
            @Nullable ClusterAuthority authority,
            @Nullable Identity shown) {
        this.server = server;
        this.jetty = jetty;
        this.port = port;
        this.watches = watches;
        this.running = running;
        this.api = api;
        this.options = options;
        this.token = token;
        this.authority = authority;
        this.shown = shown;
    }

    /**
     * Serves the API of a cluster until closed.
     *
     * @throws IllegalStateException if the port can't be had
     */
    public static ApiServerHttp serve(ApiServer server, ServeOptions options) {
        var authority = options.tls() ? ClusterAuthority.create(options.clock().instant()) : null;
        return serve(server, options, UserToken.of(Users.admin()), authority);
    }

    /**
     * Serves the API of a cluster with TLS by an authority that is there already, such as one whose {@link
     * CertificateSigner} runs in the cluster.
     *
     * @throws IllegalStateException if the port can't be had
     */
    public static ApiServerHttp serve(ApiServer server, ServeOptions options, ClusterAuthority authority) {
        return serve(server, options, UserToken.of(Users.admin()), options.tls() ? authority : null);
    }

    /**
     * Ends this server and starts another in its place, on the same port and with the same credentials: what clients of it
     * must survive.
     *
     * @throws IllegalStateException if the port can't be had any more
     */
    public ApiServerHttp restart() {
        close();
        return serve(server, options.withPort(port), token, authority);
    }

    private static ApiServerHttp serve(
            ApiServer server, ServeOptions options, UserToken token, @Nullable ClusterAuthority authority) {
        var threads = new QueuedThreadPool();
        threads.setName("kubelayers-http");
        threads.setDaemon(true);
        var jetty = new Server(threads);
        jetty.setStopTimeout(options.stop().toMillis());
        var shown = authority == null ? null : authority.server(ClusterAuthority.hosts(options.host()));
        var authorities = authorities(options, authority);
        var connector = Connectors.create(jetty, options, shown, authorities);
        jetty.addConnector(connector);
        open(connector);
        var address = reachable(options) + ":" + connector.getLocalPort();
        var known = List.of(token.authenticator());
        var api = options.anonymous()
                ? RestApi.at(server, options.clock(), address, known)
                : RestApi.withoutAnonymous(server, options.clock(), address, known);
        options.metrics().forEach(api::alsoMeasuring);
        var sockets = ServerWebSocketContainer.ensure(jetty);
        sockets.setIdleTimeout(options.streamIdle());
        sockets.setMaxBinaryMessageSize(MAX_MESSAGE);
        sockets.setMaxTextMessageSize(MAX_MESSAGE);
        var watches = Watches.start();
        var running = new LongRunning();
        var certificates = authority == null ? null : new ClientCertificates(authorities, options.clock());
        jetty.setHandler(new RequestHandler(api, options, sockets, watches, running, Turns.of(jetty), certificates));
        jetty.setErrorHandler(new StatusErrors());
        try {
            jetty.start();
        } catch (Exception e) {
            watches.close();
            connector.close();
            throw new IllegalStateException("can't serve on " + address, e);
        }
        return new ApiServerHttp(
                server, jetty, connector.getLocalPort(), watches, running, api, options, token, authority, shown);
    }

    /** Whose clients are known: the own authority first. */
    private static List<X509Certificate> authorities(ServeOptions options, @Nullable ClusterAuthority own) {
        var authorities = new ArrayList<X509Certificate>();
        if (own != null) {
            authorities.add(own.certificate());
        }
        authorities.addAll(options.clientAuthorities());
        return authorities;
    }

    /** Takes the port before anything else is made, since clients are told it. */
    private static void open(ServerConnector connector) {
        try {
            connector.open();
        } catch (IOException e) {
            throw new IllegalStateException("can't serve on " + connector.getHost() + ":" + connector.getPort(), e);
        }
    }

    /** The port that is listened on, or was. */
    public int port() {
        return port;
    }

    /** Where clients reach the server. */
    public String url() {
        return (options.tls() ? "https://" : "http://") + reachable(options) + ":" + port();
    }

    private static String reachable(ServeOptions options) {
        boolean any = options.host().equals("0.0.0.0") || options.host().equals("::");
        return any ? "127.0.0.1" : options.host();
    }

    /** A kubeconfig for the cluster's administrator. */
    public String kubeconfig() {
        return kubeconfig("kubernetes-admin", List.of("system:masters"));
    }

    /**
     * A kubeconfig for a user with these groups.
     *
     * @throws IllegalStateException for users other than the administrator without TLS, where there are no certificates
     */
    public String kubeconfig(String user, List<String> groups) {
        if (authority != null) {
            return Kubeconfig.withCertificate(
                    url(), Identity.pem(authority.certificate()), authority.client(user, groups));
        }
        if (!groups.contains("system:masters")) {
            throw new IllegalStateException("without TLS only the administrator has credentials");
        }
        return Kubeconfig.withToken(url(), null, token.text());
    }

    /**
     * Writes into the cluster what its objects tell of the server: the endpoints of the Service {@code kubernetes}, and the
     * certificate of the authority in {@code kube-system}, from where it comes to all namespaces as {@code kube-root-ca.crt},
     * and the lease of its identity, which is renewed until the server is closed.
     *
     * @param client whoever may write them
     */
    public void announceTo(Client client) {
        var announcement = new Announcement(client);
        if (authority != null) {
            var clients = new StringBuilder();
            authorities(options, authority).forEach(known -> clients.append(Identity.pem(known)));
            announcement.authority(Identity.pem(authority.certificate()), clients.toString());
        }
        announcement.address(options.host(), port());
        var lease = identity.getAndSet(IdentityLease.keep(client, options.clock()));
        if (lease != null) {
            lease.close();
        }
    }

    /** Key and certificate by which clients know the server; empty without TLS. */
    public Optional<Identity> identity() {
        return Optional.ofNullable(shown);
    }

    /** A bearer token of the cluster's administrator. */
    public String adminToken() {
        return token.text();
    }

    /**
     * Lets no new connections in, ends watches, followed logs and sessions, and waits for other requests as long as the
     * options say. What has not ended by then is cut off.
     */
    @Override
    public void close() {
        var lease = identity.getAndSet(null);
        if (lease != null) {
            lease.close();
        }
        api.stop();
        stopListening();
        watches.close();
        running.close();
        try {
            jetty.stop();
        } catch (TimeoutException e) {
            // Jetty has stopped all the same: it tells of connections that it had to cut
        } catch (Exception e) {
            throw new IllegalStateException("the server did not stop", e);
        }
    }

    /** Before watches are ended: whose watch ends connects again at once, and must not reach a server about to go. */
    private void stopListening() {
        for (var connector : jetty.getConnectors()) {
            if (connector instanceof NetworkConnector listening) {
                listening.close();
            }
        }
    }
}
