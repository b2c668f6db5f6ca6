package io.kubelayers.application.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DefaultIngressClassTest {
    private final Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard())
            .withoutNodeAgent()
            .start();

    @AfterEach
    void close() {
        cluster.close();
    }

    private void ingressClass(String name) {
        cluster.apply(
                Manifests.of(
                        "class",
                        "{apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: {name: " + name
                                + ", annotations:"
                                + " {ingressclass.kubernetes.io/is-default-class: 'true'}}, spec: {controller: example.com/c}}"));
        cluster.advance(Duration.ofSeconds(1));
    }

    private Ingress ingress(String metadata, String spec) {
        return (Ingress) cluster.apply(Manifests.of(
                        "ingress",
                        "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: web" + metadata
                                + "}, spec: {" + spec + "defaultBackend: {service: {name: s, port: {number: 80}}}}}"))
                .get(0);
    }

    @Test
    void withoutADefaultAnIngressHasNoClass() {
        assertThat(ingress("", "").spec().ingressClassName()).isNull();
    }

    @Test
    void theNewestDefaultIsGivenToThoseThatNameNone() {
        ingressClass("older");
        ingressClass("newer");
        assertThat(ingress("", "").spec().ingressClassName()).isEqualTo("newer");
    }

    @Test
    void aNamedClassStaysAlsoInTheAnnotationOfOld() {
        ingressClass("standard");
        assertThat(ingress("", "ingressClassName: own, ").spec().ingressClassName())
                .isEqualTo("own");
        assertThat(ingress("2, annotations: {kubernetes.io/ingress.class: nginx}", "")
                        .spec()
                        .ingressClassName())
                .isNull();
    }
}
