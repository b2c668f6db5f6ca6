package io.kubelayers.application.discovery;

import io.kubelayers.application.workloads.PodAvailability;
import io.kubelayers.nucleus.core.ObjectReferenceBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The Endpoints object of a Service, the older form of its slices: for each set of ports the addresses of the pods that
 * have them. Upstream source: {@code pkg/controller/endpoint/endpoints_controller.go}, {@code
 * pkg/api/v1/endpoints/util.go}.
 *
 * @param subsets addresses by ports, sorted
 * @param overCapacity whether addresses were left out beyond {@link #CAPACITY}
 * @param finding how many addresses there are
 */
public record EndpointsDecision(List<Endpoints.EndpointSubset> subsets, boolean overCapacity, Finding finding)
        implements Explained {
    /** Most addresses in one object. */
    public static final int CAPACITY = 1000;

    /** Where a pod is reached, and whether it is ready. */
    private record Place(Endpoints.EndpointAddress address, boolean ready) {}

    public EndpointsDecision {
        subsets = List.copyOf(subsets);
    }

    /**
     * Decides.
     *
     * @param pods the pods that the service's selector selects, in any state
     */
    public static EndpointsDecision of(Service service, List<Pod> pods) {
        var portsByAddress = new LinkedHashMap<Place, List<Endpoints.EndpointPort>>();
        for (var pod : pods) {
            var place = place(service, pod);
            if (place == null) {
                continue;
            }
            if (service.spec().ports().isEmpty()) {
                if ("None".equals(service.spec().clusterIP())) {
                    portsByAddress.put(place, new ArrayList<>());
                }
                continue;
            }
            var ports = ports(service, pod);
            if (!ports.isEmpty()) {
                portsByAddress.put(place, ports);
            }
        }
        var subsets = EndpointSubsets.packed(toSubsets(portsByAddress));
        int total = portsByAddress.size();
        boolean over = total > CAPACITY;
        var finding = Finding.note(
                "Endpoints",
                "service/" + service.metadata().nameOrEmpty(),
                total + " addresses in " + subsets.size() + " subsets");
        return new EndpointsDecision(over ? EndpointSubsets.truncated(subsets, CAPACITY) : subsets, over, finding);
    }

    private static List<Endpoints.EndpointSubset> toSubsets(Map<Place, List<Endpoints.EndpointPort>> portsByAddress) {
        var subsets = new ArrayList<Endpoints.EndpointSubset>();
        portsByAddress.forEach((place, ports) -> subsets.add(
                place.ready()
                        ? new Endpoints.EndpointSubset(List.of(place.address()), List.of(), ports)
                        : new Endpoints.EndpointSubset(List.of(), List.of(place.address()), ports)));
        return subsets;
    }

    private static List<Endpoints.EndpointPort> ports(Service service, Pod pod) {
        var ports = new ArrayList<Endpoints.EndpointPort>();
        for (var port : service.spec().ports()) {
            var number = TargetPorts.find(pod, port);
            if (number.isPresent()) {
                ports.add(new Endpoints.EndpointPort(
                        port.name(), number.getAsInt(), TargetPorts.protocol(port), port.appProtocol()));
            }
        }
        return ports;
    }

    private static @Nullable Place place(Service service, Pod pod) {
        boolean anyState = service.spec().publishNotReadyAddresses();
        if (!PodEndpoint.isListed(pod) || !anyState && pod.metadata().isBeingDeleted()) {
            return null;
        }
        var endpoint =
                PodEndpoint.of(pod, null, service, AddressFamilies.of(service).get(0));
        if (endpoint.addresses().isEmpty()) {
            return null;
        }
        var target = ObjectReferenceBuilder.builder()
                .kind("Pod")
                .namespace(pod.metadata().namespace())
                .name(pod.metadata().name())
                .uid(pod.metadata().uid())
                .build();
        var address = new Endpoints.EndpointAddress(
                endpoint.addresses().get(0), endpoint.hostname(), endpoint.nodeName(), target);
        return new Place(address, anyState || PodAvailability.isReady(pod));
    }

    /** The object that the service should have. */
    Endpoints applied(Service service, Endpoints current) {
        var labels = new TreeMap<>(service.metadata().labels());
        var ip = service.spec().clusterIP();
        if (ip == null || ip.equals("None")) {
            labels.put(SliceLabels.HEADLESS, "");
        } else {
            labels.remove(SliceLabels.HEADLESS);
        }
        labels.put(MANAGED_BY, CONTROLLER);
        var annotations = new TreeMap<>(current.metadata().annotations());
        if (overCapacity) {
            annotations.put(OVER_CAPACITY, "truncated");
        } else {
            annotations.remove(OVER_CAPACITY);
        }
        return current.withMetadata(current.metadata().withLabels(labels).withAnnotations(annotations))
                .withSubsets(subsets);
    }

    /** Label by which the mirroring controller knows what is not to be mirrored, since 1.33. */
    static final String MANAGED_BY = "endpoints.kubernetes.io/managed-by";

    static final String CONTROLLER = "endpoint-controller";

    private static final String OVER_CAPACITY = "endpoints.kubernetes.io/over-capacity";

    @Override
    public String explain() {
        return finding.message();
    }
}
