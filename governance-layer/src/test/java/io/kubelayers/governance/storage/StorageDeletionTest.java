package io.kubelayers.governance.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.server.ApiResponse;
import org.junit.jupiter.api.Test;

/** Kinds of storage are answered when they are deleted, as upstream's OpenAPI tells, but for one. */
class StorageDeletionTest {
    @Test
    void onlyCapacitiesAreNotAnswered() {
        try (var cluster = Cluster.builder()
                .layers(GovernanceLayer.standard())
                .withoutControllers()
                .start()) {
            var metadata = ObjectMetaBuilder.builder().name("fast").build();
            var storageClass = StorageClassBuilder.builder()
                    .metadata(metadata)
                    .provisioner("example.com/disk")
                    .build();
            var capacity = CSIStorageCapacityBuilder.builder()
                    .metadata(metadata.withNamespace("default"))
                    .storageClassName("fast")
                    .build();

            assertThat(answersItself(cluster, storageClass)).isTrue();
            assertThat(answersItself(cluster, capacity)).isFalse();
        }
    }

    private static boolean answersItself(Cluster cluster, KubernetesObject object) {
        var client = cluster.client();
        client.create(object);
        var metadata = object.metadata();
        return client.on(object.getClass()).delete(metadata.namespaceOrEmpty(), metadata.nameOrEmpty())
                        instanceof ApiResponse.One one
                && object.getClass().isInstance(one.object());
    }
}
