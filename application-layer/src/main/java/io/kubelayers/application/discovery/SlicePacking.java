package io.kubelayers.application.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fits the endpoints of one port group into slices with few writes.
 *
 * <p>Endpoints stay in the slice they are in. New ones first fill slices that change anyhow, fullest first; what is left
 * goes into one unchanged slice if it fits there, else into new slices. Slices are never evened out. Upstream source:
 * {@code reconcileByPortMapping} in {@code staging/src/k8s.io/endpointslice/reconciler.go}.
 */
final class SlicePacking {
    private final Service service;
    private final int capacity;
    private final EndpointSlice template;
    private final Map<String, EndpointSlice> changed = new LinkedHashMap<>();
    private final Map<String, EndpointSlice> unchanged = new LinkedHashMap<>();
    final List<EndpointSlice> create = new ArrayList<>();
    final List<EndpointSlice> delete = new ArrayList<>();

    /**
     * Starts with empty hands.
     *
     * @param template an empty slice of the group
     */
    SlicePacking(Service service, int capacity, EndpointSlice template) {
        this.service = service;
        this.capacity = capacity;
        this.template = template;
    }

    /** Places the endpoints; existing slices are of the same group. */
    void pack(List<EndpointSlice> existing, List<Endpoint> desired) {
        Map<List<@Nullable Object>, Endpoint> left = new LinkedHashMap<>();
        for (var endpoint : desired) {
            left.put(PodEndpoint.identity(endpoint), endpoint);
        }
        for (var slice : existing) {
            keep(slice, left);
        }
        var pending = new ArrayList<>(left.values());
        fillChanged(pending);
        while (!pending.isEmpty()) {
            var target = pending.size() < capacity ? roomiest(pending.size()) : null;
            if (target == null) {
                create.add(fill(template, pending));
            } else {
                unchanged.remove(target.metadata().name());
                changed.put(target.metadata().name(), fill(target, pending));
            }
        }
    }

    /** Slices that exist and change. */
    List<EndpointSlice> update() {
        return List.copyOf(changed.values());
    }

    private void keep(EndpointSlice slice, Map<List<@Nullable Object>, Endpoint> left) {
        var kept = new ArrayList<Endpoint>();
        boolean differs = false;
        for (var endpoint : slice.endpoints()) {
            var wanted = left.remove(PodEndpoint.identity(endpoint));
            if (wanted == null) {
                differs = true;
                continue;
            }
            // hints are none of the pod's business; they are set afterwards
            var withHints = wanted.withHints(endpoint.hints());
            differs |= !withHints.equals(endpoint);
            kept.add(withHints);
        }
        var name = slice.metadata().name();
        if (kept.isEmpty() && differs) {
            delete.add(slice);
        } else if (differs || SliceLabels.differ(slice, service)) {
            changed.put(
                    name,
                    slice.withEndpoints(kept).withMetadata(slice.metadata().withLabels(SliceLabels.of(service))));
        } else {
            unchanged.put(name, slice);
        }
    }

    private void fillChanged(List<Endpoint> pending) {
        var fullestFirst = new ArrayList<>(changed.values());
        fullestFirst.sort(Comparator.comparing(slice -> -slice.endpoints().size()));
        for (var slice : fullestFirst) {
            if (!pending.isEmpty()) {
                changed.put(slice.metadata().name(), fill(slice, pending));
            }
        }
    }

    /** The unchanged slice that will be nearest to full with that many more; null if they fit into none. */
    private @Nullable EndpointSlice roomiest(int count) {
        EndpointSlice best = null;
        int bestRoom = capacity;
        for (var slice : unchanged.values()) {
            int room = capacity - count - slice.endpoints().size();
            if (room >= 0 && room < bestRoom) {
                best = slice;
                bestRoom = room;
            }
        }
        return best;
    }

    private EndpointSlice fill(EndpointSlice slice, List<Endpoint> pending) {
        var endpoints = new ArrayList<>(slice.endpoints());
        while (!pending.isEmpty() && endpoints.size() < capacity) {
            endpoints.add(pending.remove(0));
        }
        return slice.withEndpoints(endpoints);
    }
}
