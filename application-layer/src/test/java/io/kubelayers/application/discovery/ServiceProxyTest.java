package io.kubelayers.application.discovery;

import static io.kubelayers.application.discovery.Discovery.pod;
import static io.kubelayers.application.discovery.Discovery.service;
import static io.kubelayers.application.workloads.Workloads.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.workloads.Workloads;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Render;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ServiceProxyTest {
    private final Pod onN1 = pod("a", "10.0.0.1", "n1");
    private final Pod onN2 = pod("b", "10.0.0.2", "n2");
    private final Pod onN3 = pod("c", "10.0.0.3", "n3");
    private final Connection fromN1 = Connection.fromPod("10.0.9.9", 80, "n1", "a");

    @Test
    void anyReadyEndpointMayAnswer() {
        var seen = new HashSet<String>();
        for (int seed = 0; seed < 50; seed++) {
            var decision = proxy(service(), onN1, onN2, onN3).route(fromN1, null, NOW, new Random(seed));
            assertThat(decision.verdict()).isEqualTo(ProxyDecision.Verdict.FORWARD);
            seen.add(String.valueOf(decision.backend()));
        }
        assertThat(seen).containsExactlyInAnyOrder("10.0.0.1:8080", "10.0.0.2:8080", "10.0.0.3:8080");
    }

    @Test
    void theSameSeedGivesTheSameEndpoint() {
        var proxy = proxy(service(), onN1, onN2, onN3);
        assertThat(proxy.route(fromN1, null, NOW, new Random(1)))
                .isEqualTo(proxy.route(fromN1, null, NOW, new Random(1)));
    }

    @Test
    void excludedEndpointsSayWhy() {
        var decision = proxy(service(), onN1, Workloads.notReady(onN2), Workloads.deleting(onN3))
                .route(fromN1, null, NOW, new Random(1));
        assertThat(Render.text(decision))
                .isEqualTo(
                        """
                        + service/web: goes to 10.0.0.1:8080: it is the only usable endpoint (policy Cluster) [ServiceProxy]
                          + 10.0.0.1:8080: is usable [ServiceProxy]
                          - 10.0.0.2:8080: is not ready [ServiceProxy]
                          - 10.0.0.3:8080: is not ready [ServiceProxy]
                        """);
    }

    @Test
    void endpointsThatTerminateServeWhenNothingElseDoes() {
        var decision = proxy(service(), Workloads.notReady(onN1), Workloads.deleting(onN2))
                .route(fromN1, null, NOW, new Random(1));
        assertThat(decision.explain()).isEqualTo("goes to 10.0.0.2:8080: it is the only usable endpoint");
    }

    @Test
    void withoutEndpointsTheClientIsRejected() {
        var decision = proxy(service()).route(fromN1, null, NOW, new Random(1));
        assertThat(decision.verdict()).isEqualTo(ProxyDecision.Verdict.REJECT);
        assertThat(decision.explain()).isEqualTo("has no endpoints");
    }

    @Test
    void underInternalPolicyLocalOnlyTheNodesOwnEndpointsCount() {
        var local = service().withSpec(service().spec().withInternalTrafficPolicy("Local"));
        assertThat(proxy(local, onN1, onN2)
                        .route(fromN1, null, NOW, new Random(1))
                        .candidates())
                .extracting(ProxyDecision.Backend::pod)
                .containsExactly("a");
        var elsewhere = proxy(local, onN2).route(fromN1, null, NOW, new Random(1));
        assertThat(elsewhere.verdict()).isEqualTo(ProxyDecision.Verdict.DROP);
        assertThat(elsewhere.explain()).isEqualTo("has no local endpoints on node n1");
        assertThat(elsewhere.finding().children().get(0).message())
                .isEqualTo("is not on node n1, and the traffic policy is Local");
    }

    @Test
    void externalPolicyAppliesToNodePortsOnly() {
        var nodePort = service().spec().ports().get(0).withNodePort(30080);
        var local = service()
                .withSpec(service().spec().withExternalTrafficPolicy("Local").withPorts(List.of(nodePort)));
        var outside = Connection.toNodePort("1.2.3.4", 30080, "n1", "a");
        assertThat(proxy(local, onN2).route(outside, null, NOW, new Random(1)).verdict())
                .isEqualTo(ProxyDecision.Verdict.DROP);
        assertThat(proxy(local, onN2).route(fromN1, null, NOW, new Random(1)).verdict())
                .isEqualTo(ProxyDecision.Verdict.FORWARD);
    }

    @Test
    void hintsKeepTrafficInTheZone() {
        var close = service().withSpec(service().spec().withTrafficDistribution("PreferClose"));
        var decision = proxy(close, onN2, onN3).route(fromN1, null, NOW, new Random(1));
        assertThat(decision.candidates()).extracting(ProxyDecision.Backend::pod).containsExactly("b");
        assertThat(decision.finding().children().get(1).message()).isEqualTo("is hinted for other zones than a");
        var far = Connection.fromPod("10.0.9.9", 80, "n9", "z");
        assertThat(proxy(close, onN2, onN3).route(far, null, NOW, new Random(1)).candidates())
                .hasSize(2);
    }

    @Test
    void sameNodeBeatsSameZone() {
        var close = service().withSpec(service().spec().withTrafficDistribution("PreferSameNode"));
        assertThat(proxy(close, onN1, onN2)
                        .route(fromN1, null, NOW, new Random(1))
                        .candidates())
                .extracting(ProxyDecision.Backend::pod)
                .containsExactly("a");
        assertThat(proxy(close, onN2, onN3)
                        .route(fromN1, null, NOW, new Random(1))
                        .candidates())
                .extracting(ProxyDecision.Backend::pod)
                .containsExactly("b");
    }

    @Test
    void aClientSticksToItsEndpointUntilItsSessionEnds() {
        var sticky = service().withSpec(service().spec().withSessionAffinity("ClientIP"));
        var proxy = proxy(sticky, onN1, onN2, onN3);
        var first = proxy.route(fromN1, null, NOW, new Random(1));
        for (int seed = 0; seed < 20; seed++) {
            assertThat(proxy.route(fromN1, first.session(), NOW.plusSeconds(10799), new Random(seed))
                            .backend())
                    .isEqualTo(first.backend());
        }
        var later = proxy.route(fromN1, first.session(), NOW.plusSeconds(10800), new Random(1));
        assertThat(later.explain()).endsWith("one of 3 by chance");
        var gone = proxy(sticky, onN1, onN2, onN3).route(fromN1, null, NOW, new Random(1));
        assertThat(gone.session()).isNotNull();
    }

    @Test
    void aLoadBalancerLetsOnlyItsSourceRangesThrough() {
        var guarded = service().withSpec(service().spec().withLoadBalancerSourceRanges(List.of("203.0.113.0/24")));
        var friend = new Connection("203.0.113.9", Connection.Entry.LOAD_BALANCER, 80, "TCP", "n1", "a");
        var stranger = new Connection("198.51.100.1", Connection.Entry.LOAD_BALANCER, 80, "TCP", "n1", "a");
        assertThat(proxy(guarded, onN1).route(friend, null, NOW, new Random(1)).verdict())
                .isEqualTo(ProxyDecision.Verdict.FORWARD);
        assertThat(proxy(guarded, onN1)
                        .route(stranger, null, NOW, new Random(1))
                        .explain())
                .isEqualTo("lets only [203.0.113.0/24] through, not 198.51.100.1");
    }

    @Test
    void portsAndKindsOfServicesThatAreNotProxied() {
        var wrongPort = Connection.fromPod("10.0.9.9", 81, "n1", "a");
        assertThat(proxy(service(), onN1)
                        .route(wrongPort, null, NOW, new Random(1))
                        .explain())
                .isEqualTo("has no port 81/TCP");
        assertThat(proxy(Discovery.headless(service()), onN1)
                        .route(fromN1, null, NOW, new Random(1))
                        .explain())
                .isEqualTo("is headless: clients connect to the addresses that DNS gives them");
    }

    private static ServiceProxy proxy(Service service, Pod... pods) {
        return ServiceProxy.of(service, Discovery.slicesOf(service, List.of(pods)));
    }
}
