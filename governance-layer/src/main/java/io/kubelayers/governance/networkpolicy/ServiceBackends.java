package io.kubelayers.governance.networkpolicy;

import io.kubelayers.application.discovery.Endpoint;
import io.kubelayers.application.discovery.EndpointSlice;
import io.kubelayers.application.discovery.Service;
import io.kubelayers.application.discovery.ServicePort;
import io.kubelayers.nucleus.core.Protocol;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The endpoints behind a port of a service, as policies see them: pods and addresses with their own ports. */
record ServiceBackends(
        NetworkReachability network, String service, ServicePort port, Set<ServiceBackends.Backend> backends) {
    private static final String SERVICE_NAME = "kubernetes.io/service-name";

    record Backend(NetworkEndpoint end, int port, String protocol) {}

    static ServiceBackends of(
            NetworkReachability network, Service service, IntOrString port, List<EndpointSlice> slices) {
        var meta = service.metadata();
        var chosen = find(service, port);
        var backends = new LinkedHashSet<Backend>();
        for (var slice : slices) {
            if (!slice.metadata().namespaceOrEmpty().equals(meta.namespaceOrEmpty())
                    || !meta.nameOrEmpty().equals(slice.metadata().labels().get(SERVICE_NAME))) {
                continue;
            }
            for (var own : slice.ports()) {
                if (orEmpty(own.name()).equals(orEmpty(chosen.name())) && own.port() != null) {
                    for (var endpoint : slice.endpoints()) {
                        if (isReady(endpoint) && !endpoint.addresses().isEmpty()) {
                            backends.add(new Backend(end(network, endpoint), own.port(), protocol(own.protocol())));
                        }
                    }
                }
            }
        }
        return new ServiceBackends(network, meta.namespaceOrEmpty() + "/" + meta.nameOrEmpty(), chosen, backends);
    }

    private static ServicePort find(Service service, IntOrString wanted) {
        for (var port : service.spec().ports()) {
            if (wanted.isInt()
                    ? port.port() == wanted.intValue()
                    : wanted.toString().equals(port.name())) {
                return port;
            }
        }
        throw new IllegalArgumentException("service " + service.metadata().namespaceOrEmpty() + "/"
                + service.metadata().nameOrEmpty() + " has no port " + wanted);
    }

    private static boolean isReady(Endpoint endpoint) {
        return !Boolean.FALSE.equals(endpoint.conditions().ready());
    }

    private static NetworkEndpoint end(NetworkReachability network, Endpoint endpoint) {
        var address = endpoint.addresses().get(0);
        int pod = network.table().withAddress(address);
        return pod < 0
                ? NetworkEndpoint.address(address)
                : network.table().names().get(pod);
    }

    private static String protocol(@Nullable String protocol) {
        return protocol == null ? Protocol.TCP : protocol;
    }

    private static String orEmpty(@Nullable String name) {
        return name == null ? "" : name;
    }

    ServiceVerdict verdict(NetworkEndpoint from) {
        return new ServiceVerdict(
                from,
                service,
                protocol(port.protocol()) + " " + port.port(),
                backends.stream()
                        .map(backend -> network.verdict(
                                new NetworkConnection(from, backend.end(), backend.port(), backend.protocol())))
                        .toList());
    }
}
