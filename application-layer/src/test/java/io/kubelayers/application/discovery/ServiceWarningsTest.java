package io.kubelayers.application.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.testing.QuietCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What authors of services, and of their statuses, are warned of. */
class ServiceWarningsTest {
    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of(ApplicationLayer.standard());

    @Test
    void theOlderNameOfATrafficDistributionIsGoingOutOfUse() {
        assertThat(ServiceWarnings.of(service("spec: {trafficDistribution: PreferClose}")))
                .containsExactly("spec.trafficDistribution: \"PreferClose\" is deprecated; use \"PreferSameZone\"");
    }

    @Test
    void addressesOfLoadBalancersArePlain() {
        assertThat(ServiceWarnings.ofStatus(
                        service("status: {loadBalancer: {ingress: [{hostname: h}, {ip: 010.0.0.1}]}}")))
                .containsExactly(
                        "status.loadBalancer.ingress[1]: non-standard IP address \"010.0.0.1\" will be considered"
                                + " invalid in a future Kubernetes release: use \"10.0.0.1\"");
    }

    private static Service service(String content) {
        var yaml = "{apiVersion: v1, kind: Service, metadata: {name: a}, " + content + "}";
        return (Service) Codec.of(CLUSTER.get().types())
                .readAll(yaml, ReadOptions.strict())
                .get(0);
    }
}
