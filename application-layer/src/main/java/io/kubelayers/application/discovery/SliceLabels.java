package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.meta.OwnerReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Name, labels and owner of the slices of a Service: the service's labels and three reserved ones.
 *
 * <p>Upstream source: {@code newEndpointSlice} and {@code setEndpointSliceLabels} in {@code
 * staging/src/k8s.io/endpointslice/utils.go}.
 */
public final class SliceLabels {
    /** Label with the name of the Service a slice belongs to. */
    public static final String SERVICE_NAME = "kubernetes.io/service-name";
    /** Label with the name of the controller that keeps a slice. */
    public static final String MANAGED_BY = "endpointslice.kubernetes.io/managed-by";
    /** Label of slices whose Service has no cluster IP. */
    public static final String HEADLESS = "service.kubernetes.io/headless";
    /** The controller this package decides for. */
    public static final String CONTROLLER = "endpointslice-controller.k8s.io";

    private static final Set<String> RESERVED = Set.of(SERVICE_NAME, MANAGED_BY, HEADLESS);

    private SliceLabels() {}

    /** The labels a slice should carry. */
    static Map<String, String> of(Service service) {
        var labels = new TreeMap<String, String>();
        service.metadata().labels().forEach((key, value) -> {
            if (!RESERVED.contains(key)) {
                labels.put(key, value);
            }
        });
        var ip = service.spec().clusterIP();
        if (ip == null || ip.equals("None")) {
            labels.put(HEADLESS, "");
        }
        labels.put(SERVICE_NAME, service.metadata().name());
        labels.put(MANAGED_BY, CONTROLLER);
        return labels;
    }

    /** Whether a slice carries other labels than the service; the reserved ones don't count. */
    static boolean differ(EndpointSlice slice, Service service) {
        return !withoutReserved(slice.metadata().labels())
                .equals(withoutReserved(service.metadata().labels()));
    }

    private static Map<String, String> withoutReserved(Map<String, String> labels) {
        var rest = new TreeMap<>(labels);
        rest.keySet().removeAll(RESERVED);
        return rest;
    }

    /** A new slice without endpoints, to be named by the server. */
    static EndpointSlice empty(Service service, String addressType, List<EndpointSlice.EndpointPort> ports) {
        var name = service.metadata().nameOrEmpty();
        var owner = new OwnerReference("v1", "Service", name, service.metadata().uidOrEmpty(), true, true);
        var metadata = ObjectMetaBuilder.builder()
                .generateName(name + "-")
                .namespace(service.metadata().namespace())
                .labels(of(service))
                .ownerReferences(List.of(owner))
                .build();
        return new EndpointSlice(metadata, addressType, List.of(), ports);
    }

    /** Whether the service, told by its uid, owns the slice. */
    static boolean owns(Service service, EndpointSlice slice) {
        for (var owner : slice.metadata().ownerReferences()) {
            if (owner.uid().equals(service.metadata().uid()) && owner.kind().equals("Service")) {
                return true;
            }
        }
        return false;
    }
}
