package io.kubelayers.governance.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Claims get the volume that fits, a new one from their class, or wait and say for what. */
class PersistentVolumeControllerTest {
    private static final String CLAIM =
            """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data, namespace: default}
            spec:
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: 1Gi}}
              %s
            """;

    @Test
    void aClaimOfTheDefaultClassWaitsForItsFirstPodAndThenGetsAVolume() {
        try (var cluster = start()) {
            apply(cluster, CLAIM.formatted(""));
            cluster.settle();
            assertThat(claim(cluster).status().phase()).isEqualTo("Pending");

            apply(
                    cluster,
                    """
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: db, namespace: default}
                    spec:
                      nodeName: node-1
                      containers: [{name: db, image: "db:1", volumeMounts: [{name: data, mountPath: /data}]}]
                      volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
                    """);
            cluster.settle().advance(java.time.Duration.ofMinutes(3));

            assertThat(claim(cluster).status().phase()).isEqualTo("Bound");
            var volume = cluster.lister(PersistentVolume.class).list().get(0);
            assertThat(volume.spec().claimRef().name()).isEqualTo("data");
            assertThat(volume.status().phase()).isEqualTo("Bound");
            assertThat(cluster.client()
                            .on(Pod.class)
                            .get("default", "db")
                            .status()
                            .phase())
                    .isEqualTo("Running");
        }
    }

    @Test
    void itTellsHowAVolumeWasMadeAndTheVolumeGoesWithItsClaim() {
        try (var cluster = start()) {
            apply(cluster, CLAIM.formatted(""));
            cluster.settle();
            var claim = claim(cluster);
            var chosen = claim.metadata().withAnnotations(Map.of("volume.kubernetes.io/selected-node", "node-1"));
            cluster.client().update(claim.withMetadata(chosen));
            cluster.settle();

            assertThat(claim(cluster).metadata().annotations())
                    .containsEntry("volume.kubernetes.io/storage-provisioner", "kubelayers.io/simulated");
            assertThat(cluster.client().on(Event.class).list("default").items())
                    .filteredOn(event -> event.involvedObject().kind().equals("PersistentVolumeClaim"))
                    .extracting(Event::reason)
                    .containsExactly(
                            "WaitForFirstConsumer", "ExternalProvisioning", "Provisioning", "ProvisioningSucceeded");

            cluster.client().delete(claim(cluster));
            cluster.settle();
            assertThat(cluster.lister(PersistentVolume.class).list()).isEmpty();
        }
    }

    @Test
    void aVolumeDeletedWhileItIsBoundGoesWhenItsClaimDoes() {
        try (var cluster = start()) {
            apply(cluster, volume("small", "2Gi"));
            apply(cluster, CLAIM.formatted("storageClassName: \"\""));
            cluster.settle();
            cluster.client().on(PersistentVolume.class).delete("", "small");
            cluster.settle();
            assertThat(cluster.lister(PersistentVolume.class).list()).hasSize(1);

            cluster.client().delete(claim(cluster));
            cluster.settle();
            assertThat(cluster.lister(PersistentVolume.class).list()).isEmpty();
        }
    }

    @Test
    void aClaimWithoutAClassTakesTheSmallestVolumeThatFits() {
        try (var cluster = start()) {
            apply(cluster, volume("large", "10Gi"));
            apply(cluster, volume("small", "2Gi"));
            apply(cluster, volume("tiny", "500Mi"));
            apply(cluster, CLAIM.formatted("storageClassName: \"\""));
            cluster.settle();
            assertThat(claim(cluster).spec().volumeName()).isEqualTo("small");
        }
    }

    private static String volume(String name, String size) {
        return """
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: %s}
                spec: {capacity: {storage: %s}, accessModes: [ReadWriteOnce], hostPath: {path: /x}}
                """
                .formatted(name, size);
    }

    private static Cluster start() {
        return Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
                .nodes(1, node -> node)
                .start();
    }

    private static void apply(Cluster cluster, String yaml) {
        cluster.apply(Codec.of(cluster.types()).readAll(yaml, ReadOptions.strict()));
    }

    private static PersistentVolumeClaim claim(Cluster cluster) {
        return cluster.client().on(PersistentVolumeClaim.class).get("default", "data");
    }
}
