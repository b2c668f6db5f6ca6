package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.podstream.PodPlace;
import io.kubelayers.nucleus.podstream.ProxyName;
import io.kubelayers.nucleus.runtime.SeededRandom;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.SubresourceHandler;
import io.kubelayers.nucleus.streaming.ProxyTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code services/NAME/proxy} (registry/core/service/storage {@code storage.go}, ResourceLocation): one of the endpoints of
 * the port that is asked for, chosen at random. Only endpoints that are pods can be reached.
 */
public final class ServiceProxySubresource implements SubresourceHandler {
    private final PodPlace place;
    private final Informers informers;
    private final SeededRandom random;

    public ServiceProxySubresource(PodPlace place, Informers informers, SeededRandom random) {
        this.place = place;
        this.informers = informers;
        this.random = random;
    }

    /** A pod behind the service, with the port it listens on. */
    private record Place(String namespace, String pod, int port) {}

    @Override
    public Class<Service> parent() {
        return Service.class;
    }

    @Override
    public String name() {
        return "proxy";
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        var name = ProxyName.parse(request.name())
                .orElseThrow(() -> ApiErrors.badRequest("invalid service request \"" + request.name() + "\""));
        var port = portName(request.namespace(), name);
        var places = places(request.namespace(), name.name(), port);
        if (places.isEmpty()) {
            throw ApiErrors.serviceUnavailable("no endpoints available for service \"" + request.name() + "\"");
        }
        var chosen = places.get(places.size() == 1 ? 0 : random.nextInt(places.size()));
        return new ApiResponse.Connected(target(chosen), List.of());
    }

    private ProxyTarget target(Place chosen) {
        return place.target(place.pod(chosen.namespace(), chosen.pod()), chosen.port());
    }

    /** Ports are told by name; a number stands for the name of the port that has it. */
    private String portName(String namespace, ProxyName name) {
        if (!name.port().matches("[0-9]{1,9}")) {
            return name.port();
        }
        var service = informers
                .lister(Service.class)
                .get(namespace, name.name())
                .orElseThrow(() -> ApiErrors.notFound(new ApiErrors.Resource("", "services"), name.name()));
        int number = Integer.parseInt(name.port());
        for (var port : service.spec().ports()) {
            if (port.port() == number) {
                return port.name() == null ? "" : port.name();
            }
        }
        throw ApiErrors.serviceUnavailable("no service port " + number + " found for service \"" + name.name() + "\"");
    }

    private List<Place> places(String namespace, String service, String portName) {
        var endpoints = informers
                .lister(Endpoints.class)
                .get(namespace, service)
                .orElseThrow(() -> ApiErrors.notFound(new ApiErrors.Resource("", "endpoints"), service));
        if (endpoints.subsets().isEmpty()) {
            throw ApiErrors.serviceUnavailable("no endpoints available for service \"" + service + "\"");
        }
        var places = new ArrayList<Place>();
        for (var subset : endpoints.subsets()) {
            for (var port : subset.ports()) {
                if ((port.name() == null ? "" : port.name()).equals(portName)) {
                    for (var address : subset.addresses()) {
                        pod(namespace, address).ifPresent(pod -> places.add(new Place(namespace, pod, port.port())));
                    }
                }
            }
        }
        return places;
    }

    /** The pod of an address, if it still has it. */
    private Optional<String> pod(String namespace, Endpoints.EndpointAddress address) {
        var target = address.targetRef();
        if (target == null || !"Pod".equals(target.kind()) || target.name() == null) {
            return Optional.empty();
        }
        return informers
                .lister(Pod.class)
                .get(namespace, target.name())
                .filter(pod -> address.ip().equals(pod.status().podIP()))
                .map(pod -> pod.metadata().nameOrEmpty());
    }
}
