package io.kubelayers.governance.networkpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What holds for all policies:
 *
 * <ul>
 *   <li>the compiled network decides as the documentation read aloud does, and so does the matrix
 *   <li>adding a policy that selects nothing changes nothing
 *   <li>adding a policy closes nothing to a pod that is isolated already
 *   <li>the order of policies does not matter
 *   <li>the difference of a change undone is the change turned round
 *   <li>sets of ports behave as sets
 * </ul>
 */
class NetworkPolicyLawsTest {
    private static final List<Namespace> NAMESPACES = Networks.of(Namespace.class, Networks.SHOP);
    private static final List<Pod> PODS = Networks.of(Pod.class, Networks.ON_NODES);

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theIndexDecidesAsTheDocumentationDoes(
            @ForAll("policies") List<NetworkPolicy> policies, @ForAll("connections") NetworkConnection connection) {
        var network = NetworkReachability.of(NAMESPACES, PODS, policies);
        var matrix = network.matrix();
        boolean allowed = new NaiveNetwork(NAMESPACES, PODS, policies).allows(connection);

        assertThat(network.verdict(connection).allowed()).isEqualTo(allowed);
        for (var from : matrix.ends()) {
            for (var to : matrix.ends()) {
                var same = new NetworkConnection(from, to, connection.port(), connection.protocol());
                assertThat(matrix.reaches(same))
                        .as(same.toString())
                        .isEqualTo(new NaiveNetwork(NAMESPACES, PODS, policies).allows(same));
            }
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aPolicyThatSelectsNothingChangesNothing(
            @ForAll("policies") List<NetworkPolicy> policies, @ForAll("policies") List<NetworkPolicy> more) {
        var grown = new ArrayList<>(policies);
        for (var policy : more) {
            var ghost = Networks.policies(Networks.policy("ghost", "{podSelector: {matchLabels: {app: ghost}}}"))
                    .get(0);
            grown.add(policy.withSpec(policy.spec().withPodSelector(ghost.spec().podSelector())));
        }

        assertThat(NetworkDifference.between(NAMESPACES, PODS, policies, grown).changes())
                .isEmpty();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void isolatedPodsAreOnlyOpenedByMorePolicies(
            @ForAll("policies") List<NetworkPolicy> policies, @ForAll("policies") List<NetworkPolicy> more) {
        var closed = new ArrayList<>(policies);
        for (var namespace : List.of("shop", "ops")) {
            var all = Networks.policies(Networks.policy("all", "{podSelector: {}, policyTypes: [Ingress, Egress]}"))
                    .get(0);
            closed.add(all.withMetadata(all.metadata().withNamespace(namespace)));
        }
        var grown = new ArrayList<>(closed);
        grown.addAll(more);

        assertThat(NetworkDifference.between(NAMESPACES, PODS, closed, grown).closed())
                .isEmpty();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfPoliciesDoesNotMatter(@ForAll("policies") List<NetworkPolicy> policies) {
        var reversed = new ArrayList<>(policies);
        Collections.reverse(reversed);

        assertThat(NetworkDifference.between(NAMESPACES, PODS, policies, reversed)
                        .changes())
                .isEmpty();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aChangeUndoneIsTheChangeTurnedRound(
            @ForAll("policies") List<NetworkPolicy> before, @ForAll("policies") List<NetworkPolicy> after) {
        var there = NetworkDifference.between(NAMESPACES, PODS, before, after);
        var back = NetworkDifference.between(NAMESPACES, PODS, after, before);

        assertThat(there.changes().stream().map(NetworkDifference.Change::opened))
                .isEqualTo(back.changes().stream()
                        .map(NetworkDifference.Change::closed)
                        .toList());
    }

    @Property
    void setsOfPortsAreSets(@ForAll("ports") PortSet one, @ForAll("ports") PortSet other) {
        for (int port : List.of(1, 2, 3, 79, 80, 81, 100, 65535)) {
            for (var protocol : List.of("TCP", "UDP", "SCTP")) {
                boolean in = one.contains(port, protocol);
                boolean there = other.contains(port, protocol);
                assertThat(one.union(other).contains(port, protocol)).isEqualTo(in || there);
                assertThat(one.intersection(other).contains(port, protocol)).isEqualTo(in && there);
                assertThat(one.minus(other).contains(port, protocol)).isEqualTo(in && !there);
            }
        }
        assertThat(one.minus(other).union(one.intersection(other))).isEqualTo(one);
    }

    @Provide
    Arbitrary<PortSet> ports() {
        var bounds = Arbitraries.of(1, 2, 3, 79, 80, 81, 100, 65535);
        return Combinators.combine(Arbitraries.of("TCP", "UDP", "SCTP"), bounds, bounds)
                .as(PortSet::range)
                .list()
                .ofMaxSize(4)
                .map(all -> all.stream().reduce(PortSet.NONE, PortSet::union));
    }

    @Provide
    Arbitrary<NetworkConnection> connections() {
        var ends = Arbitraries.of(
                NetworkEndpoint.pod("shop", "web-0"),
                NetworkEndpoint.pod("shop", "web-1"),
                NetworkEndpoint.pod("shop", "db"),
                NetworkEndpoint.pod("ops", "monitor"),
                NetworkEndpoint.pod("ops", "agent"),
                NetworkEndpoint.address("192.0.2.1"),
                NetworkEndpoint.address("192.0.2.2"),
                NetworkEndpoint.address("10.0.0.77"),
                NetworkEndpoint.address("203.0.113.9"));
        return Combinators.combine(
                        ends, ends, Arbitraries.of(53, 80, 5432, 8080, 8081), Arbitraries.of("TCP", "UDP", "SCTP"))
                .as(NetworkConnection::new);
    }

    @Provide
    Arbitrary<List<NetworkPolicy>> policies() {
        var labels = Arbitraries.of(
                "{}",
                "{matchLabels: {app: web}}",
                "{matchLabels: {app: db}}",
                "{matchExpressions: [{key: app, operator: NotIn, values: [web]}]}",
                "{matchExpressions: [{key: tier, operator: DoesNotExist}]}",
                "{matchExpressions: [{key: app, operator: Exists}]}",
                "{matchExpressions: [{key: app, operator: In, values: [db, monitor]}]}");
        var namespaces = Arbitraries.of("{}", "{matchLabels: {team: ops}}", "{matchLabels: {team: none}}");
        var peer = Arbitraries.oneOf(
                labels.map(pods -> "{podSelector: " + pods + "}"),
                namespaces.map(chosen -> "{namespaceSelector: " + chosen + "}"),
                Combinators.combine(namespaces, labels)
                        .as((chosen, pods) -> "{namespaceSelector: " + chosen + ", podSelector: " + pods + "}"),
                Arbitraries.of(
                        "{ipBlock: {cidr: 10.0.0.0/16}}",
                        "{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/30, 203.0.113.0/24]}}",
                        "{ipBlock: {cidr: 203.0.113.0/24}}",
                        "{ipBlock: {cidr: 192.0.2.1/32}}",
                        "{ipBlock: {cidr: 'fd00::/8'}}"));
        var port = Arbitraries.of(
                "{port: 5432}",
                "{port: http}",
                "{port: sql, protocol: TCP}",
                "{port: 53, protocol: UDP}",
                "{protocol: SCTP}",
                "{port: 80, endPort: 8080}",
                "{}");
        var rule = Combinators.combine(peer.list().ofMaxSize(2), port.list().ofMaxSize(2))
                .as((peers, ports) -> new String[] {peers.toString(), ports.toString()});
        var rules = rule.list().ofMaxSize(2);
        var types = Arbitraries.of("[]", "[Ingress]", "[Egress]", "[Ingress, Egress]");
        return Combinators.combine(Arbitraries.of("shop", "ops"), labels, rules, rules, types)
                .as((namespace, selector, in, out, kinds) -> {
                    var policy = Networks.policies(Networks.policy(
                                    "p",
                                    "{podSelector: " + selector + ", policyTypes: " + kinds + ", ingress: "
                                            + list(in, "from") + ", egress: " + list(out, "to") + "}"))
                            .get(0);
                    return policy.withMetadata(policy.metadata().withNamespace(namespace));
                })
                .list()
                .ofMaxSize(3);
    }

    private static String list(List<String[]> rules, String peers) {
        var text = new ArrayList<String>();
        for (var rule : rules) {
            text.add("{" + peers + ": " + rule[0] + ", ports: " + rule[1] + "}");
        }
        return text.toString();
    }
}
