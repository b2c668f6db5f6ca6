package io.kubelayers.nucleus.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProtectionTest {
    private final Cluster cluster = Cluster.builder().nodes(1, node -> node).start();

    @AfterEach
    void close() {
        cluster.close();
    }

    private void apply(String text) {
        cluster.apply(Manifests.of("objects", text));
        cluster.settle();
    }

    private static final String CLAIM = "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}, spec:"
            + " {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}";

    @Test
    void newClaimsAndVolumesAreProtected() {
        apply(CLAIM);
        apply("{apiVersion: v1, kind: PersistentVolume, metadata: {name: disk}, spec: {capacity: {storage: 1Gi},"
                + " accessModes: [ReadWriteOnce], hostPath: {path: /d}}}");
        assertThat(cluster.client()
                        .on(PersistentVolumeClaim.class)
                        .get("default", "data")
                        .metadata()
                        .finalizers())
                .containsExactly("kubernetes.io/pvc-protection");
        assertThat(cluster.client()
                        .on(PersistentVolume.class)
                        .get("", "disk")
                        .metadata()
                        .finalizers())
                .containsExactly("kubernetes.io/pv-protection");
    }

    @Test
    void anUnusedClaimGoesAtOnce() {
        apply(CLAIM);
        cluster.client().on(PersistentVolumeClaim.class).delete("default", "data");
        cluster.settle();
        assertThat(cluster.lister(PersistentVolumeClaim.class).list()).isEmpty();
    }

    @Test
    void aClaimGoesWhenTheLastPodThatUsesItHasGone() {
        apply(CLAIM);
        apply("{apiVersion: v1, kind: Pod, metadata: {name: db}, spec: {nodeName: node-1, containers: [{name: c, image:"
                + " i}], volumes: [{name: d, persistentVolumeClaim: {claimName: data}}]}}");
        cluster.client().on(PersistentVolumeClaim.class).delete("default", "data");
        cluster.settle();
        var claim = cluster.client().on(PersistentVolumeClaim.class).get("default", "data");
        assertThat(claim.metadata().isBeingDeleted()).isTrue();
        assertThat(Protection.ofClaim(claim, cluster.lister(Pod.class).list("default"))
                        .explain())
                .isEqualTo("pod db on node node-1 uses it");

        cluster.client().on(Pod.class).delete("default", "db");
        cluster.advance(Duration.ofMinutes(1));
        assertThat(cluster.lister(PersistentVolumeClaim.class).list()).isEmpty();
    }
}
