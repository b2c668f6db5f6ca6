package io.kubelayers.application.discovery;

import com.google.common.net.InetAddresses;
import io.kubelayers.nucleus.explain.Finding;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Which endpoint a connection to a Service reaches, as the proxy of a node decides it.
 *
 * <ol>
 *   <li>the service port that is meant, and its port on the endpoints
 *   <li>loadBalancerSourceRanges, for connections to the load balancer
 *   <li>usable endpoints: see {@link UsableEndpoints}
 *   <li>the endpoint of an earlier connection of the client, under ClientIP affinity
 *   <li>any of them, by chance
 * </ol>
 *
 * Upstream source: {@code pkg/proxy} ({@code topology.go} and the iptables proxier).
 */
public final class ServiceProxy {
    static final String CODE = "ServiceProxy";

    /** How long a client stays with its endpoint unless the service says otherwise: three hours. */
    private static final int AFFINITY_SECONDS = 10800;

    private final Service service;
    private final List<EndpointSlice> slices;

    private ServiceProxy(Service service, List<EndpointSlice> slices) {
        this.service = service;
        this.slices = List.copyOf(slices);
    }

    /** The proxy rules of a service with these slices. */
    public static ServiceProxy of(Service service, List<EndpointSlice> slices) {
        return new ServiceProxy(service, slices);
    }

    /**
     * Decides about one connection.
     *
     * @param session what the last decision for this client said to remember; null if nothing
     * @param now time, by which sessions run out
     * @param random chooses among equal endpoints
     */
    public ProxyDecision route(
            Connection connection, ProxyDecision.@Nullable Session session, Instant now, RandomGenerator random) {
        var subject = "service/" + service.metadata().name();
        if (ServiceDns.isExternalName(service) || ServiceDns.isHeadless(service)) {
            var why = ServiceDns.isHeadless(service)
                    ? "is headless: clients connect to the addresses that DNS gives them"
                    : "is of type ExternalName: clients connect to "
                            + service.spec().externalName();
            return ProxyDecision.refused(ProxyDecision.Verdict.NOT_PROXIED, subject, why, List.of());
        }
        var port = port(connection);
        if (port == null) {
            return ProxyDecision.refused(
                    ProxyDecision.Verdict.REJECT,
                    subject,
                    "has no " + (connection.entry() == Connection.Entry.NODE_PORT ? "node port " : "port ")
                            + connection.port() + "/" + connection.protocol(),
                    List.of());
        }
        if (connection.entry() == Connection.Entry.LOAD_BALANCER && !isAllowedSource(connection.clientIp())) {
            return ProxyDecision.refused(
                    ProxyDecision.Verdict.DROP,
                    subject,
                    "lets only " + service.spec().loadBalancerSourceRanges() + " through, not " + connection.clientIp(),
                    List.of());
        }
        var usable = UsableEndpoints.of(service, slices, port, connection);
        if (usable.backends().isEmpty()) {
            // a service that has endpoints, only not for this node, stays silent so that balancers try elsewhere
            return ProxyDecision.refused(
                    usable.elsewhere() ? ProxyDecision.Verdict.DROP : ProxyDecision.Verdict.REJECT,
                    subject,
                    usable.elsewhere() ? "has no local endpoints on node " + connection.node() : "has no endpoints",
                    usable.findings());
        }
        return choose(subject, usable, session, now, random);
    }

    private ProxyDecision choose(
            String subject,
            UsableEndpoints usable,
            ProxyDecision.@Nullable Session session,
            Instant now,
            RandomGenerator random) {
        boolean sticky = Service.Affinity.CLIENT_IP.equals(service.spec().sessionAffinity());
        var backends = usable.backends();
        ProxyDecision.Backend chosen;
        String how;
        if (sticky && session != null && isAlive(session, now) && backends.contains(session.backend())) {
            chosen = session.backend();
            how = "the client's earlier connection went there (session affinity ClientIP)";
        } else {
            chosen = backends.get(random.nextInt(backends.size()));
            how = backends.size() == 1 ? "it is the only usable endpoint" : "one of " + backends.size() + " by chance";
        }
        var finding = Finding.pass(CODE, subject, "goes to " + chosen + ": " + how)
                .input("policy", usable.policy())
                .because(usable.findings());
        return new ProxyDecision(
                ProxyDecision.Verdict.FORWARD,
                chosen,
                backends,
                sticky ? new ProxyDecision.Session(chosen, now) : null,
                finding);
    }

    private boolean isAlive(ProxyDecision.Session session, Instant now) {
        var config = service.spec().sessionAffinityConfig();
        int seconds =
                config == null || config.clientIP() == null || config.clientIP().timeoutSeconds() == null
                        ? AFFINITY_SECONDS
                        : config.clientIP().timeoutSeconds();
        return Duration.between(session.lastUsed(), now).getSeconds() < seconds;
    }

    private @Nullable ServicePort port(Connection connection) {
        for (var port : service.spec().ports()) {
            int number = connection.entry() == Connection.Entry.NODE_PORT ? port.nodePort() : port.port();
            if (number == connection.port() && TargetPorts.protocol(port).equals(connection.protocol())) {
                return port;
            }
        }
        return null;
    }

    private boolean isAllowedSource(String clientIp) {
        var ranges = service.spec().loadBalancerSourceRanges();
        if (ranges.isEmpty()) {
            return true;
        }
        for (var range : ranges) {
            if (contains(range.strip(), clientIp)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(String cidr, String ip) {
        int slash = cidr.indexOf('/');
        var network = InetAddresses.forString(cidr.substring(0, slash)).getAddress();
        var address = InetAddresses.forString(ip).getAddress();
        int ignored = network.length * 8 - Integer.parseInt(cidr.substring(slash + 1));
        return network.length == address.length
                && Objects.equals(
                        new BigInteger(1, network).shiftRight(ignored), new BigInteger(1, address).shiftRight(ignored));
    }

    /** All backends a connection to this port can have, whatever their state. */
    static List<Candidate> candidates(ServicePort port, List<EndpointSlice> slices) {
        var candidates = new ArrayList<Candidate>();
        var name = port.name() == null ? "" : port.name();
        for (var slice : slices) {
            for (var slicePort : slice.ports()) {
                boolean named = name.equals(slicePort.name() == null ? "" : slicePort.name());
                boolean sameProtocol =
                        slicePort.protocol() == null || slicePort.protocol().equals(TargetPorts.protocol(port));
                if (!named || !sameProtocol || slicePort.port() == null) {
                    continue;
                }
                for (var endpoint : slice.endpoints()) {
                    var target = endpoint.targetRef();
                    if (!endpoint.addresses().isEmpty()) {
                        candidates.add(new Candidate(
                                endpoint,
                                new ProxyDecision.Backend(
                                        endpoint.addresses().get(0),
                                        slicePort.port(),
                                        endpoint.nodeName(),
                                        target == null ? null : target.name())));
                    }
                }
            }
        }
        return candidates;
    }

    /** An endpoint that may or may not be usable. */
    record Candidate(Endpoint endpoint, ProxyDecision.Backend backend) {
        boolean isReady() {
            return !Boolean.FALSE.equals(endpoint.conditions().ready());
        }

        boolean isServingTerminating() {
            boolean serving = !Boolean.FALSE.equals(endpoint.conditions().serving());
            return serving && Boolean.TRUE.equals(endpoint.conditions().terminating());
        }

        boolean isOn(String node) {
            return node.equals(endpoint.nodeName());
        }
    }
}
