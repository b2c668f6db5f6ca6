package io.kubelayers.application.scheduling.volumes;

import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.application.scheduling.framework.PluginException;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.storage.CSINode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which CSI volumes pods use on a node, and of which drivers. Volumes that are still to be made count for the driver of
 * their class. Upstream: {@code filterAttachableVolumes} of {@code plugins/nodevolumelimits/csi.go}.
 */
final class AttachableVolumes {
    private final ClusterObjects objects;
    private final @Nullable CSINode node;

    AttachableVolumes(ClusterObjects objects, @Nullable CSINode node) {
        this.objects = objects;
        this.node = node;
    }

    /** What tells the volumes of all drivers apart. */
    static String unique(String driver, String handle) {
        return driver + "/" + handle;
    }

    /**
     * Adds the pod's volumes to those collected, each with its driver.
     *
     * @param isNew whether the pod is the one to be placed: it needs its claims, others may have lost theirs
     * @return why the pod can run nowhere, or null
     */
    @Nullable
    Status collect(PodInfo pod, boolean isNew, Map<String, String> collected) {
        for (var volume : pod.spec().volumes()) {
            boolean isEphemeral = volume.ephemeral() != null;
            if (volume.persistentVolumeClaim() == null && !isEphemeral) {
                collectInline(pod, volume, collected);
                continue;
            }
            var name = volume.persistentVolumeClaim() == null
                    ? ClaimUse.claimName(pod, volume)
                    : volume.persistentVolumeClaim().claimName();
            if (name.isEmpty()) {
                throw new PluginException("PersistentVolumeClaim had no name");
            }
            var use = new ClaimUse(name, isEphemeral);
            var claim = use.find(pod, objects);
            if (claim.isEmpty()) {
                if (isNew) {
                    return Status.unresolvable(
                            "looking up PVC " + pod.namespace() + "/" + name + ": " + ClaimUse.notFound(name));
                }
                continue;
            }
            var refusal = use.refusal(pod, claim.get());
            if (refusal.isPresent()) {
                throw new PluginException(refusal.get());
            }
            collectClaim(claim.get(), collected);
        }
        return null;
    }

    private void collectInline(PodInfo pod, Volume volume, Map<String, String> collected) {
        var plugin = CsiMigration.pluginOf(volume);
        if (plugin.isPresent() && CsiMigration.countsOn(plugin.get(), node)) {
            var driver = CsiMigration.driverOf(plugin.get()).orElseThrow();
            collected.put(unique(driver, CsiMigration.handle(volume, pod.namespace())), driver);
        }
    }

    private void collectClaim(PersistentVolumeClaim claim, Map<String, String> collected) {
        var found = objects.find(PersistentVolume.class, "", Claims.volumeOf(claim));
        if (found.isEmpty()) {
            collectUnbound(claim, collected);
            return;
        }
        var csi = found.get().spec().csi();
        if (csi != null) {
            put(csi.driver(), csi.volumeHandle(), collected);
            return;
        }
        var plugin = CsiMigration.pluginOf(found.get().spec());
        if (plugin.isPresent() && CsiMigration.countsOn(plugin.get(), node)) {
            put(CsiMigration.driverOf(plugin.get()).orElseThrow(), CsiMigration.handle(found.get()), collected);
        }
    }

    private void collectUnbound(PersistentVolumeClaim claim, Map<String, String> collected) {
        var storageClass = objects.storageClasses().find(Claims.classOf(claim));
        if (storageClass.isEmpty()) {
            return; // without a class it must be bound before its pod is placed
        }
        var provisioner = storageClass.get().provisioner();
        var handle = "unbound-" + Claims.key(claim);
        var migrated = CsiMigration.driverOf(provisioner);
        if (migrated.isEmpty()) {
            put(provisioner, handle, collected);
        } else if (CsiMigration.countsOn(provisioner, node)) {
            put(migrated.get(), handle, collected);
        }
    }

    private static void put(String driver, String handle, Map<String, String> collected) {
        if (!driver.isEmpty() && !handle.isEmpty()) {
            collected.put(unique(driver, handle), driver);
        }
    }
}
