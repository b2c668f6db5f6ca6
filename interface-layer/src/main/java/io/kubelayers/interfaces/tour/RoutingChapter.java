package io.kubelayers.interfaces.tour;

import io.kubelayers.application.discovery.Connection;
import io.kubelayers.application.discovery.DnsAnswer;
import io.kubelayers.application.discovery.EndpointSlice;
import io.kubelayers.application.discovery.ProxyDecision;
import io.kubelayers.application.discovery.Service;
import io.kubelayers.application.discovery.ServiceDns;
import io.kubelayers.application.discovery.ServiceProxy;
import io.kubelayers.application.discovery.SliceLabels;
import io.kubelayers.application.routing.Ingress;
import io.kubelayers.application.routing.IngressRouting;
import io.kubelayers.interfaces.tour.ChapterResult.Story;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.runtime.SeededRandom;
import java.util.List;
import java.util.Optional;

/** How a client finds a service: its name, its address, one of its pods. */
final class RoutingChapter implements Chapter {
    private static final String NONE = "None";

    @Override
    public String title() {
        return "From a name to a pod";
    }

    @Override
    public String layer() {
        return "application";
    }

    @Override
    public ChapterResult run(TourContext tour) {
        var services = tour.own(Service.class);
        if (services.isEmpty()) {
            return ChapterResult.notHere("These manifests bring no Service: there is nothing to find by name.");
        }
        var story = new Story()
                .say(
                        "A Service is a name and an address for the ready pods its selector finds. DNS answers the name, the "
                                + "proxy of each node sends a connection to one of the endpoints.");
        var dns = ServiceDns.of(
                tour.cluster().lister(io.kubelayers.nucleus.core.Namespace.class).list().stream()
                        .map(namespace -> namespace.metadata().nameOrEmpty())
                        .toList(),
                tour.cluster().lister(Service.class).list(),
                tour.cluster().lister(EndpointSlice.class).list());
        first(services, false).ifPresent(service -> plain(tour, dns, service, story));
        first(services, true).ifPresent(service -> headless(dns, service, story));
        story.say("A name that nobody has:")
                .why(dns.lookup(Names.namespace(services.get(0)), "no-such-service", DnsAnswer.Type.A));
        tour.own(Ingress.class).stream()
                .findFirst()
                .ifPresentOrElse(
                        ingress -> ingress(ingress, story),
                        () -> story.say(
                                "These manifests bring no Ingress: nothing enters from outside by host and path."));
        return story.end();
    }

    private static Optional<Service> first(List<Service> services, boolean headless) {
        return services.stream()
                .filter(service -> !service.spec().selector().isEmpty())
                .filter(service -> !service.spec().ports().isEmpty())
                .filter(service -> NONE.equals(service.spec().clusterIP()) == headless)
                .findFirst();
    }

    private static void plain(TourContext tour, ServiceDns dns, Service service, Story story) {
        var name = service.metadata().nameOrEmpty();
        story.say("A pod asks for " + name + ":").why(dns.lookup(Names.namespace(service), name, DnsAnswer.Type.A));
        var slices = tour.cluster().lister(EndpointSlice.class).list(Names.namespace(service)).stream()
                .filter(slice -> name.equals(slice.metadata().labels().get(SliceLabels.SERVICE_NAME)))
                .toList();
        client(tour, service).ifPresent(client -> {
            var decision = route(tour, service, slices, client);
            story.say("A connection from " + Names.key(client) + " on "
                            + client.spec().nodeName() + " to port "
                            + service.spec().ports().get(0).port() + ":")
                    .why(decision);
            if (decision.backend() != null) {
                story.fact(name + "." + Names.namespace(service) + " leads to " + decision.backend() + " on "
                        + decision.backend().node());
            }
        });
    }

    private static ProxyDecision route(TourContext tour, Service service, List<EndpointSlice> slices, Pod client) {
        var zone = tour.cluster()
                .lister(Node.class)
                .get("", String.valueOf(client.spec().nodeName()))
                .map(node -> node.metadata().labels().getOrDefault("topology.kubernetes.io/zone", ""))
                .orElse("");
        var connection = Connection.fromPod(
                String.valueOf(client.status().podIP()),
                service.spec().ports().get(0).port(),
                String.valueOf(client.spec().nodeName()),
                zone);
        return ServiceProxy.of(service, slices)
                .route(connection, null, tour.cluster().now(), SeededRandom.of(tour.seed()));
    }

    /** A ready pod that is not one of the service's own. */
    private static Optional<Pod> client(TourContext tour, Service service) {
        var pods = tour.pods().stream()
                .filter(TourContext::isReady)
                .filter(pod -> Names.namespace(pod).equals(Names.namespace(service)))
                .toList();
        return pods.stream().filter(pod -> !selects(service, pod)).findFirst().or(() -> pods.stream()
                .findFirst());
    }

    private static boolean selects(Service service, KubernetesObject pod) {
        return pod.metadata()
                .labels()
                .entrySet()
                .containsAll(service.spec().selector().entrySet());
    }

    private static void headless(ServiceDns dns, Service service, Story story) {
        story.say("A headless service has no address of its own; its name gives those of its pods:")
                .why(dns.lookup(Names.namespace(service), service.metadata().nameOrEmpty(), DnsAnswer.Type.A));
    }

    private static void ingress(Ingress ingress, Story story) {
        var host = ingress.spec().rules().isEmpty()
                ? "example.com"
                : Optional.ofNullable(ingress.spec().rules().get(0).host()).orElse("example.com");
        for (var path : List.of("/", "/api/search?q=shoes", "/api/searching")) {
            int query = path.indexOf('?');
            var routing = IngressRouting.of(ingress, host, query < 0 ? path : path.substring(0, query));
            story.say("From outside, http://" + host + path + " " + routing.explain() + ".");
        }
    }
}
