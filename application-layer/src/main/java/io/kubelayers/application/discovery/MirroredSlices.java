package io.kubelayers.application.discovery;

import io.kubelayers.application.workloads.WorkloadEvent;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.meta.OwnerReference;
import io.kubelayers.nucleus.validation.Ips;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The EndpointSlices that repeat an Endpoints object which somebody keeps by hand, for a Service without a selector:
 * one slice for each address family and set of ports. Upstream source:
 * {@code pkg/controller/endpointslicemirroring/reconciler.go}.
 *
 * @param create slices to create, to be named by the server
 * @param update slices to write back
 * @param delete slices to delete
 * @param events what to tell about addresses that can't be repeated
 * @param finding how many slices there are to be
 */
public record MirroredSlices(
        List<EndpointSlice> create,
        List<EndpointSlice> update,
        List<EndpointSlice> delete,
        List<WorkloadEvent> events,
        Finding finding)
        implements Explained {
    /** Most addresses that are repeated of one subset. */
    public static final int MOST_OF_A_SUBSET = 1000;

    /** Value of the label {@link SliceLabels#MANAGED_BY} of these slices. */
    public static final String CONTROLLER = "endpointslicemirroring-controller.k8s.io";

    private static final List<String> NOT_COPIED = List.of(
            "endpoints.kubernetes.io/last-change-trigger-time", "kubectl.kubernetes.io/last-applied-configuration");

    /** What a slice has in common. */
    private record Kind(String addressType, List<EndpointSlice.EndpointPort> ports) {}

    /**
     * Decides.
     *
     * @param existing the slices that were made for this object before
     */
    public static MirroredSlices of(Endpoints endpoints, List<EndpointSlice> existing) {
        Map<Kind, Map<String, Endpoint>> wanted = new LinkedHashMap<>();
        int invalid = 0;
        int skipped = 0;
        for (var subset : endpoints.subsets()) {
            int added = 0;
            var ports = ports(subset);
            var all = new ArrayList<>(subset.addresses());
            all.addAll(subset.notReadyAddresses());
            for (int i = 0; i < all.size() && added < MOST_OF_A_SUBSET; i++) {
                var type = family(all.get(i).ip());
                if (type == null) {
                    invalid++;
                    continue;
                }
                var endpoint = endpoint(all.get(i), i < subset.addresses().size());
                wanted.computeIfAbsent(new Kind(type, ports), absent -> new LinkedHashMap<>())
                        .put(String.valueOf(PodEndpoint.identity(endpoint)), endpoint);
                added++;
            }
            skipped += all.size() - added;
        }
        return slices(endpoints, existing, wanted, events(invalid, skipped));
    }

    private static List<WorkloadEvent> events(int invalid, int skipped) {
        var events = new ArrayList<WorkloadEvent>();
        if (invalid > 0) {
            events.add(WorkloadEvent.warning(
                    "InvalidIPAddress",
                    "Skipped " + invalid + " invalid IP addresses when mirroring to EndpointSlices"));
        }
        if (skipped > invalid) {
            events.add(WorkloadEvent.warning(
                    "TooManyAddressesToMirror",
                    "A max of " + MOST_OF_A_SUBSET + " addresses can be mirrored to EndpointSlices per Endpoints"
                            + " subset. " + skipped + " addresses were skipped"));
        }
        return events;
    }

    private static MirroredSlices slices(
            Endpoints endpoints,
            List<EndpointSlice> existing,
            Map<Kind, Map<String, Endpoint>> wanted,
            List<WorkloadEvent> events) {
        Map<Kind, List<EndpointSlice>> byKind = new LinkedHashMap<>();
        for (var slice : existing) {
            byKind.computeIfAbsent(new Kind(slice.addressType(), slice.ports()), absent -> new ArrayList<>())
                    .add(slice);
        }
        var create = new ArrayList<EndpointSlice>();
        var update = new ArrayList<EndpointSlice>();
        var delete = new ArrayList<EndpointSlice>();
        wanted.forEach((kind, listed) -> {
            var known = byKind.remove(kind);
            var list = List.copyOf(listed.values());
            if (known == null) {
                create.add(new EndpointSlice(
                        metadata(
                                endpoints,
                                ObjectMetaBuilder.builder()
                                        .generateName(endpoints.metadata().nameOrEmpty() + "-")
                                        .namespace(endpoints.metadata().namespace())
                                        .build()),
                        kind.addressType(),
                        list,
                        kind.ports()));
                return;
            }
            var first = known.get(0);
            var changed =
                    first.withMetadata(metadata(endpoints, first.metadata())).withEndpoints(list);
            if (!changed.equals(first)) {
                update.add(changed);
            }
            delete.addAll(known.subList(1, known.size()));
        });
        byKind.values().forEach(delete::addAll);
        var finding = Finding.note(
                "EndpointSliceMirroring",
                "endpoints/" + endpoints.metadata().nameOrEmpty(),
                wanted.size() + " slices repeat it");
        return new MirroredSlices(create, update, delete, events, finding);
    }

    private static ObjectMeta metadata(Endpoints endpoints, ObjectMeta slice) {
        var name = endpoints.metadata().nameOrEmpty();
        var labels = new TreeMap<>(endpoints.metadata().labels());
        labels.put(SliceLabels.SERVICE_NAME, name);
        labels.put(SliceLabels.MANAGED_BY, CONTROLLER);
        var annotations = new TreeMap<>(endpoints.metadata().annotations());
        NOT_COPIED.forEach(annotations::remove);
        return ObjectMetaBuilder.builder(slice)
                .labels(labels)
                .annotations(annotations)
                .ownerReferences(List.of(new OwnerReference(
                        "v1", "Endpoints", name, endpoints.metadata().uidOrEmpty(), true, true)))
                .build();
    }

    private static List<EndpointSlice.EndpointPort> ports(Endpoints.EndpointSubset subset) {
        var ports = new ArrayList<EndpointSlice.EndpointPort>();
        for (var port : subset.ports()) {
            ports.add(new EndpointSlice.EndpointPort(
                    port.name() == null ? "" : port.name(), port.protocol(), port.port(), port.appProtocol()));
        }
        return List.copyOf(ports);
    }

    private static Endpoint endpoint(Endpoints.EndpointAddress address, boolean ready) {
        return new Endpoint(
                List.of(address.ip()),
                new Endpoint.Conditions(ready, null, null),
                address.hostname(),
                address.targetRef(),
                Map.of(),
                address.nodeName(),
                null,
                null);
    }

    private static @Nullable String family(String ip) {
        return Ips.parse(ip).isPresent() ? PodEndpoint.family(ip) : null;
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
