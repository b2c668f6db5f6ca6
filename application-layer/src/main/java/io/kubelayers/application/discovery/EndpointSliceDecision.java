package io.kubelayers.application.discovery;

import io.kubelayers.application.workloads.WorkloadEvent;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which EndpointSlices a Service gets for its pods, with as few changes to existing ones as possible.
 *
 * <p>There is one set of slices for each address family and each group of target ports, at most 100 endpoints a slice. A
 * service without endpoints keeps one empty slice. Upstream source: {@code staging/src/k8s.io/endpointslice/reconciler.go}.
 *
 * @param create slices to create, to be named by the server
 * @param update slices to write back
 * @param delete slices to delete
 * @param incomplete whether a pod was left out because its node is unknown, so that it should be tried again
 * @param events what to tell about the service
 * @param hinted what to remember of endpoints that are given to zones
 * @param finding why, with one child for each pod
 */
public record EndpointSliceDecision(
        List<EndpointSlice> create,
        List<EndpointSlice> update,
        List<EndpointSlice> delete,
        boolean incomplete,
        List<WorkloadEvent> events,
        HintedZones hinted,
        Finding finding)
        implements Explained {
    /** Most endpoints in one slice. */
    public static final int MAX_ENDPOINTS = 100;

    public EndpointSliceDecision {
        create = List.copyOf(create);
        update = List.copyOf(update);
        delete = List.copyOf(delete);
        events = List.copyOf(events);
    }

    /**
     * Decides with the usual limit of 100 endpoints a slice.
     *
     * @param service the service; one that is being deleted gets no new slices
     * @param pods the pods its selector selects, in any state
     * @param nodes the nodes by name, for the zones
     * @param existing the slices that carry the service's name and were made by this controller
     */
    public static EndpointSliceDecision of(
            Service service, List<Pod> pods, Map<String, Node> nodes, List<EndpointSlice> existing) {
        return of(service, pods, nodes, existing, MAX_ENDPOINTS);
    }

    /** Decides with another limit of endpoints a slice. */
    public static EndpointSliceDecision of(
            Service service, List<Pod> pods, Map<String, Node> nodes, List<EndpointSlice> existing, int limit) {
        return of(service, pods, nodes, existing, limit, ZoneShares.UNKNOWN, HintedZones.NONE);
    }

    /** Decides where endpoints may be given to zones. */
    static EndpointSliceDecision of(
            Service service,
            List<Pod> pods,
            Map<String, Node> nodes,
            List<EndpointSlice> existing,
            int limit,
            ZoneShares shares,
            HintedZones hinted) {
        var work = new SliceWork(service, pods, nodes, limit, shares, hinted);
        var families = AddressFamilies.of(service);
        Map<String, List<EndpointSlice>> byFamily = new LinkedHashMap<>();
        families.forEach(family -> byFamily.put(family, new ArrayList<>()));
        for (var slice : existing) {
            var sameFamily = byFamily.get(slice.addressType());
            if (sameFamily == null) {
                work.delete.add(slice);
            } else {
                sameFamily.add(slice);
            }
        }
        byFamily.forEach(work::family);
        return work.decision();
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
