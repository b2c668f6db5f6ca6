package io.kubelayers.application.scheduling.volumes;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.StorageClasses.VolumeClass;
import io.kubelayers.application.scheduling.framework.StorageClasses.VolumeSpace;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.TopologySelectorTerm;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.storage.CSIDriver;
import io.kubelayers.nucleus.storage.CSINode;
import io.kubelayers.nucleus.storage.VolumeAttachment;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which events wake a pod that a volume plugin rejected, and which leave it waiting. */
class VolumeHintsTest {
    private static final Codec CODEC = Codec.of(TypeRegistry.of(NucleusKinds.ALL));
    private static final PodInfo WITH_CLAIM =
            PodInfo.of(AClaim.usedBy("p", "data").build());
    private static final PodInfo WITHOUT = PodInfo.of(APod.named("p").build());
    private static final PodInfo WITH_EBS = waiting("awsElasticBlockStore: {volumeID: vol-1}");
    private static final PodInfo WITH_EPHEMERAL = waiting("ephemeral: {volumeClaimTemplate: {spec: {}}}");

    private record AClass(ObjectMeta metadata, boolean waitsForConsumer, List<TopologySelectorTerm> allowedTopologies)
            implements VolumeClass {
        static AClass of(boolean waits, String... zones) {
            var terms = List.of(new TopologySelectorTerm(
                    List.of(new TopologySelectorTerm.TopologySelectorLabelRequirement("zone", List.of(zones)))));
            return new AClass(ObjectMeta.EMPTY, waits, terms);
        }

        @Override
        public AClass withMetadata(ObjectMeta changed) {
            return new AClass(changed, waitsForConsumer, allowedTopologies);
        }
    }

    private record Space(ObjectMeta metadata, @Nullable Quantity largestVolume) implements VolumeSpace {
        static Space of(@Nullable String size) {
            return new Space(ObjectMeta.EMPTY, size == null ? null : Quantity.parse(size));
        }

        @Override
        public Space withMetadata(ObjectMeta changed) {
            return new Space(changed, largestVolume);
        }
    }

    private static <T extends KubernetesObject> T read(Class<T> kind, String yaml) {
        return CODEC.decode(Codec.readTree(yaml, ReadOptions.strict()), kind);
    }

