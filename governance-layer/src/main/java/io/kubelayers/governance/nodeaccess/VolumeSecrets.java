package io.kubelayers.governance.nodeaccess;

import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeSpec.SecretReference;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The secrets that nodes need to mount a volume ({@code pkg/api/v1/persistentvolume/util.go}, those visible to kubelets). */
final class VolumeSecrets {
    private final String claimNamespace;
    private final SortedSet<String> names = new TreeSet<>();

    private VolumeSecrets(PersistentVolume volume) {
        var claim = volume.spec().claimRef();
        this.claimNamespace = claim == null || claim.namespace() == null ? "" : claim.namespace();
    }

    /** Names in the form {@code namespace/name}. */
    static SortedSet<String> onNodes(PersistentVolume volume) {
        var secrets = new VolumeSecrets(volume);
        var spec = volume.spec();
        if (spec.azureFile() != null) {
            secrets.add(spec.azureFile().secretNamespace(), spec.azureFile().secretName());
        }
        secrets.add(spec.cephfs() == null ? null : spec.cephfs().secretRef());
        secrets.add(spec.cinder() == null ? null : spec.cinder().secretRef());
        secrets.add(spec.flexVolume() == null ? null : spec.flexVolume().secretRef());
        secrets.add(spec.rbd() == null ? null : spec.rbd().secretRef());
        secrets.add(spec.scaleIO() == null ? null : spec.scaleIO().secretRef());
        secrets.add(spec.iscsi() == null ? null : spec.iscsi().secretRef());
        var csi = spec.csi();
        if (csi != null) {
            secrets.add(csi.nodePublishSecretRef());
            secrets.add(csi.nodeStageSecretRef());
            secrets.add(csi.nodeExpandSecretRef());
        }
        var storageos = spec.storageos() == null ? null : spec.storageos().secretRef();
        if (storageos != null) {
            secrets.add(storageos);
        }
        return secrets.names;
    }

    private void add(ObjectReference reference) {
        add(reference.namespace(), reference.name());
    }

    private void add(@Nullable SecretReference reference) {
        if (reference != null) {
            add(reference.namespace(), reference.name());
        }
    }

    private void add(@Nullable String namespace, @Nullable String name) {
        if (name != null) {
            names.add((namespace == null ? claimNamespace : namespace) + "/" + name);
        }
    }
}
