package io.kubelayers.application.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Zones that have more endpoints than their share give some to those that have less. Equal zones are taken by name.
 *
 * <p>Upstream source: {@code getGivingAndReceivingZones} and {@code redistributeHints} in {@code
 * staging/src/k8s.io/endpointslice/topologycache/utils.go}.
 */
final class ZoneExchange {
    private final SortedMap<String, Integer> given;
    private final SortedMap<String, Integer> giving = new TreeMap<>();
    private final SortedMap<String, Integer> receiving = new TreeMap<>();

    /**
     * Finds who gives and who gets how many.
     *
     * @param desired the share of each zone, in endpoints
     * @param given the endpoints that each zone has; changes with the exchange
     */
    ZoneExchange(SortedMap<String, Double> desired, SortedMap<String, Integer> given) {
        this.given = given;
        var more = new TreeMap<String, Double>();
        var less = new TreeMap<String, Double>();
        desired.forEach((zone, share) -> {
            double over = given.getOrDefault(zone, 0) - share;
            if (over != 0) {
                (over > 0 ? more : less).put(zone, Math.abs(over));
            }
        });
        while (!more.isEmpty() && !less.isEmpty()) {
            var giver = most(more);
            var receiver = most(less);
            double gives = giver.getValue();
            double gets = receiver.getValue();
            if (gives < 1 && gets < 1 || gives < 0.5 || gets < 0.5) {
                return;
            }
            giving.merge(giver.getKey(), 1, Integer::sum);
            receiving.merge(receiver.getKey(), 1, Integer::sum);
            more.put(giver.getKey(), gives - 1);
            less.put(receiver.getKey(), gets - 1);
        }
    }

    private static Map.Entry<String, Double> most(SortedMap<String, Double> zones) {
        Map.Entry<String, Double> most = zones.entrySet().iterator().next();
        for (var zone : zones.entrySet()) {
            most = zone.getValue() > most.getValue() ? zone : most;
        }
        return Map.entry(most.getKey(), most.getValue());
    }

    /** Changes the advice of endpoints until each zone has given what it gives. */
    void apply(List<EndpointSlice> create, List<EndpointSlice> update) {
        apply(create);
        apply(update);
    }

    private void apply(List<EndpointSlice> slices) {
        for (int i = 0; i < slices.size() && !giving.isEmpty(); i++) {
            var endpoints = new ArrayList<>(slices.get(i).endpoints());
            endpoints.replaceAll(this::exchanged);
            slices.set(i, slices.get(i).withEndpoints(endpoints));
        }
    }

    private Endpoint exchanged(Endpoint endpoint) {
        var zone = endpoint.zone();
        if (zone == null || !giving.containsKey(zone) || receiving.isEmpty() || !TopologyHints.isReady(endpoint)) {
            return endpoint;
        }
        var receiver = receiving.firstKey();
        less(giving, zone);
        less(receiving, receiver);
        given.merge(zone, -1, Integer::sum);
        given.merge(receiver, 1, Integer::sum);
        return endpoint.withHints(TopologyHints.forZone(receiver));
    }

    private static void less(SortedMap<String, Integer> zones, String zone) {
        zones.computeIfPresent(zone, (name, left) -> left == 1 ? null : left - 1);
    }
}
