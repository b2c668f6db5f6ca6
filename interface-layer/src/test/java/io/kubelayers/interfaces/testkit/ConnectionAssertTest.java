package io.kubelayers.interfaces.testkit;

import static io.kubelayers.interfaces.testkit.KubelayersAssertions.assertThat;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.from;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.fromAddress;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.networkPolicy;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.podSecurity;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.to;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.toAddress;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.toService;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.pod.Pods;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@KubelayersTest(nodes = 1)
class ConnectionAssertTest {
    private static final String SHOP =
            """
            {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: baseline}}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {namespace: shop, name: web, labels: {app: web}}, spec: {containers: [{name: c, image: web}]}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {namespace: shop, name: db, labels: {app: db}}, spec: {containers: [{name: c, image: db, ports: [{name: sql, containerPort: 5432}]}]}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {namespace: shop, name: job, labels: {app: job}}, spec: {containers: [{name: c, image: job}]}}
            ---
            {apiVersion: v1, kind: Service, metadata: {namespace: shop, name: db}, spec: {selector: {app: db}, ports: [{port: 80, targetPort: sql}]}}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {namespace: shop, name: db}
            spec:
              podSelector: {matchLabels: {app: db}}
              ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: sql}]}]
            """;

    @BeforeEach
    void shop(Cluster cluster) {
        cluster.apply(Manifests.of("shop.yaml", SHOP));
        cluster.settle();
    }

    @Test
    void policies_let_through_whom_they_name(Cluster cluster) {
        assertThat(cluster)
                .connection(from("shop/web"), to("shop/db"), 5432)
                .isAllowed()
                .because(networkPolicy("shop/db"));
        assertThat(cluster)
                .connection(from("shop/job"), to("shop/db"), 5432)
                .isDenied()
                .because(networkPolicy("shop/db"));
        assertThat(cluster)
                .connection(from("shop/web"), to("shop/db"), 5432, "UDP")
                .isDenied();
        assertThat(cluster)
                .connection(fromAddress("203.0.113.1"), to("shop/db"), 5432)
                .isDenied();
        assertThat(cluster)
                .connection(from("shop/db"), toAddress("203.0.113.1"), 443)
                .isAllowed();
    }

    @Test
    void services_are_reached_through_their_endpoints(Cluster cluster) {
        cluster.advance(Duration.ofMinutes(1));

        assertThat(cluster)
                .connection(from("shop/web"), toService("shop/db"), 80)
                .isAllowed();
        assertThat(cluster)
                .connection(from("shop/job"), toService("shop/db"), 80)
                .isDenied()
                .because("0 of 1 endpoints are open to it");
    }

    @Test
    void tells_what_isolates(Cluster cluster) {
        assertThatThrownBy(() -> assertThat(cluster)
                        .connection(from("shop/job"), to("shop/db"), 5432)
                        .isAllowed())
                .hasMessage(
                        """

                        Expected: the connection is allowed
                        But:      pod shop/job may not connect to pod shop/db on TCP 5432: ingress of pod shop/db is isolated by NetworkPolicy shop/db, and no rule allows it
                        Why:
                          - pod shop/job to pod shop/db on TCP 5432: the connection is not allowed [networkpolicy]
                            + pod shop/job: no policy isolates egress of pod shop/job [networkpolicy.egress]
                            - pod shop/db: ingress of pod shop/db is isolated by NetworkPolicy shop/db, and no rule allows it [networkpolicy.ingress]
                              - NetworkPolicy shop/db spec.ingress[0]: allows the port, but not this peer [networkpolicy.ingress.rule]""");
        assertThatThrownBy(() -> assertThat(cluster)
                        .connection(from("shop/web"), to("shop/db"), 5432)
                        .isDenied())
                .hasMessageContaining("Expected: the connection is denied");
    }

    @Test
    void pod_security_is_a_reason_too(Cluster cluster) {
        var pod = Pods.named("shop/root").build();
        var spec = pod.spec();

        assertThat(cluster)
                .request(pod.withSpec(spec.withHostNetwork(true)))
                .isRejectedBy(podSecurity("baseline:latest"));
    }
}
