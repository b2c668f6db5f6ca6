package io.kubelayers.interfaces.testkit;

import io.kubelayers.application.discovery.Connection;
import io.kubelayers.application.discovery.DnsAnswer;
import io.kubelayers.application.discovery.EndpointSlice;
import io.kubelayers.application.discovery.ProxyDecision;
import io.kubelayers.application.discovery.Service;
import io.kubelayers.application.discovery.ServiceDns;
import io.kubelayers.application.discovery.ServiceProxy;
import io.kubelayers.interfaces.spelling.NearestName;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.runtime.SeededRandom;
import java.util.List;

/**
 * Assertions about a service in a cluster.
 *
 * <pre>{@code
 * assertThat(cluster).service("shop/web").resolves("web.shop.svc.cluster.local").routesTo("web-0");
 * }</pre>
 */
public final class ServiceAssert extends AbstractStoredObjectAssert<ServiceAssert, Service> {
    /** An address that no pod has: reserved for documentation (RFC 5737). */
    private static final String CLIENT = "192.0.2.1";

    private static final String DOMAIN = ".cluster.local";

    private static final String SLICE_OWNER = "kubernetes.io/service-name";

    ServiceAssert(Cluster cluster, Service service) {
        super(cluster, service, ServiceAssert.class);
    }

    /**
     * A pod of the service's namespace that looks up this name gets the service's address or, for a headless service, those
     * of its endpoints.
     *
     * @param name full, {@code web.shop.svc.cluster.local}, or short, {@code web}
     */
    public ServiceAssert resolves(String name) {
        var answer = dns(name);
        var wish = "name " + name + " leads to " + subject();
        if (answer.data().isEmpty()) {
            throw mismatch(Mismatch.expected(wish).but(answer.explain()).why(answer));
        }
        var addresses = addresses();
        if (!addresses.containsAll(answer.data())) {
            throw mismatch(Mismatch.expected(wish)
                    .but("it leads to " + String.join(", ", answer.data()) + "; the service is at "
                            + String.join(", ", addresses))
                    .why(answer));
        }
        return this;
    }

    private DnsAnswer dns(String name) {
        var namespaces = cluster.lister(Namespace.class).list().stream()
                .map(namespace -> namespace.metadata().nameOrEmpty())
                .toList();
        var dns = ServiceDns.of(
                namespaces,
                cluster.lister(Service.class).list(),
                cluster.lister(EndpointSlice.class).list());
        var address = actual.spec().clusterIP();
        var type = actual.spec().externalName() != null
                ? DnsAnswer.Type.CNAME
                : address != null && address.indexOf(':') >= 0 ? DnsAnswer.Type.AAAA : DnsAnswer.Type.A;
        return name.endsWith(DOMAIN)
                ? dns.query(name, type)
                : dns.lookup(actual.metadata().namespaceOrEmpty(), name, type);
    }

    private List<String> addresses() {
        if (actual.spec().externalName() != null) {
            return List.of(actual.spec().externalName());
        }
        var own = actual.spec().clusterIP();
        if (own != null && !own.equals("None")) {
            return actual.spec().clusterIPs().isEmpty()
                    ? List.of(own)
                    : actual.spec().clusterIPs();
        }
        return slices().stream()
                .flatMap(slice -> slice.endpoints().stream())
                .flatMap(endpoint -> endpoint.addresses().stream())
                .toList();
    }

    private List<EndpointSlice> slices() {
        return cluster.lister(EndpointSlice.class).list(actual.metadata().namespaceOrEmpty()).stream()
                .filter(slice -> actual.metadata()
                        .nameOrEmpty()
                        .equals(slice.metadata().labels().get(SLICE_OWNER)))
                .toList();
    }

    /** A connection from inside the cluster to the first port may reach the pod of that name. */
    public ServiceAssert routesTo(String pod) {
        var route = route();
        var backends = pods(route);
        if (!backends.contains(pod)) {
            throw mismatch(Mismatch.expected("connections to " + subject() + " reach pod " + pod)
                    .but(
                            backends.isEmpty()
                                    ? "they reach nobody: the service " + route.explain()
                                    : "they reach " + String.join(", ", backends))
                    .why(route)
                    .hint(
                            backends.isEmpty()
                                    ? ""
                                    : NearestName.of(pod, backends)
                                            .map(name -> "typo of " + name + "?")
                                            .orElse("")));
        }
        return this;
    }

    /** As {@link #routesTo(String)}. */
    public ServiceAssert routesTo(Pod pod) {
        return routesTo(pod.metadata().nameOrEmpty());
    }

    /** Connections from inside the cluster to the first port never reach the pod of that name. */
    public ServiceAssert doesNotRouteTo(String pod) {
        var route = route();
        if (pods(route).contains(pod)) {
            throw mismatch(Mismatch.expected("connections to " + subject() + " don't reach pod " + pod)
                    .but("they may")
                    .why(route));
        }
        return this;
    }

    private ProxyDecision route() {
        int port = actual.spec().ports().isEmpty()
                ? 0
                : actual.spec().ports().get(0).port();
        return ServiceProxy.of(actual, slices())
                .route(Connection.fromPod(CLIENT, port, "", ""), null, cluster.now(), SeededRandom.of(1));
    }

    private static List<String> pods(ProxyDecision route) {
        return route.candidates().stream()
                .map(backend -> backend.pod() == null ? backend.toString() : backend.pod())
                .toList();
    }
}
