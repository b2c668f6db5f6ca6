package io.kubelayers.application.scheduling.volumes;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.ListedObjects;
import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.storage.CSINode;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeVolumeLimitsTest {
    @Test
    void aNodeTakesSoManyVolumesOfADriver() {
        assertThat(place(1, AClaim.usedBy("first", "a").on("n1"), "b").explain())
                .startsWith("0/1 nodes are available: 1 node(s) exceed max volume count.");
        assertThat(place(2, AClaim.usedBy("first", "a").on("n1"), "b").isScheduled())
                .isTrue();
    }

    @Test
    void aSharedVolumeCountsOnce() {
        assertThat(place(1, AClaim.usedBy("first", "a").on("n1"), "a").isScheduled())
                .isTrue();
    }

    @Test
    void disksOfOldPluginsCountForTheDriverThatServesThem() {
        assertThat(placeInline("awsElasticBlockStore: {volumeID: vol-%d}", "ebs.csi.aws.com")
                        .explain())
                .startsWith("0/1 nodes are available: 1 node(s) exceed max volume count.");
        assertThat(placeInline("azureFile: {secretName: s, shareName: share-%d}", "file.csi.azure.com")
                        .isScheduled())
                .isTrue();
    }

    /** A second pod with such a volume, where the node takes one. */
    private static Placement placeInline(String volume, String driver) {
        var node = new CSINode(
                ObjectMetaBuilder.builder().name("n1").build(),
                new CSINode.Spec(
                        List.of(new CSINode.Driver(driver, "n1", List.of(), new CSINode.VolumeNodeResources(1)))));
        var running = withVolume("first", volume.formatted(1));
        return Scheduling.on(
                        List.of(ANode.named("n1")),
                        List.of(running.withSpec(running.spec().withNodeName("n1"))))
                .with(List.of(node))
                .place(withVolume("second", volume.formatted(2)));
    }

    private static Pod withVolume(String name, String volume) {
        var yaml =
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: default}
                spec: {containers: [{name: c, image: i}], volumes: [{name: v, %s}]}
                """
                        .formatted(name, volume);
        return Codec.of(TypeRegistry.of(NucleusKinds.ALL))
                .decode(Codec.readTree(yaml, ReadOptions.strict()), Pod.class);
    }

    /** Claims a and b get volumes of the driver when their pods have a node. */
    private static Placement place(int limit, Pod running, String claim) {
        var objects = new ArrayList<KubernetesObject>();
        objects.add(AClaim.unbound("a", "fast", "ReadWriteOnce"));
        objects.add(AClaim.unbound("b", "fast", "ReadWriteOnce"));
        objects.add(new CSINode(
                ObjectMetaBuilder.builder().name("n1").build(),
                new CSINode.Spec(List.of(new CSINode.Driver(
                        "csi.example.com", "n1", List.of(), new CSINode.VolumeNodeResources(limit))))));
        return Scheduling.on(List.of(ANode.named("n1")), List.of(running))
                .with(ListedObjects.of(objects).with(AClaim.classes("csi.example.com")))
                .place(AClaim.usedBy("p", claim).build());
    }
}
