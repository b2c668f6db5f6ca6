package io.kubelayers.governance.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.testing.QuietCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who selects nodes by labels of old is told their new names. */
class StorageWarningsTest {
    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of(ApplicationLayer.standard(), GovernanceLayer.standard());

    @Test
    void inTheTopologiesOfAClass() {
        var storage = (StorageClass)
                object(
                        "StorageClass",
                        """
                provisioner: p
                allowedTopologies:
                - matchLabelExpressions: [{key: zone, values: [a]}, {key: beta.kubernetes.io/os, values: [linux]}]
                """);
        assertThat(new StorageClassRules().warnings(storage))
                .containsExactly("allowedTopologies[0].matchLabelExpressions[1].key: deprecated since v1.14; use"
                        + " \"kubernetes.io/os\" instead");
    }

    @Test
    void inTheTopologyOfACapacity() {
        var capacity = (CSIStorageCapacity)
                object(
                        "CSIStorageCapacity",
                        """
                storageClassName: s
                nodeTopology:
                  matchLabels: {beta.kubernetes.io/arch: arm64}
                  matchExpressions: [{key: failure-domain.beta.kubernetes.io/zone, operator: Exists}]
                """);
        assertThat(new CSIStorageCapacityRules().warnings(capacity))
                .containsExactly(
                        "nodeTopology.matchExpressions[0].key: failure-domain.beta.kubernetes.io/zone is deprecated since"
                                + " v1.17; use \"topology.kubernetes.io/zone\" instead",
                        "nodeTopology.matchLabels.beta.kubernetes.io/arch: deprecated since v1.14; use"
                                + " \"kubernetes.io/arch\" instead");
    }

    private static KubernetesObject object(String kind, String content) {
        var yaml = "apiVersion: storage.k8s.io/v1\nkind: " + kind + "\nmetadata: {name: a}\n" + content;
        return Codec.of(CLUSTER.get().types())
                .readAll(yaml, ReadOptions.strict())
                .get(0);
    }
}
