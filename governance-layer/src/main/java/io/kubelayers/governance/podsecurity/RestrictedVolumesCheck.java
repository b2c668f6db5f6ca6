package io.kubelayers.governance.podsecurity;

import io.kubelayers.nucleus.core.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Pods may mount configuration, scratch space, claims, and CSI volumes, but nothing that names storage directly.
 *
 * <p>Fields: {@code volumes[*]}; allowed are configMap, csi, downwardAPI, emptyDir, ephemeral, persistentVolumeClaim,
 * projected and secret. Upstream: {@code policy/check_restrictedVolumes.go}.
 */
final class RestrictedVolumesCheck implements PodSecurityCheck {
    @Override
    public String id() {
        return "restrictedVolumes";
    }

    @Override
    public Level level() {
        return Level.RESTRICTED;
    }

    @Override
    public List<Revision> revisions() {
        return List.of(Revision.since(0, RestrictedVolumesCheck::test));
    }

    @Override
    public Set<String> replaces() {
        return Set.of("hostPathVolumes");
    }

    private static Optional<Wrong> test(PodUnderTest pod) {
        var volumes = new ArrayList<String>(0);
        var types = new TreeSet<String>();
        for (var volume : pod.spec().volumes()) {
            if (!isAllowed(volume)) {
                volumes.add(volume.name());
                types.add(type(volume));
            }
        }
        return volumes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wrong(
                        "restricted volume types",
                        Culprits.plural(volumes.size(), "volume ", "volumes ")
                                + Culprits.quoted(volumes)
                                + Culprits.plural(volumes.size(), " uses ", " use ")
                                + Culprits.plural(types.size(), "restricted volume type ", "restricted volume types ")
                                + Culprits.quoted(types)));
    }

    private static boolean isAllowed(Volume volume) {
        return volume.configMap() != null
                || volume.csi() != null
                || volume.downwardAPI() != null
                || volume.emptyDir() != null
                || volume.ephemeral() != null
                || volume.persistentVolumeClaim() != null
                || volume.projected() != null
                || volume.secret() != null;
    }

    /** The first of several, in the order of the fields. */
    private static String type(Volume volume) {
        if (volume.hostPath() != null) {
            return "hostPath";
        } else if (volume.gcePersistentDisk() != null) {
            return "gcePersistentDisk";
        } else if (volume.awsElasticBlockStore() != null) {
            return "awsElasticBlockStore";
        } else if (volume.gitRepo() != null) {
            return "gitRepo";
        } else if (volume.nfs() != null) {
            return "nfs";
        } else if (volume.iscsi() != null) {
            return "iscsi";
        } else if (volume.glusterfs() != null) {
            return "glusterfs";
        } else if (volume.rbd() != null) {
            return "rbd";
        } else if (volume.flexVolume() != null) {
            return "flexVolume";
        } else if (volume.cinder() != null) {
            return "cinder";
        } else if (volume.cephfs() != null) {
            return "cephfs";
        } else if (volume.flocker() != null) {
            return "flocker";
        } else if (volume.fc() != null) {
            return "fc";
        } else if (volume.azureFile() != null) {
            return "azureFile";
        } else if (volume.vsphereVolume() != null) {
            return "vsphereVolume";
        } else if (volume.quobyte() != null) {
            return "quobyte";
        } else if (volume.azureDisk() != null) {
            return "azureDisk";
        } else if (volume.photonPersistentDisk() != null) {
            return "photonPersistentDisk";
        } else if (volume.portworxVolume() != null) {
            return "portworxVolume";
        } else if (volume.scaleIO() != null) {
            return "scaleIO";
        }
        return volume.storageos() != null ? "storageos" : "unknown";
    }
}
