package io.kubelayers.application.scheduling.volumes;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.nucleus.core.PersistentVolume;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VolumeZoneTest {
    @Test
    void aVolumeThatNamesItsZoneKeepsItsPodThere() {
        var placement = place(AClaim.volume("disk", "1Gi", Map.of("topology.kubernetes.io/zone", "a")));
        assertThat(placement.node()).isIn("in-a", "anywhere");
        assertThat(placement.on("in-b").reason()).isEqualTo("VolumeZone: node(s) had no available volume zone");
    }

    @Test
    void theFormerLabelMeansTheSame() {
        var placement = place(AClaim.volume("disk", "1Gi", Map.of("failure-domain.beta.kubernetes.io/zone", "a")));
        assertThat(placement.on("in-b").reason()).isEqualTo("VolumeZone: node(s) had no available volume zone");
    }

    @Test
    void aVolumeMayBeInSeveralZones() {
        var placement = place(AClaim.volume("disk", "1Gi", Map.of("topology.kubernetes.io/zone", "a__b")));
        assertThat(placement.on("in-b").rejections()).isEmpty();
    }

    @Test
    void aMissingVolumeIsNamed() {
        assertThat(place(AClaim.volume("other", "1Gi", Map.of())).explain())
                .startsWith("0/3 nodes are available: persistentvolume \"disk\" not found.");
    }

    private static Placement place(PersistentVolume volume) {
        var nodes = List.of(
                ANode.named("in-a", node -> node.zone("a")),
                ANode.named("in-b", node -> node.zone("b")),
                ANode.named("anywhere"));
        return Scheduling.on(nodes, List.of())
                .with(List.of(AClaim.bound("data", "disk", "ReadWriteOnce"), volume))
                .inDetail()
                .place(AClaim.usedBy("p", "data").build());
    }
}
