package io.kubelayers.application.discovery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The advice on endpoints that follows from a Service's {@code trafficDistribution}: serve clients of the endpoint's own
 * zone, and under PreferSameNode those of its own node first.
 *
 * <p>Only ready endpoints get advice. Upstream source: {@code staging/src/k8s.io/endpointslice/trafficdist}.
 */
public final class TrafficHints {
    /** Prefer endpoints of the client's zone; the older name of PreferSameZone. */
    public static final String PREFER_CLOSE = "PreferClose";
    /** Prefer endpoints of the client's zone. */
    public static final String PREFER_SAME_ZONE = "PreferSameZone";
    /** Prefer endpoints on the client's node, then those of its zone. */
    public static final String PREFER_SAME_NODE = "PreferSameNode";

    private TrafficHints() {}

    /** The slice with the hints its service asks for, or with none. */
    static EndpointSlice apply(EndpointSlice slice, Service service) {
        var endpoints = new ArrayList<Endpoint>(slice.endpoints().size());
        for (var endpoint : slice.endpoints()) {
            var hints = hints(endpoint, service.spec().trafficDistribution());
            endpoints.add(endpoint.withHints(hints));
        }
        return slice.withEndpoints(endpoints);
    }

    private static Endpoint.@Nullable Hints hints(Endpoint endpoint, @Nullable String distribution) {
        if (distribution == null || Boolean.FALSE.equals(endpoint.conditions().ready())) {
            return null;
        }
        var zones = new ArrayList<Endpoint.ForZone>();
        var nodes = new ArrayList<Endpoint.ForNode>();
        boolean sameNode = distribution.equals(PREFER_SAME_NODE);
        if (sameNode && endpoint.nodeName() != null) {
            nodes.add(new Endpoint.ForNode(endpoint.nodeName()));
        }
        boolean known = sameNode || distribution.equals(PREFER_CLOSE) || distribution.equals(PREFER_SAME_ZONE);
        if (known && endpoint.zone() != null) {
            zones.add(new Endpoint.ForZone(endpoint.zone()));
        }
        return zones.isEmpty() && nodes.isEmpty() ? null : new Endpoint.Hints(zones, nodes);
    }

    /** Whether every endpoint already has the hints its service asks for. */
    static boolean fit(EndpointSlice slice, Service service) {
        return apply(slice, service).equals(slice);
    }

    /** Names of the zones an endpoint should serve. */
    static List<String> zones(Endpoint endpoint) {
        return endpoint.hints() == null
                ? List.of()
                : endpoint.hints().forZones().stream()
                        .map(Endpoint.ForZone::name)
                        .toList();
    }

    /** Names of the nodes an endpoint should serve. */
    static List<String> nodes(Endpoint endpoint) {
        return endpoint.hints() == null
                ? List.of()
                : endpoint.hints().forNodes().stream()
                        .map(Endpoint.ForNode::name)
                        .toList();
    }
}
