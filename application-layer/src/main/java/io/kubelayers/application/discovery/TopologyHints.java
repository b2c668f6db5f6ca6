package io.kubelayers.application.discovery;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives the endpoints of a Service to zones by the processors that each zone has, because its annotation {@code
 * service.kubernetes.io/topology-mode: Auto} asks for it: an endpoint serves its own zone, unless that has more than its
 * share and another less. Slices whose advice is still good stay as they are.
 *
 * <p>Upstream source: {@code AddHints} in {@code staging/src/k8s.io/endpointslice/topologycache/topologycache.go}.
 */
final class TopologyHints {
    private static final String MODE = "service.kubernetes.io/topology-mode";
    private static final String OLD_MODE = "service.kubernetes.io/topology-aware-hints";

    private final SortedMap<String, Double> shares;
    private final List<EndpointSlice> unchanged;
    private final SortedMap<String, Integer> given = new TreeMap<>();
    private @Nullable String problem;
    final List<EndpointSlice> create;
    final List<EndpointSlice> update;

    /**
     * For the slices of one address family.
     *
     * @param unchanged slices that need no change but for advice
     */
    TopologyHints(
            ZoneShares shares, List<EndpointSlice> create, List<EndpointSlice> update, List<EndpointSlice> unchanged) {
        this.shares = shares.byZone();
        this.create = new ArrayList<>(create);
        this.update = new ArrayList<>(update);
        this.unchanged = new ArrayList<>(unchanged);
        this.problem = assign();
        if (problem != null) {
            given.clear();
            clear();
        }
    }

    /** Whether a Service asks for it. */
    static boolean areWanted(Service service) {
        var annotations = service.metadata().annotations();
        var mode = annotations.containsKey(MODE) ? annotations.get(MODE) : annotations.get(OLD_MODE);
        return "Auto".equals(mode) || "auto".equals(mode);
    }

    /** Why there is no advice; null if there is. */
    @Nullable
    String problem() {
        return problem;
    }

    /** How many endpoints each zone has. */
    Map<String, Integer> given() {
        return given;
    }

    /**
     * How many endpoints a zone should have.
     *
     * @param most more would leave others with too few
     * @param desired its share
     */
    private record Allotment(int most, double desired) {}

    private @Nullable String assign() {
        int ready = ready(create) + ready(update) + ready(unchanged);
        if (shares.isEmpty()) {
            return "Insufficient Node information: allocatable CPU or zone not specified on one or more nodes";
        }
        var size = " (" + ready + " endpoints, " + shares.size() + " zones)";
        if (shares.size() > ready) {
            return "Insufficient number of endpoints" + size;
        }
        var allotments = allotments(ready);
        if (allotments == null) {
            return "Unable to allocate minimum required endpoints to each zone without exceeding overload threshold"
                    + size;
        }
        keep(allotments);
        if (!giveToOwnZones(create) || !giveToOwnZones(update)) {
            return "One or more endpoints do not have a zone specified";
        }
        new ZoneExchange(allotments(allotments), given).apply(create, update);
        return given.isEmpty() ? "No hints allocated for zones" : null;
    }

    private @Nullable SortedMap<String, Allotment> allotments(int ready) {
        int left = ready;
        for (double share : shares.values()) {
            left -= ZoneShares.fewest(share, ready);
        }
        if (left < 0) {
            return null;
        }
        var allotments = new TreeMap<String, Allotment>();
        for (var zone : shares.entrySet()) {
            int fewest = ZoneShares.fewest(zone.getValue(), ready);
            allotments.put(zone.getKey(), new Allotment(fewest + left, Math.max(zone.getValue() * ready, fewest)));
        }
        return allotments;
    }

    private static SortedMap<String, Double> allotments(SortedMap<String, Allotment> allotments) {
        var desired = new TreeMap<String, Double>();
        allotments.forEach((zone, allotment) -> desired.put(zone, allotment.desired()));
        return desired;
    }

    /** Unchanged slices count if their advice is still good; the others are changed. */
    private void keep(SortedMap<String, Allotment> allotments) {
        for (Iterator<EndpointSlice> each = unchanged.iterator(); each.hasNext(); ) {
            var slice = each.next();
            var hinted = hinted(slice, allotments);
            if (hinted == null) {
                update.add(slice);
                each.remove();
            } else {
                hinted.forEach((zone, endpoints) -> given.merge(zone, endpoints, Integer::sum));
            }
        }
    }

    private @Nullable Map<String, Integer> hinted(EndpointSlice slice, SortedMap<String, Allotment> allotments) {
        var hinted = new TreeMap<String, Integer>();
        for (var endpoint : slice.endpoints()) {
            if (!isReady(endpoint)) {
                continue;
            }
            var zones = TrafficHints.zones(endpoint);
            if (zones.isEmpty() || !allotments.keySet().containsAll(zones)) {
                return null;
            }
            zones.forEach(zone -> hinted.merge(zone, 1, Integer::sum));
        }
        for (var zone : hinted.entrySet()) {
            var allotment = allotments.get(zone.getKey());
            int all = zone.getValue() + given.getOrDefault(zone.getKey(), 0);
            if (allotment == null || all > allotment.most()) {
                return null;
            }
        }
        return hinted;
    }

    /** False if an endpoint is in no zone. */
    private boolean giveToOwnZones(List<EndpointSlice> slices) {
        for (int i = 0; i < slices.size(); i++) {
            var endpoints = new ArrayList<Endpoint>();
            for (var endpoint : slices.get(i).endpoints()) {
                if (!isReady(endpoint)) {
                    endpoints.add(endpoint.withHints(null));
                    continue;
                }
                var zone = endpoint.zone();
                if (zone == null || zone.isEmpty()) {
                    return false;
                }
                given.merge(zone, 1, Integer::sum);
                endpoints.add(endpoint.withHints(forZone(zone)));
            }
            slices.set(i, slices.get(i).withEndpoints(endpoints));
        }
        return true;
    }

    private void clear() {
        create.replaceAll(TopologyHints::withoutHints);
        update.replaceAll(TopologyHints::withoutHints);
        for (var slice : unchanged) {
            var bare = withoutHints(slice);
            if (!bare.equals(slice)) {
                update.add(bare);
            }
        }
    }

    private static EndpointSlice withoutHints(EndpointSlice slice) {
        return slice.withEndpoints(slice.endpoints().stream()
                .map(endpoint -> endpoint.withHints(null))
                .toList());
    }

    static Endpoint.Hints forZone(String zone) {
        return new Endpoint.Hints(List.of(new Endpoint.ForZone(zone)), List.of());
    }

    static boolean isReady(Endpoint endpoint) {
        return Boolean.TRUE.equals(endpoint.conditions().ready());
    }

    private static int ready(List<EndpointSlice> slices) {
        int ready = 0;
        for (var slice : slices) {
            for (var endpoint : slice.endpoints()) {
                ready += isReady(endpoint) ? 1 : 0;
            }
        }
        return ready;
    }
}
