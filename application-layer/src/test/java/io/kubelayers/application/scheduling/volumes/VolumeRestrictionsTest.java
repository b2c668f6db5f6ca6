package io.kubelayers.application.scheduling.volumes;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.nucleus.core.GCEPersistentDiskVolumeSource;
import io.kubelayers.nucleus.core.VolumeBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VolumeRestrictionsTest {
    private static final String TAKEN =
            "node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode";

    @Test
    void aDiskThatIsWrittenGoesToOnePod() {
        var nodes = List.of(ANode.named("n1"), ANode.named("n2"));
        var writer = disk("writer", false).on("n1");
        var placement = Scheduling.on(nodes, List.of(writer))
                .inDetail()
                .place(disk("reader", true).build());
        assertThat(placement.node()).isEqualTo("n2");
        assertThat(placement.on("n1").reason()).isEqualTo("VolumeRestrictions: node(s) had no available disk");
    }

    @Test
    void readersShareADisk() {
        var scheduling = Scheduling.on(
                List.of(ANode.named("n1")), List.of(disk("one", true).on("n1")));
        assertThat(scheduling.place(disk("other", true).build()).isScheduled()).isTrue();
    }

    @Test
    void aClaimForOnePodIsTakenEverywhere() {
        var nodes = List.of(ANode.named("n1"), ANode.named("n2"));
        var objects = List.of(AClaim.bound("data", "disk", "ReadWriteOncePod"), AClaim.volume("disk", "1Gi", Map.of()));
        var holder = AClaim.usedBy("holder", "data").on("n1");
        var scheduling = Scheduling.on(nodes, List.of(holder)).with(objects);
        assertThat(scheduling.place(AClaim.usedBy("p", "data").build()).explain())
                .startsWith("0/2 nodes are available: 2 " + TAKEN + ".");
        assertThat(scheduling
                        .whatIf(cluster -> cluster.without(holder))
                        .place(AClaim.usedBy("p", "data").build())
                        .isScheduled())
                .isTrue();
    }

    @Test
    void anImportantPodGetsTheClaimByEviction() {
        var objects = List.of(AClaim.bound("data", "disk", "ReadWriteOncePod"), AClaim.volume("disk", "1Gi", Map.of()));
        var holder = AClaim.usedBy("holder", "data").on("n1");
        var placement = Scheduling.on(List.of(ANode.named("n1"), ANode.named("n2")), List.of(holder))
                .with(objects)
                .place(AClaim.usedBy("p", "data").priority(10).build());
        assertThat(placement.nominatedNode()).isEqualTo("n1");
    }

    private static APod disk(String name, boolean readOnly) {
        return APod.named(name)
                .spec(spec -> spec.withVolumes(List.of(VolumeBuilder.builder()
                        .name("v")
                        .gcePersistentDisk(new GCEPersistentDiskVolumeSource("disk", null, 0, readOnly))
                        .build())));
    }
}
