package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.metrics.RequestMetrics;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Authenticator;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.client.InProcessClient;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.server.ApiServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * The Kubernetes REST API on an {@link ApiServer}, without a wire: who asks, what for, may they, and the answer in the
 * form they want. Safe for use by many threads.
 *
 * <pre>
 * request ► identity (token, certificate, impersonation) ► path ► authorize ─┬─ a resource ► ApiServer ► Output
 *                                                                           └─ any other path ► PathHandler
 * </pre>
 */
public final class RestApi {
    private final ApiServer server;
    private final InstantSource clock;
    private final Identity identity;
    private final ResourceRequests resources;
    private final ConnectRequests connections;
    private final ProxyRequests proxies;
    private final ExtensionRequests extensions;
    private final RegisteredServices services;
    private final FlowHeaders flows;
    private final Counting counting;
    private final List<PathHandler> paths;
    private final List<Supplier<String>> moreMetrics = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;

    private RestApi(
            ApiServer server, InstantSource clock, String address, List<Authenticator> more, boolean anonymous) {
        this.server = server;
        this.clock = clock;
        this.identity = new Identity(server, more, anonymous);
        this.resources = new ResourceRequests(server, clock);
        this.connections = new ConnectRequests(server);
        this.proxies = new ProxyRequests(server);
        this.extensions = new ExtensionRequests(server);
        this.services = new RegisteredServices(server);
        this.flows = new FlowHeaders(server);
        var metrics = RequestMetrics.create(clock.instant(), VersionPath.VERSION + "+kubelayers");
        this.counting = new Counting(server, metrics);
        this.paths = List.of(
                new DiscoveryPaths(services::discovery, address),
                new OpenApiPaths(server),
                new RootPaths(services::discovery),
                new VersionPath(),
                new IssuerPaths(server, address),
                new MetricsPath(metrics, moreMetrics),
                new HealthPaths(this::readsStore, () -> !stopping, served(server)));
    }

    private static Set<String> served(ApiServer server) {
        var names = new TreeSet<String>();
        for (var type : server.types().resources()) {
            names.add(type.plural());
        }
        return names;
    }

    /** The API of a server; ages in tables are counted to the clock's time. */
    public static RestApi of(ApiServer server, InstantSource clock) {
        return at(server, clock, "127.0.0.1:6443", List.of());
    }

    /**
     * The API of a server that clients reach at an address.
     *
     * @param more ways to know who asks, tried before those of the server
     */
    public static RestApi at(ApiServer server, InstantSource clock, String address, List<Authenticator> more) {
        return new RestApi(server, clock, address, more, true);
    }

    /** The same, but whoever shows no credentials is told 401 ({@code --anonymous-auth=false}). */
    public static RestApi withoutAnonymous(
            ApiServer server, InstantSource clock, String address, List<Authenticator> more) {
        return new RestApi(server, clock, address, more, false);
    }

    /** Has {@code /metrics} tell of another part too, such as a scheduler: what it gives is Prometheus' text form. */
    public void alsoMeasuring(Supplier<String> text) {
        moreMetrics.add(text);
    }

    /** Says that the server is about to stop: it is not ready any more. */
    public void stop() {
        stopping = true;
    }

    /** Whether objects can be read: every cluster has this namespace. */
    private boolean readsStore() {
        try {
            new InProcessClient(() -> server, Users.admin()).on(Namespace.class).get("", "default");
            return true;
        } catch (ApiException refused) {
            return true; // somebody answered
        } catch (RuntimeException broken) {
            return false;
        }
    }

    /** Answers a request; refusals are answers too. */
    public HttpResponse handle(HttpRequest request) {
        var start = clock.instant();
        int code = 500;
        counting.entered(request);
        try {
            var answer = handled(request);
            code = answer.status();
            return answer;
        } finally {
            counting.left(request, code, Duration.between(start, clock.instant()));
        }
    }

    private HttpResponse handled(HttpRequest request) {
        RequestPath path = RequestPath.of(request);
        UserInfo user;
        try {
            RequestDeadline.check(request, path);
            user = identity.of(request);
        } catch (ApiException refused) {
            return refusal(refused, request);
        } catch (NobodyImpersonatedException nobody) {
            return HttpResponse.text(
                    500, "Internal Server Error: \"" + request.path() + "\": " + nobody.getMessage() + "\n");
        }
        var question = question(user, path, request);
        var answer = answered(question, path, request);
        boolean tracked = path.verb().equals("watch") || !RequestDeadline.lasts(path);
        return tracked ? flows.on(answer, question) : answer;
    }

    private HttpResponse answered(AccessRequest question, RequestPath path, HttpRequest request) {
        try {
            return answer(question, path, request);
        } catch (ApiException refused) {
            return refusal(refused, request);
        }
    }

    private HttpResponse refusal(ApiException refused, HttpRequest request) {
        if (refused.code() == 404 && isNobodys(request)) {
            return HttpResponse.text(404, "404 page not found\n");
        }
        return Answers.refusal(refused, request, Codec.of(server.types()));
    }

    /** Paths of groups that nobody built in are ordinary paths once they lead nowhere, with an ordinary page for it. */
    private boolean isNobodys(HttpRequest request) {
        var steps = request.path().split("/");
        if (steps.length < 3 || !steps[1].equals("apis")) {
            return false;
        }
        var group = steps[2];
        return !extensions.knows(group)
                && server.types().resources().stream()
                        .noneMatch(type -> !type.dynamic() && type.group().equals(group))
                && (RequestPath.of(request).plural().isEmpty()
                        || server.types()
                                .byResource(RequestPath.of(request).groupVersionResource())
                                .isEmpty()
                        || isMisplaced(RequestPath.of(request)));
    }

    private boolean isMisplaced(RequestPath path) {
        var type = server.types().byResource(path.groupVersionResource()).orElseThrow();
        return !type.namespaced() && !path.namespace().isEmpty();
    }

    private HttpResponse answer(AccessRequest question, RequestPath path, HttpRequest request) {
        var user = question.user();
        server.authorize(question);
        if (services.areAskedElsewhere(request.path())) {
            return HttpResponse.text(503, "service unavailable\n");
        }
        if (path.resource()) {
            if (connections.handles(path)) {
                return connections.handle(user, path, request);
            }
            if (proxies.handles(path)) {
                return proxies.handle(user, path, request);
            }
            if (extensions.handles(path)) {
                return extensions.handle(user, path, request);
            }
            return EventChannels.upgraded(resources.handle(user, path, request), request, clock);
        }
        for (var handler : paths) {
            var response = handler.handle(request);
            if (response.isPresent()) {
                return response.get();
            }
        }
        throw ApiErrors.noSuchResource();
    }

    private static AccessRequest question(UserInfo user, RequestPath path, HttpRequest request) {
        if (!path.resource()) {
            return AccessRequest.toPath(user, path.verb(), path.path());
        }
        return new AccessRequest(
                user,
                path.verb(),
                true,
                path.group(),
                path.version(),
                path.plural(),
                path.subresource(),
                path.nameAskedFor(request.query()),
                path.namespace(),
                "");
    }
}
