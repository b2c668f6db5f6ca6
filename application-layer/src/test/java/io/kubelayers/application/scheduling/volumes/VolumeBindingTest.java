package io.kubelayers.application.scheduling.volumes;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.ListedObjects;
import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.nucleus.core.NodeSelector;
import io.kubelayers.nucleus.core.NodeSelectorRequirement;
import io.kubelayers.nucleus.core.NodeSelectorTerm;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeSpec.VolumeNodeAffinity;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VolumeBindingTest {
    private static final String RWO = "ReadWriteOnce";

    @Test
    void aPodFollowsItsBoundVolume() {
        var placement = place("csi.example.com", AClaim.bound("data", "disk", RWO), on("n2", volume("disk", "1Gi")));
        assertThat(placement.node()).isEqualTo("n2");
        assertThat(placement.on("n1").reason()).isEqualTo("VolumeBinding: node(s) had volume node affinity conflict");
    }

    @Test
    void ofFreeVolumesTheSmallestThatFitsDrawsThePod() {
        var placement = place(
                "kubernetes.io/no-provisioner",
                AClaim.unbound("data", "fast", RWO),
                on("n1", volume("tiny", "500Mi")),
                on("n2", volume("disk", "2Gi")));
        assertThat(placement.node()).isEqualTo("n2");
        assertThat(placement.on("n1").reason())
                .isEqualTo("VolumeBinding: node(s) didn't find available persistent volumes to bind");
    }

    @Test
    void aVolumeWithOtherAttributesIsNotTaken() {
        var attributed = volume("disk", "2Gi");
        var placement = place(
                "kubernetes.io/no-provisioner",
                AClaim.unbound("data", "fast", RWO),
                attributed.withSpec(attributed.spec().withVolumeAttributesClassName("gold")));
        assertThat(placement.isScheduled()).isFalse();
    }

    @Test
    void whereVolumesAreMadeOnDemandAnyNodeWillDo() {
        assertThat(place("csi.example.com", AClaim.unbound("data", "fast", RWO)).isScheduled())
                .isTrue();
    }

    @Test
    void aClaimForWhichAVolumeIsBeingMadeStaysWhereItIs() {
        var claim = AClaim.unbound("data", "fast", RWO);
        var begun = claim.withMetadata(
                claim.metadata().withAnnotations(Map.of("volume.kubernetes.io/selected-node", "n1")));
        assertThat(place("csi.example.com", begun).node()).isEqualTo("n1");
    }

    @Test
    void aClaimThatShouldBeBoundByNowKeepsThePodPending() {
        assertThat(place("csi.example.com", AClaim.unbound("data", "other", RWO))
                        .explain())
                .startsWith("0/2 nodes are available: pod has unbound immediate PersistentVolumeClaims.");
    }

    @Test
    void aMissingClaimIsNamed() {
        assertThat(place("csi.example.com").explain())
                .startsWith("0/2 nodes are available: persistentvolumeclaim \"data\" not found.");
    }

    private static Placement place(String provisioner, KubernetesObject... objects) {
        return Scheduling.on(List.of(ANode.named("n1"), ANode.named("n2")), List.of())
                .with(ListedObjects.of(List.of(objects)).with(AClaim.classes(provisioner)))
                .inDetail()
                .place(AClaim.usedBy("p", "data").build());
    }

    private static PersistentVolume volume(String name, String size) {
        return AClaim.volume(name, size, Map.of());
    }

    private static PersistentVolume on(String node, PersistentVolume volume) {
        var term = new NodeSelectorTerm(
                List.of(new NodeSelectorRequirement("kubernetes.io/hostname", "In", List.of(node))), List.of());
        return volume.withSpec(volume.spec().withNodeAffinity(new VolumeNodeAffinity(new NodeSelector(List.of(term)))));
    }
}
