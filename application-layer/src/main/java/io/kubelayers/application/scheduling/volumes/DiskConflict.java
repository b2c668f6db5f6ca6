package io.kubelayers.application.scheduling.volumes;

import io.kubelayers.nucleus.core.Volume;
import java.util.Collections;

/**
 * Which disks two pods of a node cannot both use: one EBS volume at all; one GCE disk, iSCSI target or RBD image unless
 * both only read it. Upstream: {@code isVolumeConflict} of {@code volume_restrictions.go}.
 */
final class DiskConflict {
    private DiskConflict() {}

    /** Whether the volume is of a kind that can conflict. */
    static boolean mayArise(Volume volume) {
        return volume.gcePersistentDisk() != null
                || volume.awsElasticBlockStore() != null
                || volume.rbd() != null
                || volume.iscsi() != null;
    }

    static boolean between(Volume volume, Volume other) {
        return sameGceDisk(volume, other)
                || sameEbsVolume(volume, other)
                || sameTarget(volume, other)
                || sameImage(volume, other);
    }

    private static boolean sameGceDisk(Volume volume, Volume other) {
        var disk = volume.gcePersistentDisk();
        var taken = other.gcePersistentDisk();
        return disk != null
                && taken != null
                && disk.pdName().equals(taken.pdName())
                && !(disk.readOnly() && taken.readOnly());
    }

    private static boolean sameEbsVolume(Volume volume, Volume other) {
        var disk = volume.awsElasticBlockStore();
        var taken = other.awsElasticBlockStore();
        return disk != null && taken != null && disk.volumeID().equals(taken.volumeID());
    }

    private static boolean sameTarget(Volume volume, Volume other) {
        var target = volume.iscsi();
        var taken = other.iscsi();
        return target != null
                && taken != null
                && target.iqn().equals(taken.iqn())
                && !(target.readOnly() && taken.readOnly());
    }

    private static boolean sameImage(Volume volume, Volume other) {
        var image = volume.rbd();
        var taken = other.rbd();
        return image != null
                && taken != null
                && !Collections.disjoint(image.monitors(), taken.monitors())
                && pool(image).equals(pool(taken))
                && image.image().equals(taken.image())
                && !(image.readOnly() && taken.readOnly());
    }

    private static String pool(Volume.RBDVolumeSource image) {
        return image.pool() == null ? "rbd" : image.pool();
    }
}
