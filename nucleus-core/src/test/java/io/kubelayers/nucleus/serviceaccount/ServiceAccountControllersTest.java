package io.kubelayers.nucleus.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.core.ServiceAccount;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceAccountControllersTest {
    private final Cluster cluster = Cluster.builder().start();

    @AfterEach
    void close() {
        cluster.close();
    }

    private void apply(String text) {
        cluster.apply(Manifests.of("objects", text));
        cluster.settle();
    }

    private ConfigMap certificate(String namespace) {
        return cluster.client().on(ConfigMap.class).get(namespace, "kube-root-ca.crt");
    }

    @Test
    void everyNamespaceHasADefaultAccountAndTheRootCertificate() {
        apply("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");
        for (var namespace : cluster.lister(Namespace.class).list()) {
            var name = namespace.metadata().nameOrEmpty();
            assertThat(cluster.lister(ServiceAccount.class).get(name, "default"))
                    .isPresent();
            assertThat(certificate(name).data().get("ca.crt")).startsWith("-----BEGIN CERTIFICATE-----");
        }
    }

    @Test
    void whatIsDeletedOrChangedComesBack() {
        cluster.client().delete(cluster.client().on(ServiceAccount.class).get("default", "default"));
        cluster.client().update(certificate("default").withData(Map.of("ca.crt", "mine")));
        cluster.settle();
        assertThat(cluster.lister(ServiceAccount.class).get("default", "default"))
                .isPresent();
        assertThat(certificate("default").data())
                .isEqualTo(certificate("kube-system").data());
    }

    @Test
    void theCertificateOfKubeSystemSpreadsToAllNamespaces() {
        cluster.client().update(certificate("kube-system").withData(Map.of("ca.crt", "the authority that serves")));
        cluster.settle();
        assertThat(certificate("default").data()).containsEntry("ca.crt", "the authority that serves");
    }

    @Test
    void aTokenSecretIsCompletedAndGoesWithItsAccount() {
        apply("{apiVersion: v1, kind: ServiceAccount, metadata: {name: robot}}");
        apply("{apiVersion: v1, kind: Secret, type: kubernetes.io/service-account-token, metadata: {name: robot-token,"
                + " annotations: {kubernetes.io/service-account.name: robot}}}");
        var secret = cluster.client().on(Secret.class).get("default", "robot-token");
        assertThat(secret.data()).containsKeys("ca.crt", "namespace");
        assertThat(secret.data().get("namespace").toUtf8()).isEqualTo("default");

        cluster.client().delete(cluster.client().on(ServiceAccount.class).get("default", "robot"));
        cluster.settle();
        assertThat(cluster.lister(Secret.class).get("default", "robot-token")).isEmpty();
    }
}
