package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The endpoints of a Service that a connection may reach.
 *
 * <p>Under policy Local only those on the node that handles the connection; under policy Cluster all, narrowed by the
 * hints to the node or else its zone if every ready endpoint has such a hint and one points here. Ready endpoints count;
 * if there are none, those that still serve while they terminate. Upstream source: {@code CategorizeEndpoints} in {@code
 * pkg/proxy/topology.go}.
 *
 * @param policy what narrowed them down
 * @param backends the usable ones
 * @param elsewhere whether the service has usable endpoints that this connection may not reach
 * @param findings one for each endpoint, and why
 */
record UsableEndpoints(String policy, List<ProxyDecision.Backend> backends, boolean elsewhere, List<Finding> findings) {

    static UsableEndpoints of(Service service, List<EndpointSlice> slices, ServicePort port, Connection connection) {
        var candidates = ServiceProxy.candidates(port, slices);
        return isLocal(service, connection) ? local(candidates, connection.node()) : cluster(candidates, connection);
    }

    private static boolean isLocal(Service service, Connection connection) {
        if (connection.entry() == Connection.Entry.OUTSIDE_ADDRESS_FROM_POD) {
            return false;
        }
        var policy = connection.isExternal()
                ? service.spec().externalTrafficPolicy()
                : service.spec().internalTrafficPolicy();
        return Service.InternalTrafficPolicy.LOCAL.equals(policy);
    }

    private static UsableEndpoints local(List<ServiceProxy.Candidate> all, String node) {
        Predicate<ServiceProxy.Candidate> here = candidate -> candidate.isOn(node);
        boolean ready = all.stream().anyMatch(here.and(ServiceProxy.Candidate::isReady));
        boolean elsewhere = all.stream().anyMatch(candidate -> candidate.isReady() || candidate.isServingTerminating());
        return filter("Local", all, elsewhere, candidate -> {
            if (!candidate.isOn(node)) {
                return "is not on node " + node + ", and the traffic policy is Local";
            }
            return state(candidate, ready);
        });
    }

    private static UsableEndpoints cluster(List<ServiceProxy.Candidate> all, Connection connection) {
        var ready = all.stream().filter(ServiceProxy.Candidate::isReady).toList();
        boolean sameNode = hinted(ready, c -> TrafficHints.nodes(c.endpoint()), connection.node());
        boolean sameZone = !sameNode && hinted(ready, c -> TrafficHints.zones(c.endpoint()), connection.zone());
        var policy = sameNode ? "Cluster, same node" : sameZone ? "Cluster, same zone" : "Cluster";
        return filter(policy, all, false, candidate -> {
            var state = state(candidate, !ready.isEmpty());
            if (!state.isEmpty()) {
                return state;
            }
            if (sameNode && !TrafficHints.nodes(candidate.endpoint()).contains(connection.node())) {
                return "is hinted for other nodes";
            }
            if (sameZone && !TrafficHints.zones(candidate.endpoint()).contains(connection.zone())) {
                return "is hinted for other zones than " + connection.zone();
            }
            return "";
        });
    }

    /** Hints count only if every ready endpoint has some, and one of them is for this place. */
    private static boolean hinted(
            List<ServiceProxy.Candidate> ready, Function<ServiceProxy.Candidate, List<String>> hints, String place) {
        boolean any = false;
        for (var candidate : ready) {
            var places = hints.apply(candidate);
            if (places.isEmpty()) {
                return false;
            }
            any |= places.contains(place);
        }
        return any;
    }

    private static String state(ServiceProxy.Candidate candidate, boolean readyOnes) {
        if (readyOnes) {
            return candidate.isReady() ? "" : "is not ready";
        }
        return candidate.isServingTerminating() ? "" : "is neither ready nor serving while it terminates";
    }

    private static UsableEndpoints filter(
            String policy,
            List<ServiceProxy.Candidate> all,
            boolean elsewhere,
            Function<ServiceProxy.Candidate, String> excluded) {
        var backends = new ArrayList<ProxyDecision.Backend>();
        var findings = new ArrayList<Finding>();
        for (var candidate : all) {
            var why = excluded.apply(candidate);
            var subject = candidate.backend().toString();
            if (why.isEmpty()) {
                backends.add(candidate.backend());
                var usable = candidate.isReady() ? "is usable" : "is usable: nothing is ready, and it still serves";
                findings.add(Finding.pass(ServiceProxy.CODE, subject, usable));
            } else {
                findings.add(Finding.fail(ServiceProxy.CODE, subject, why));
            }
        }
        return new UsableEndpoints(policy, backends, elsewhere && backends.isEmpty(), findings);
    }
}
