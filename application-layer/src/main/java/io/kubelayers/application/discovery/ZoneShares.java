package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.value.Quantity;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of the processors of all ready nodes each zone has, which is taken for its share of the clients.
 *
 * <p>Upstream source: {@code SetNodes} and {@code serviceOverloaded} in {@code
 * staging/src/k8s.io/endpointslice/topologycache}.
 *
 * @param byZone shares that sum up to 1; none if there are fewer than two zones, or a node tells too little of itself
 */
record ZoneShares(SortedMap<String, Double> byZone) {
    static final ZoneShares UNKNOWN = new ZoneShares(new TreeMap<>());

    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final double MOST_OVERLOAD = 0.2;

    static ZoneShares of(Collection<Node> nodes) {
        var milliByZone = new TreeMap<String, Long>();
        long total = 0;
        for (var node : nodes) {
            if (isControlPlane(node) || !isReady(node)) {
                continue;
            }
            var zone = zone(node);
            long milli = processors(node).milliValue();
            if (zone.isEmpty() || milli == 0) {
                return UNKNOWN;
            }
            total += milli;
            milliByZone.merge(zone, milli, Long::sum);
        }
        if (total == 0 || milliByZone.size() < 2) {
            return UNKNOWN;
        }
        var shares = new TreeMap<String, Double>();
        for (var zone : milliByZone.entrySet()) {
            shares.put(zone.getKey(), (double) zone.getValue() / total);
        }
        return new ZoneShares(shares);
    }

    boolean areKnown() {
        return !byZone.isEmpty();
    }

    /** The fewest endpoints of so many that keep a zone from more load than is borne. */
    static int fewest(double share, int endpoints) {
        return (int) Math.ceil(share * endpoints * (1 / (1 + MOST_OVERLOAD)));
    }

    /** Whether a zone has too few of the endpoints that were given to zones. */
    boolean overload(Map<String, Integer> endpointsByZone) {
        if (endpointsByZone.isEmpty()) {
            return false;
        }
        if (!areKnown()) {
            return true;
        }
        int total = 0;
        for (int endpoints : endpointsByZone.values()) {
            total += endpoints;
        }
        for (var zone : byZone.entrySet()) {
            var endpoints = endpointsByZone.get(zone.getKey());
            if (endpoints == null || endpoints < fewest(zone.getValue(), total)) {
                return true;
            }
        }
        return false;
    }

    /** Whether two states of a node are the same to shares. */
    static boolean areSame(Node one, Node other) {
        return isReady(one) == isReady(other)
                && isControlPlane(one) == isControlPlane(other)
                && zone(one).equals(zone(other))
                && processors(one).equals(processors(other));
    }

    private static String zone(Node node) {
        return node.metadata().labels().getOrDefault(ZONE, "");
    }

    private static Quantity processors(Node node) {
        return node.status().allocatable().getOrDefault(ResourceName.CPU, Quantity.ZERO);
    }

    private static boolean isControlPlane(Node node) {
        var labels = node.metadata().labels();
        return labels.containsKey("node-role.kubernetes.io/control-plane")
                || labels.containsKey("node-role.kubernetes.io/master");
    }

    private static boolean isReady(Node node) {
        for (var condition : node.status().conditions()) {
            if (condition.type().equals("Ready")) {
                return condition.status().equals("True");
            }
        }
        return false;
    }
}
