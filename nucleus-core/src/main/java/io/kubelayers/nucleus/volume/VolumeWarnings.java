package io.kubelayers.nucleus.volume;

import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeSpec;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** What users hear about volumes whose ways are going out of use (api/persistentvolume/util.go). */
final class VolumeWarnings {
    private static final FieldPath ANNOTATIONS = FieldPath.of("metadata").child("annotations");
    private static final FieldPath SPEC = FieldPath.of("spec");

    private VolumeWarnings() {}

    static List<String> of(PersistentVolume volume) {
        var warnings = new ArrayList<String>();
        var annotations = volume.metadata().annotations();
        if (annotations.containsKey("volume.beta.kubernetes.io/storage-class")) {
            warnings.add(ANNOTATIONS.key("volume.beta.kubernetes.io/storage-class")
                    + ": deprecated since v1.8; use \"storageClassName\" attribute instead");
        }
        if (annotations.containsKey("volume.beta.kubernetes.io/mount-options")) {
            warnings.add(ANNOTATIONS.key("volume.beta.kubernetes.io/mount-options")
                    + ": deprecated since v1.31; use \"mountOptions\" attribute instead");
        }
        var spec = volume.spec();
        if ("Recycle".equals(spec.persistentVolumeReclaimPolicy())) {
            warnings.add(SPEC.child("persistentVolumeReclaimPolicy")
                    + ": The Recycle reclaim policy is deprecated. Instead, the recommended approach is to use dynamic"
                    + " provisioning.");
        }
        if (spec.nodeAffinity() != null && spec.nodeAffinity().required() != null) {
            var terms = SPEC.child("nodeAffinity").child("required").child("nodeSelectorTerms");
            NodeLabels.addWarnings(terms, spec.nodeAffinity().required(), warnings);
        }
        source(spec, warnings);
        return warnings;
    }

    private static void source(PersistentVolumeSpec spec, List<String> warnings) {
        if (spec.cephfs() != null) {
            warnings.add(SPEC.child("cephfs") + ": deprecated in v1.28, non-functional in v1.31+");
        } else if (spec.photonPersistentDisk() != null) {
            warnings.add(SPEC.child("photonPersistentDisk") + ": deprecated in v1.11, non-functional in v1.16+");
        } else if (spec.scaleIO() != null) {
            warnings.add(SPEC.child("scaleIO") + ": deprecated in v1.16, non-functional in v1.22+");
        } else if (spec.storageos() != null) {
            warnings.add(SPEC.child("storageOS") + ": deprecated in v1.22, non-functional in v1.25+");
        } else if (spec.glusterfs() != null) {
            warnings.add(SPEC.child("glusterfs") + ": deprecated in v1.25, non-functional in v1.26+");
        } else if (spec.rbd() != null) {
            warnings.add(SPEC.child("rbd") + ": deprecated in v1.28, non-functional in v1.31+");
        }
    }
}
