package io.kubelayers.interfaces.testkit;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.kubelayers.interfaces.testkit.fabric8.Fabric8Clients;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.cluster.Cluster;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The fabric8 client of a test. What Jackson finds out about fabric8's classes takes longer than most tests, so the tests of
 * a class share it, and with it the kinds that they register.
 */
final class Fabric8Parameter {
    private Fabric8Parameter() {}

    /** @param ofClass what the tests of the class share */
    static KubernetesClient client(Cluster cluster, Store ofClass) {
        var serialization = ofClass.getOrComputeIfAbsent(
                KubernetesSerialization.class, key -> new KubernetesSerialization(), KubernetesSerialization.class);
        return Fabric8Clients.builder(cluster, Users.admin())
                .withKubernetesSerialization(serialization)
                .build();
    }
}
