package io.kubelayers.governance.networkpolicy;

import static io.kubelayers.governance.networkpolicy.NetworkEndpoint.address;
import static io.kubelayers.governance.networkpolicy.NetworkEndpoint.pod;
import static io.kubelayers.governance.networkpolicy.Networks.policy;
import static io.kubelayers.governance.networkpolicy.Networks.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.discovery.EndpointSlice;
import io.kubelayers.application.discovery.Service;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Render;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What policies allow, and in which words. */
class NetworkReachabilityTest {
    private static final NetworkEndpoint WEB = pod("shop", "web-0");
    private static final NetworkEndpoint OTHER_WEB = pod("shop", "web-1");
    private static final NetworkEndpoint DB = pod("shop", "db");
    private static final NetworkEndpoint MONITOR = pod("ops", "monitor");
    private static final NetworkEndpoint INTERNET = address("198.51.100.7");

    private static final String CLOSED = policy("closed", "{podSelector: {}}");
    private static final String DB_FROM_WEB = policy(
            "db",
            "{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}],"
                    + " ports: [{port: sql}]}]}");

    record Case(String name, String policies, NetworkConnection connection, String answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case(
                        "without policies everybody talks to everybody",
                        "",
                        NetworkConnection.tcp(MONITOR, DB, 5432),
                        "pod ops/monitor may connect to pod shop/db on TCP 5432: no policy isolates either"),
                new Case(
                        "a policy without rules closes",
                        CLOSED,
                        NetworkConnection.tcp(WEB, DB, 5432),
                        "pod shop/web-0 may not connect to pod shop/db on TCP 5432: ingress of pod shop/db is isolated"
                                + " by NetworkPolicy shop/closed, and no rule allows it"),
                new Case(
                        "policies add up: one rule is enough",
                        CLOSED + DB_FROM_WEB,
                        NetworkConnection.tcp(WEB, DB, 5432),
                        "pod shop/web-0 may connect to pod shop/db on TCP 5432: NetworkPolicy shop/db spec.ingress[0]"
                                + " allows it"),
                new Case(
                        "a pod always reaches itself",
                        CLOSED,
                        NetworkConnection.tcp(DB, DB, 1),
                        "pod shop/db may connect to pod shop/db on TCP 1: it is the same"),
                new Case(
                        "policies without types are about egress only if they have egress rules",
                        DB_FROM_WEB,
                        NetworkConnection.tcp(DB, INTERNET, 443),
                        "pod shop/db may connect to 198.51.100.7 on TCP 443: no policy isolates either"),
                new Case(
                        "an empty egress list with its type closes",
                        policy("e", "{podSelector: {}, policyTypes: [Egress]}"),
                        NetworkConnection.tcp(DB, INTERNET, 443),
                        "pod shop/db may not connect to 198.51.100.7 on TCP 443: egress of pod shop/db is isolated by"
                                + " NetworkPolicy shop/e, and no rule allows it"),
                new Case(
                        "both ends must allow",
                        policy(
                                        "e",
                                        "{podSelector: {matchLabels: {app: web}}, egress: [{ports: [{port: 53, protocol:"
                                                + " UDP}]}], policyTypes: [Egress]}")
                                + DB_FROM_WEB,
                        NetworkConnection.tcp(WEB, DB, 5432),
                        "pod shop/web-0 may not connect to pod shop/db on TCP 5432: egress of pod shop/web-0 is"
                                + " isolated by NetworkPolicy shop/e, and no rule allows it"),
                new Case(
                        "a namespace selector alone means all its pods",
                        policy(
                                "near",
                                "{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team:"
                                        + " ops}}}]}]}"),
                        NetworkConnection.udp(MONITOR, DB, 9),
                        "pod ops/monitor may connect to pod shop/db on UDP 9: NetworkPolicy shop/near spec.ingress[0]"
                                + " allows it"),
                new Case(
                        "a pod selector alone stays in the namespace of the policy",
                        policy("near", "{podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}"),
                        NetworkConnection.tcp(MONITOR, DB, 9),
                        "pod ops/monitor may not connect to pod shop/db on TCP 9: ingress of pod shop/db is isolated by"
                                + " NetworkPolicy shop/near, and no rule allows it"),
                new Case(
                        "ranges are about pods too, and except cuts out",
                        policy(
                                "c",
                                "{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{ipBlock: {cidr:"
                                        + " 10.0.0.0/16, except: [10.0.0.2/32]}}]}]}"),
                        NetworkConnection.tcp(OTHER_WEB, DB, 5432),
                        "pod shop/web-1 may not connect to pod shop/db on TCP 5432: ingress of pod shop/db is isolated"
                                + " by NetworkPolicy shop/c, and no rule allows it"),
                new Case(
                        "a range of ports of SCTP, its end included",
                        policy(
                                "r",
                                "{podSelector: {}, ingress: [{ports: [{protocol: SCTP, port: 100, endPort:"
                                        + " 200}]}]}"),
                        new NetworkConnection(INTERNET, DB, 200, "SCTP"),
                        "198.51.100.7 may connect to pod shop/db on SCTP 200: NetworkPolicy shop/r spec.ingress[0]"
                                + " allows it"),
                new Case(
                        "a port by name is each destination's own",
                        policy("h", "{podSelector: {matchLabels: {app: web}}, ingress: [{ports: [{port: http}]}]}"),
                        NetworkConnection.tcp(WEB, OTHER_WEB, 8080),
                        "pod shop/web-0 may not connect to pod shop/web-1 on TCP 8080: ingress of pod shop/web-1 is"
                                + " isolated by NetworkPolicy shop/h, and no rule allows it"),
                new Case(
                        "outside nobody has named ports",
                        policy("h", "{podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: https}]}]}"),
                        NetworkConnection.tcp(WEB, INTERNET, 443),
                        "pod shop/web-0 may not connect to 198.51.100.7 on TCP 443: egress of pod shop/web-0 is"
                                + " isolated by NetworkPolicy shop/h, and no rule allows it"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsAllowedAndWhy(Case c) {
        assertThat(shop(c.policies()).verdict(c.connection()).explain()).isEqualTo(c.answer());
    }

    @Test
    void showsWhichRulesCameClose() {
        var verdict = shop(CLOSED + DB_FROM_WEB).verdict(NetworkConnection.tcp(MONITOR, DB, 5432));

        assertThat(Render.text(verdict))
                .isEqualTo(
                        """
                        - pod ops/monitor to pod shop/db on TCP 5432: the connection is not allowed [networkpolicy]
                          + pod ops/monitor: no policy isolates egress of pod ops/monitor [networkpolicy.egress]
                          - pod shop/db: ingress of pod shop/db is isolated by NetworkPolicy shop/closed, shop/db, and no rule allows it [networkpolicy.ingress]
                            - NetworkPolicy shop/db spec.ingress[0]: allows the port, but not this peer [networkpolicy.ingress.rule]
                            - NetworkPolicy shop/closed: has no rules for ingress [networkpolicy.ingress.rule]
                        """);
    }

    @Test
    void servicesAreReachedThroughTheirEndpoints() {
        var service = Networks.of(
                        Service.class,
                        "{apiVersion: v1, kind: Service, metadata: {namespace: shop, name: web}, spec: {ports: [{name:"
                                + " http, port: 80, targetPort: http}]}}")
                .get(0);
        var slices = Networks.of(
                EndpointSlice.class,
                """
                apiVersion: discovery.k8s.io/v1
                kind: EndpointSlice
                metadata: {namespace: shop, name: web-1, labels: {kubernetes.io/service-name: web}}
                addressType: IPv4
                ports: [{name: http, port: 8080}]
                endpoints: [{addresses: [10.0.0.1]}, {addresses: [10.0.0.2]}, {addresses: [10.0.0.9], conditions: {ready: false}}]
                """);
        var network = shop(policy("one", "{podSelector: {}, ingress: [{ports: [{port: http}]}]}"));

        var verdict = network.toService(MONITOR, service, IntOrString.of(80), slices);

        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.partial()).isTrue();
        assertThat(verdict.explain())
                .isEqualTo("pod ops/monitor may not always connect to service shop/web on TCP 80: 1 of 2 endpoints are"
                        + " open to it; pod ops/monitor may not connect to pod shop/web-1 on TCP 8080: ingress of pod"
                        + " shop/web-1 is isolated by NetworkPolicy shop/one, and no rule allows it");
        assertThat(network.toService(MONITOR, service, IntOrString.of("http"), List.of())
                        .explain())
                .endsWith("it has no ready endpoints");
        assertThatThrownBy(() -> network.toService(MONITOR, service, IntOrString.of(443), slices))
                .hasMessage("service shop/web has no port 443");
    }

    @Test
    void anAddressBelongsToThePodThatHasItNowNotToOneThatHasEnded() {
        var pods = Networks.of(
                Pod.class,
                """
                apiVersion: v1
                kind: Pod
                metadata: {namespace: shop, name: job}
                spec: {containers: [{name: c, image: i}]}
                status: {phase: Succeeded, podIPs: [{ip: 10.0.0.1}]}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {namespace: shop, name: web-0}
                spec: {containers: [{name: c, image: i}]}
                status: {phase: Running, podIPs: [{ip: 10.0.0.1}]}
                """);

        var network = NetworkReachability.of(List.of(), pods, List.of());

        assertThat(network.pods().get(network.table().withAddress("10.0.0.1"))).isEqualTo(pod("shop", "web-0"));
        assertThat(network.table().withAddress("10.0.0.2")).isNegative();
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            192.0.2.1    | shop/web-1   | no policy comes between pod shop/web-1 and the node it runs on
            ops/agent    | shop/web-1   | no policy comes between pod shop/web-1 and the node it runs on
            shop/web-1   | ops/agent    | no policy comes between pod shop/web-1 and the node it runs on
            shop/web-1   | 192.0.2.1    | no policy comes between pod shop/web-1 and the node it runs on
            192.0.2.2    | shop/web-1   | ingress of pod shop/web-1 is isolated by NetworkPolicy shop/all, and no rule allows it
            ops/agent    | shop/db      | ingress of pod shop/db is isolated by NetworkPolicy shop/all, and no rule allows it
            shop/web-1   | 192.0.2.2    | egress of pod shop/web-1 is isolated by NetworkPolicy shop/all, and no rule allows it
            shop/web-1   | ops/monitor  | egress of pod shop/web-1 is isolated by NetworkPolicy shop/all, and no rule allows it
            ops/agent    | ops/monitor  | no policy isolates either
            """)
    void noPolicyComesBetweenAPodAndItsNode(String from, String to, String why) {
        var closed = policy("all", "{podSelector: {}, policyTypes: [Ingress, Egress]}");
        var network =
                NetworkReachability.of(List.of(), Networks.of(Pod.class, Networks.ON_NODES), Networks.policies(closed));
        var connection = NetworkConnection.tcp(end(from), end(to), 9100);

        var verdict = network.verdict(connection);

        assertThat(verdict.explain()).endsWith(": " + why);
        assertThat(verdict.allowed()).isEqualTo(why.startsWith("no policy"));
        if (end(from) instanceof NetworkEndpoint.PodEndpoint && end(to) instanceof NetworkEndpoint.PodEndpoint) {
            assertThat(network.matrix().reaches(connection)).isEqualTo(verdict.allowed());
        }
        assertThat(NetworkReview.of(network).findings("networkpolicy.unreachable"))
                .extracting(finding -> finding.subject())
                .contains("pod shop/web-1", "pod shop/db");
    }

    private static NetworkEndpoint end(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? address(text) : pod(text.substring(0, slash), text.substring(slash + 1));
    }

    @Test
    void badQuestionsAndPoliciesAreErrors() {
        assertThatThrownBy(() -> shop("").verdict(NetworkConnection.tcp(pod("shop", "wbe"), DB, 1)))
                .hasMessage("there is no pod shop/wbe");
        assertThatThrownBy(() -> NetworkConnection.tcp(WEB, DB, 0)).hasMessage("port 0 is not between 1 and 65535");
        assertThatThrownBy(() -> shop(policy("bad", "{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10/8}}]}]}")))
                .hasMessage("NetworkPolicy shop/bad: invalid CIDR address: 10/8");
    }
}
