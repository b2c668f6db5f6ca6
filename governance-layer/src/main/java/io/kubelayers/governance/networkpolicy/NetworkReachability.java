package io.kubelayers.governance.networkpolicy;

import io.kubelayers.application.discovery.EndpointSlice;
import io.kubelayers.application.discovery.Service;
import io.kubelayers.governance.networkpolicy.NetworkEndpoint.Address;
import io.kubelayers.governance.networkpolicy.NetworkEndpoint.PodEndpoint;
import io.kubelayers.governance.networkpolicy.NetworkSide.RuleLook;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which connections network policies allow, in a cluster of these pods. Immutable; make it once and ask often.
 *
 * <p>Selectors are resolved when it is made: each rule holds the set of pods it names, each pod the policies that select
 * it. A verdict looks at those policies alone. No policy comes between a pod and the node it runs on: its addresses, as
 * the pods on it tell them, and the pods in its network.
 */
public final class NetworkReachability {
    private final PodTable table;
    private final List<CompiledPolicy> policies;
    private final List<List<CompiledPolicy>> ingress;
    private final List<List<CompiledPolicy>> egress;

    private NetworkReachability(PodTable table, List<CompiledPolicy> policies) {
        this.table = table;
        this.policies = policies;
        this.ingress = isolating(Direction.INGRESS);
        this.egress = isolating(Direction.EGRESS);
    }

    /**
     * Policies against the pods they are about. Pods without an address match no range; namespaces that are not given
     * have their name as only label.
     *
     * @throws IllegalArgumentException if a policy has a selector, a range or a port that cannot be read
     */
    public static NetworkReachability of(List<Namespace> namespaces, List<Pod> pods, List<NetworkPolicy> policies) {
        var table = new PodTable(namespaces, pods);
        return new NetworkReachability(
                table,
                policies.stream()
                        .map(policy -> CompiledPolicy.of(policy, table))
                        .toList());
    }

    private List<List<CompiledPolicy>> isolating(Direction direction) {
        var byPod = new ArrayList<List<CompiledPolicy>>();
        for (int pod = 0; pod < table.size(); pod++) {
            byPod.add(new ArrayList<>(0));
        }
        for (var policy : policies) {
            if (policy.rules(direction) != null) {
                policy.pods().stream().forEach(pod -> byPod.get(pod).add(policy));
            }
        }
        return byPod;
    }

    /** The pods, in the order given. */
    public List<PodEndpoint> pods() {
        return List.copyOf(table.names());
    }

    PodTable table() {
        return table;
    }

    List<CompiledPolicy> policies() {
        return policies;
    }

    List<CompiledPolicy> isolating(Direction direction, int pod) {
        return (direction == Direction.INGRESS ? ingress : egress).get(pod);
    }

    /**
     * Whether a connection can be opened, and which rule allows it or which policies isolate.
     *
     * @throws IllegalArgumentException if it is about a pod that is not there, or an address that is none
     */
    public NetworkVerdict verdict(NetworkConnection connection) {
        var from = place(connection.from());
        var to = place(connection.to());
        if (connection.from().equals(connection.to())) {
            return new NetworkVerdict(
                    connection,
                    NetworkSide.open(Direction.EGRESS, connection.from()),
                    NetworkSide.open(Direction.INGRESS, connection.to()));
        }
        return new NetworkVerdict(
                connection,
                side(Direction.EGRESS, connection.from(), from, to, to, connection),
                side(Direction.INGRESS, connection.to(), to, from, to, connection));
    }

    /** A pod by number, or an address if there is no such pod. */
    private record Place(int pod, @Nullable IpRange address) {}

    private Place place(NetworkEndpoint end) {
        return end instanceof PodEndpoint pod
                ? new Place(table.number(pod), null)
                : new Place(-1, IpRange.address(((Address) end).ip()));
    }

    private NetworkSide side(
            Direction direction,
            NetworkEndpoint end,
            Place own,
            Place other,
            Place destination,
            NetworkConnection connection) {
        if (own.pod < 0) {
            return NetworkSide.open(direction, end);
        }
        var isolating = isolating(direction, own.pod);
        if (isolating.isEmpty()) {
            return NetworkSide.open(direction, end);
        }
        if (isOwnNode(own.pod, other)) {
            return NetworkSide.ownNode(direction, end, names(isolating));
        }
        var looks = new ArrayList<RuleLook>();
        for (var policy : isolating) {
            var rules = policy.rules(direction);
            for (int i = 0; rules != null && i < rules.size(); i++) {
                var rule = rules.get(i);
                boolean peer = other.address == null ? rule.admitsPod(other.pod) : rule.admitsAddress(other.address);
                var ports = destination.pod < 0 ? rule.portsOutside() : rule.portsAt(destination.pod, table);
                boolean port = ports.contains(connection.port(), connection.protocol());
                looks.add(new RuleLook(rule.reference(), port, peer));
                if (peer && port) {
                    return new NetworkSide(direction, end, names(isolating), looks, false);
                }
            }
        }
        return new NetworkSide(direction, end, names(isolating), looks, false);
    }

    private boolean isOwnNode(int pod, Place other) {
        int node = table.nodes().of(pod);
        return node >= 0
                && node
                        == (other.address == null
                                ? table.nodes().inWhoseNetwork(other.pod)
                                : table.nodes().withAddress(other.address));
    }

    private static List<String> names(List<CompiledPolicy> policies) {
        var names = new ArrayList<String>(policies.size());
        for (int i = 0; i < policies.size(); i++) {
            names.add(policies.get(i).name());
        }
        return names;
    }

    /**
     * Whether a service can be reached, through each of its ready endpoints: the service's own address means nothing to
     * policies.
     *
     * @param port number or name of a port of the service
     * @param slices the endpoint slices of the service; others are not looked at
     * @throws IllegalArgumentException if the service has no such port
     */
    public ServiceVerdict toService(
            NetworkEndpoint from, Service service, IntOrString port, List<EndpointSlice> slices) {
        return ServiceBackends.of(this, service, port, slices).verdict(from);
    }

    /** Who reaches whom, on which ports. */
    public ReachabilityMatrix matrix() {
        return MatrixBuilder.build(this, OutsideZone.of(policies));
    }
}
