package io.kubelayers.application.scheduling.volumes;

import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.StorageClasses.VolumeClass;
import io.kubelayers.application.scheduling.framework.StorageClasses.VolumeSpace;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.storage.CSIDriver;
import io.kubelayers.nucleus.storage.CSINode;
import io.kubelayers.nucleus.storage.VolumeAttachment;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which events may help a pod that one of these plugins rejected. Upstream: the functions {@code isSchedulableAfter…} of the
 * plugins.
 *
 * <p>What upstream overlooks is looked at, lest a pod waits five minutes for nothing: a driver that no longer reports its space
 * counts for claims too, and an attachment that goes makes room whichever volume it was of.
 */
final class VolumeHints {
    private VolumeHints() {}

    /** One of the pod's claims has come or changed, those of its ephemeral volumes too. */
    static boolean afterClaim(PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        return !(after instanceof PersistentVolumeClaim claim) || uses(waiting, claim, true);
    }

    /** The same without the claims of ephemeral volumes. */
    static boolean afterNamedClaim(
            PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        return !(after instanceof PersistentVolumeClaim claim) || uses(waiting, claim, false);
    }

    private static boolean uses(PodInfo waiting, PersistentVolumeClaim claim, boolean withEphemeral) {
        if (!waiting.namespace().equals(claim.metadata().namespaceOrEmpty())) {
            return false;
        }
        for (var use : ClaimUse.of(waiting)) {
            if (use.name().equals(claim.metadata().name()) && (withEphemeral || !use.isEphemeral())) {
                return true;
            }
        }
        return false;
    }

    /** A class has come, or makes volumes elsewhere; nothing else of it can change. */
    static boolean afterClass(PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        return !(before instanceof VolumeClass was)
                || !(after instanceof VolumeClass is)
                || !was.allowedTopologies().equals(is.allowedTopologies());
    }

    /** A class has come whose volumes wait for their pod, so that their zone does not matter yet. */
    static boolean afterWaitingClass(
            PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        return !(after instanceof VolumeClass is) || is.waitsForConsumer();
    }

    /** A driver reports space, or more than before. */
    static boolean afterSpace(PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        if (!(before instanceof VolumeSpace was) || !(after instanceof VolumeSpace is)) {
            return true;
        }
        var largest = is.largestVolume();
        var former = was.largestVolume();
        return largest != null && (former == null || largest.compareTo(former) > 0);
    }

    /** A driver does not report its space any more, so that it is not asked for. */
    static boolean afterDriver(PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        if (!(before instanceof CSIDriver was) || !(after instanceof CSIDriver is)) {
            return true;
        }
        boolean reports = Boolean.TRUE.equals(is.spec().storageCapacity());
        if (reports || !Boolean.TRUE.equals(was.spec().storageCapacity())) {
            return false;
        }
        return !ClaimUse.of(waiting).isEmpty()
                || waiting.spec().volumes().stream()
                        .anyMatch(volume -> volume.csi() != null
                                && volume.csi().driver().equals(is.metadata().name()));
    }

    /** A node's drivers have come, or serve other old plugins than before. */
    static boolean afterMigration(
            PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        return !(before instanceof CSINode was)
                || !(after instanceof CSINode is)
                || !Objects.equals(migrated(was), migrated(is));
    }

    private static @Nullable String migrated(CSINode node) {
        return node.metadata().annotations().get(CsiMigration.MIGRATED_PLUGINS);
    }

    /** A node takes more volumes of some driver than before. */
    static boolean afterLimits(PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        if (!(before instanceof CSINode was) || !(after instanceof CSINode is)) {
            return true;
        }
        var former = limits(was);
        for (var limit : limits(is).entrySet()) {
            if (limit.getValue() > former.getOrDefault(limit.getKey(), 0)) {
                return true;
            }
        }
        return false;
    }

    /** How many volumes of each driver a node takes, of those that say so. */
    static Map<String, Integer> limits(@Nullable CSINode node) {
        var limits = new TreeMap<String, Integer>();
        if (node != null) {
            for (var driver : node.spec().drivers()) {
                if (driver.allocatable() != null && driver.allocatable().count() != null) {
                    limits.put(driver.name(), driver.allocatable().count());
                }
            }
        }
        return limits;
    }

    /** A pod has left a node, which may have had volumes attached. */
    static boolean afterLeaving(PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        return !(before instanceof Pod gone) || gone.spec().volumes().stream().anyMatch(VolumeHints::mayAttach);
    }

    /** Whether the volume may be one of a CSI driver. */
    static boolean mayAttach(Volume volume) {
        return volume.persistentVolumeClaim() != null
                || volume.ephemeral() != null
                || CsiMigration.pluginOf(volume).isPresent();
    }

    /** A volume was detached from its node. */
    static boolean afterDetaching(
            PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        if (!(before instanceof VolumeAttachment gone)) {
            return true;
        }
        var driver = Optional.of(gone.spec().attacher());
        for (var volume : waiting.spec().volumes()) {
            var plugin = CsiMigration.pluginOf(volume);
            boolean isClaim = volume.persistentVolumeClaim() != null || volume.ephemeral() != null;
            if (isClaim || plugin.flatMap(CsiMigration::driverOf).equals(driver)) {
                return true;
            }
        }
        return false;
    }
}