    private static PodInfo waiting(String volume) {
        return PodInfo.of(read(
                Pod.class,
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: p, namespace: default}
                spec: {containers: [{name: c, image: i}], volumes: [{name: v, %s}]}
                """
                        .formatted(volume)));
    }

    private static CSINode node(String annotation, int limit) {
        return read(
                CSINode.class,
                """
                apiVersion: storage.k8s.io/v1
                kind: CSINode
                metadata: {name: n1, annotations: {storage.alpha.kubernetes.io/migrated-plugins: "%s"}}
                spec: {drivers: [{name: ebs.csi.aws.com, nodeID: n1, allocatable: {count: %d}}]}
                """
                        .formatted(annotation, limit));
    }

    private static CSIDriver driver(boolean reportsSpace) {
        return read(
                CSIDriver.class,
                "{apiVersion: storage.k8s.io/v1, kind: CSIDriver, metadata: {name: csi.example.com}, spec: {storageCapacity: "
                        + reportsSpace + "}}");
    }

    private static VolumeAttachment attachment(String driver) {
        return read(
                VolumeAttachment.class,
                "{apiVersion: storage.k8s.io/v1, kind: VolumeAttachment, metadata: {name: a}, spec: {attacher: "
                        + driver + ", nodeName: n1, source: {persistentVolumeName: other}}}");
    }

    @Test
    void aClaimWakesThePodsThatUseIt() {
        var claim = AClaim.unbound("data", "fast", "ReadWriteOnce");
        var elsewhere = claim.withMetadata(claim.metadata().withNamespace("elsewhere"));
        assertThat(VolumeHints.afterClaim(WITH_CLAIM, null, claim)).isTrue();
        assertThat(VolumeHints.afterClaim(WITH_CLAIM, null, elsewhere)).isFalse();
        assertThat(VolumeHints.afterClaim(WITHOUT, null, claim)).isFalse();
    }

    @Test
    void claimsOfEphemeralVolumesConcernSomePluginsOnly() {
        var claim = AClaim.unbound("p-v", "fast", "ReadWriteOnce");
        assertThat(VolumeHints.afterClaim(WITH_EPHEMERAL, null, claim)).isTrue();
        assertThat(VolumeHints.afterNamedClaim(WITH_EPHEMERAL, null, claim)).isFalse();
    }

    @Test
    void aClassWakesIfItIsNewOrMakesVolumesElsewhere() {
        var class1 = AClass.of(true, "a");
        assertThat(VolumeHints.afterClass(WITH_CLAIM, null, class1)).isTrue();
        assertThat(VolumeHints.afterClass(WITH_CLAIM, class1, AClass.of(true, "a")))
                .isFalse();
        assertThat(VolumeHints.afterClass(WITH_CLAIM, class1, AClass.of(true, "a", "b")))
                .isTrue();
        assertThat(VolumeHints.afterWaitingClass(WITH_CLAIM, null, class1)).isTrue();
        assertThat(VolumeHints.afterWaitingClass(WITH_CLAIM, null, AClass.of(false, "a")))
                .isFalse();
    }

    @Test
    void spaceWakesIfThereIsMoreOfIt() {
        assertThat(VolumeHints.afterSpace(WITH_CLAIM, null, Space.of("1Gi"))).isTrue();
        assertThat(VolumeHints.afterSpace(WITH_CLAIM, Space.of("1Gi"), Space.of("2Gi")))
                .isTrue();
        assertThat(VolumeHints.afterSpace(WITH_CLAIM, Space.of(null), Space.of("2Gi")))
                .isTrue();
        assertThat(VolumeHints.afterSpace(WITH_CLAIM, Space.of("2Gi"), Space.of("1Gi")))
                .isFalse();
        assertThat(VolumeHints.afterSpace(WITH_CLAIM, Space.of("2Gi"), Space.of(null)))
                .isFalse();
    }

    @Test
    void aDriverWakesIfItsSpaceIsNotAskedForAnyMore() {
        assertThat(VolumeHints.afterDriver(WITH_CLAIM, driver(true), driver(false)))
                .isTrue();
        assertThat(VolumeHints.afterDriver(WITH_CLAIM, driver(false), driver(true)))
                .isFalse();
        assertThat(VolumeHints.afterDriver(WITH_CLAIM, driver(false), driver(false)))
                .isFalse();
        assertThat(VolumeHints.afterDriver(WITHOUT, driver(true), driver(false)))
                .isFalse();
        assertThat(VolumeHints.afterDriver(waiting("csi: {driver: csi.example.com}"), driver(true), driver(false)))
                .isTrue();
    }

    @Test
    void aNodeWakesIfItsDriversServeOtherPluginsOrTakeMore() {
        assertThat(VolumeHints.afterMigration(WITH_CLAIM, null, node("", 1))).isTrue();
        assertThat(VolumeHints.afterMigration(WITH_CLAIM, node("", 1), node("", 2)))
                .isFalse();
        assertThat(VolumeHints.afterMigration(WITH_CLAIM, node("", 1), node("kubernetes.io/aws-ebs", 1)))
                .isTrue();
        assertThat(VolumeHints.afterLimits(WITH_CLAIM, node("", 1), node("", 2)))
                .isTrue();
        assertThat(VolumeHints.afterLimits(WITH_CLAIM, node("", 2), node("", 1)))
                .isFalse();
    }

    @Test
    void aPodThatLeavesWakesIfItHadVolumesThatAreAttached() {
        assertThat(VolumeHints.afterLeaving(WITH_CLAIM, WITH_EBS.pod(), null)).isTrue();
        assertThat(VolumeHints.afterLeaving(WITH_CLAIM, waiting("emptyDir: {}").pod(), null))
                .isFalse();
    }

    @Test
    void aVolumeThatIsDetachedWakesWhoeverMayNeedOneOfItsDriver() {
        assertThat(VolumeHints.afterDetaching(WITH_CLAIM, attachment("csi.example.com"), null))
                .isTrue();
        assertThat(VolumeHints.afterDetaching(WITH_EBS, attachment("ebs.csi.aws.com"), null))
                .isTrue();
        assertThat(VolumeHints.afterDetaching(WITH_EBS, attachment("csi.example.com"), null))
                .isFalse();
        assertThat(VolumeHints.afterDetaching(WITHOUT, attachment("csi.example.com"), null))
                .isFalse();
    }

    @Test
    void aVolumeWakesIfItIsInAnotherZone() {
        var inA = AClaim.volume("v", "1Gi", Map.of("topology.kubernetes.io/zone", "a"));
        var inB = AClaim.volume("v", "1Gi", Map.of("topology.kubernetes.io/zone", "b"));
        var labelled = AClaim.volume("v", "2Gi", Map.of("topology.kubernetes.io/zone", "a", "x", "y"));
        assertThat(VolumeZone.isElsewhere(WITH_CLAIM, null, inA)).isTrue();
        assertThat(VolumeZone.isElsewhere(WITH_CLAIM, inA, inB)).isTrue();
        assertThat(VolumeZone.isElsewhere(WITH_CLAIM, inA, labelled)).isFalse();
    }
}
