package io.kubelayers.interfaces.testkit;

import static io.kubelayers.interfaces.testkit.KubelayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.discovery.Endpoint;
import io.kubelayers.application.discovery.EndpointBuilder;
import io.kubelayers.application.discovery.EndpointSlice;
import io.kubelayers.application.discovery.EndpointSliceBuilder;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@KubelayersTest(nodes = 0, manifests = "shop.yaml")
class ServiceAssertTest {
    private static Endpoint endpoint(String ip, String pod) {
        return EndpointBuilder.builder()
                .addresses(List.of(ip))
                .targetRef(new ObjectReference("Pod", "shop", pod, null, null, null, null))
                .build();
    }

    private static EndpointSlice slice() {
        return EndpointSliceBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .namespace("shop")
                        .name("web-by-hand")
                        .labels(Map.of("kubernetes.io/service-name", "web"))
                        .build())
                .addressType("IPv4")
                .endpoints(List.of(endpoint("10.0.0.1", "web-0"), endpoint("10.0.0.2", "web-1")))
                .ports(List.of(new EndpointSlice.EndpointPort(null, "TCP", 8080, null)))
                .build();
    }

    @Test
    void a_name_leads_to_the_service(Cluster cluster) {
        assertThat(cluster)
                .service("shop/web")
                .resolves("web")
                .resolves("web.shop")
                .resolves("web.shop.svc.cluster.local");
    }

    @Test
    void tells_why_a_name_leads_nowhere(Cluster cluster) {
        assertThatThrownBy(() -> assertThat(cluster).service("shop/web").resolves("wbe.shop.svc.cluster.local"))
                .hasMessage(
                        """

                        Expected: name wbe.shop.svc.cluster.local leads to Service shop/web
                        But:      wbe.shop.svc.cluster.local: there is no service wbe in namespace shop
                        Why:
                          - wbe.shop.svc.cluster.local: there is no service wbe in namespace shop (type A) [ServiceDns]""");
    }

    @Test
    void connections_reach_the_pods(Cluster cluster) {
        cluster.client().create(slice());
        assertThat(cluster)
                .service("shop/web")
                .routesTo("web-0")
                .routesTo("web-1")
                .doesNotRouteTo("web-2");
        assertThatThrownBy(() -> assertThat(cluster).service("shop/web").routesTo("wbe-1"))
                .hasMessage(
                        """

                        Expected: connections to Service shop/web reach pod wbe-1
                        But:      they reach web-0, web-1
                        Why:
                          + service/web: goes to 10.0.0.1:8080: one of 2 by chance (policy Cluster) [ServiceProxy]
                            + 10.0.0.1:8080: is usable [ServiceProxy]
                            + 10.0.0.2:8080: is usable [ServiceProxy]
                        Hint:     typo of web-1?""");
        assertThatThrownBy(() -> assertThat(cluster).service("shop/web").doesNotRouteTo("web-1"))
                .hasMessage(
                        """

                        Expected: connections to Service shop/web don't reach pod web-1
                        But:      they may
                        Why:
                          + service/web: goes to 10.0.0.1:8080: one of 2 by chance (policy Cluster) [ServiceProxy]
                            + 10.0.0.1:8080: is usable [ServiceProxy]
                            + 10.0.0.2:8080: is usable [ServiceProxy]""");
    }

    @Test
    void tells_that_there_is_nobody(Cluster cluster) {
        assertThatThrownBy(() -> assertThat(cluster).service("shop/web").routesTo("web-0"))
                .hasMessage(
                        """

                        Expected: connections to Service shop/web reach pod web-0
                        But:      they reach nobody: the service has no endpoints
                        Why:
                          - service/web: has no endpoints (verdict REJECT) [ServiceProxy]""");
    }
}
