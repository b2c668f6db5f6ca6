package io.kubelayers.governance.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.value.Quantity;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersistentVolumeClaimResizeTest {
    private final Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
            .withoutControllers()
            .start();

    @AfterEach
    void close() {
        cluster.close();
    }

    private PersistentVolumeClaim claim(String storageClass, String phase) {
        cluster.apply(Manifests.of(
                "class",
                "{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: growing}, provisioner: p,"
                        + " allowVolumeExpansion: true}"));
        var claim = (PersistentVolumeClaim) cluster.apply(Manifests.of(
                        "claim",
                        "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}, spec: {storageClassName: "
                                + storageClass
                                + ", accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}"))
                .get(0);
        return cluster.client().updateStatus(claim.withStatus(claim.status().withPhase(phase)));
    }

    private PersistentVolumeClaim resize(PersistentVolumeClaim claim, String size) {
        var resources = claim.spec().resources().withRequests(Map.of("storage", Quantity.parse(size)));
        return cluster.client().update(claim.withSpec(claim.spec().withResources(resources)));
    }

    @Test
    void aBoundClaimOfAClassThatAllowsItGrows() {
        assertThat(resize(claim("growing", "Bound"), "2Gi")
                        .spec()
                        .resources()
                        .requests()
                        .get("storage"))
                .hasToString("2Gi");
    }

    @Test
    void aClaimThatIsNotBoundDoesNotGrow() {
        var claim = claim("growing", "Pending");
        assertThatThrownBy(() -> resize(claim, "2Gi"))
                .hasMessageContaining("except resources.requests and volumeAttributesClassName for bound claims");
    }

    @Test
    void aClaimOfAnotherClassDoesNotGrow() {
        var claim = claim("standard", "Bound");
        assertThatThrownBy(() -> resize(claim, "2Gi"))
                .hasMessage(
                        "persistentvolumeclaims \"data\" is forbidden: only dynamically provisioned pvc can be resized"
                                + " and the storageclass that provisions the pvc must support resize");
    }
}
