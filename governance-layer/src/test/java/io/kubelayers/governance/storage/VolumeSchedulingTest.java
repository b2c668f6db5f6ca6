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
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Pods with claims, from the scheduler's choice of a node to the running pod. */
class VolumeSchedulingTest {
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

    private static final String POD =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: default}
            spec:
              containers: [{name: db, image: "db:1", volumeMounts: [{name: data, mountPath: /data}]}]
              volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
            """;

    @Test
    void aVolumeIsMadeWhereThePodWillRun() {
        try (var cluster = start()) {
            apply(cluster, CLAIM.formatted(""));
            apply(cluster, POD);
            cluster.settle();

            var pod = pod(cluster);
            assertThat(pod.spec().nodeName()).isNotNull();
            var claim = claim(cluster);
            assertThat(claim.spec().storageClassName()).isEqualTo("standard");
            assertThat(claim.metadata().annotations())
                    .containsEntry(
                            "volume.kubernetes.io/selected-node", pod.spec().nodeName());
            assertThat(claim.status().phase()).isEqualTo("Bound");
            cluster.advance(Duration.ofMinutes(1));
            assertThat(pod(cluster).status().phase()).isEqualTo("Running");
        }
    }

    @Test
    void aLocalVolumeDrawsItsPod() {
        try (var cluster = start()) {
            apply(
                    cluster,
                    """
                    apiVersion: storage.k8s.io/v1
                    kind: StorageClass
                    metadata: {name: local}
                    provisioner: kubernetes.io/no-provisioner
                    volumeBindingMode: WaitForFirstConsumer
                    """);
            apply(cluster, CLAIM.formatted("storageClassName: local"));
            apply(cluster, POD);
            cluster.settle();
            assertThat(condition(pod(cluster)))
                    .isEqualTo(
                            "0/3 nodes are available: 3 node(s) didn't find available persistent volumes to bind."
                                    + " no new claims to deallocate, preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.");

            apply(
                    cluster,
                    """
                    apiVersion: v1
                    kind: PersistentVolume
                    metadata: {name: disk}
                    spec:
                      capacity: {storage: 2Gi}
                      accessModes: [ReadWriteOnce]
                      storageClassName: local
                      local: {path: /mnt/disk}
                      nodeAffinity:
                        required:
                          nodeSelectorTerms:
                          - matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [node-2]}]
                    """);
            cluster.advance(Duration.ofSeconds(30));
            assertThat(pod(cluster).spec().nodeName()).isEqualTo("node-2");
            assertThat(claim(cluster).spec().volumeName()).isEqualTo("disk");
            assertThat(cluster.client()
                            .on(PersistentVolume.class)
                            .get("", "disk")
                            .status()
                            .phase())
                    .isEqualTo("Bound");
        }
    }

    @Test
    void aPodWhoseClaimIsMissingWaitsForIt() {
        try (var cluster = start()) {
            apply(cluster, POD);
            cluster.settle();
            assertThat(condition(pod(cluster)))
                    .startsWith("0/3 nodes are available: persistentvolumeclaim \"data\" not found.");
            apply(cluster, CLAIM.formatted(""));
            cluster.advance(Duration.ofSeconds(30));
            assertThat(pod(cluster).spec().nodeName()).isNotNull();
        }
    }

    @Test
    void aPodGoesBackWhenItsVolumeIsNotMadeInTime() {
        try (var cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard().without("persistent-volume"))
                .nodes(3, node -> node)
                .start()) {
            apply(cluster, CLAIM.formatted(""));
            apply(cluster, POD);
            cluster.settle();
            var chosen = claim(cluster).metadata().annotations().get("volume.kubernetes.io/selected-node");
            assertThat(chosen).isNotNull();
            try (var fork = cluster.fork()) {
                fork.advance(Duration.ofMinutes(10));
                assertThat(pod(fork).spec().nodeName()).isNull();
                assertThat(condition(pod(fork)))
                        .isEqualTo(
                                "running PreBind plugin \"VolumeBinding\": binding volumes: context deadline exceeded");
            }
            assertThat(condition(pod(cluster))).isEmpty();
        }
    }

    @Test
    void onlyAClassThatMakesVolumesElsewhereWakesThePod() {
        try (var cluster = start()) {
            var storageClass =
                    """
                    apiVersion: storage.k8s.io/v1
                    kind: StorageClass
                    metadata: {name: far, labels: {x: %s}}
                    provisioner: kubelayers.io/simulated
                    volumeBindingMode: WaitForFirstConsumer
                    allowedTopologies: [{matchLabelExpressions: [{key: kubernetes.io/hostname, values: [%s]}]}]
                    """;
            apply(cluster, storageClass.formatted("a", "elsewhere"));
            apply(cluster, CLAIM.formatted("storageClassName: far"));
            apply(cluster, POD);
            cluster.settle();
            cluster.advance(Duration.ofSeconds(30));
            int known = refusals(cluster);
            assertThat(known).isPositive();

            apply(cluster, storageClass.formatted("b", "elsewhere"));
            cluster.advance(Duration.ofSeconds(30));
            assertThat(refusals(cluster)).isEqualTo(known);

            apply(cluster, storageClass.formatted("b", "nowhere"));
            cluster.advance(Duration.ofSeconds(30));
            assertThat(refusals(cluster)).isEqualTo(known + 1);
        }
    }

    private static int refusals(Cluster cluster) {
        return cluster.lister(Event.class).list().stream()
                .filter(event -> "FailedScheduling".equals(event.reason()))
                .mapToInt(Event::count)
                .sum();
    }

    private static String condition(Pod pod) {
        return pod.status().conditions().stream()
                .filter(condition -> condition.type().equals("PodScheduled"))
                .map(condition -> String.valueOf(condition.message()))
                .findFirst()
                .orElse("");
    }

    private static Cluster start() {
        return Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
                .nodes(3, node -> node)
                .start();
    }

    private static void apply(Cluster cluster, String yaml) {
        cluster.apply(Codec.of(cluster.types()).readAll(yaml, ReadOptions.strict()));
    }

    private static Pod pod(Cluster cluster) {
        return cluster.client().on(Pod.class).get("default", "db");
    }

    private static PersistentVolumeClaim claim(Cluster cluster) {
        return cluster.client().on(PersistentVolumeClaim.class).get("default", "data");
    }
}
