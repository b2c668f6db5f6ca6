package io.kubelayers.nucleus.volume;

import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.server.KindRules;

/**
 * What a volume does beyond the ordinary: it begins Pending, is a file system, and is kept when its claim goes, unless it
 * says otherwise (core/v1 defaults.go, registry/core/persistentvolume/strategy.go).
 */
public final class PersistentVolumeRules implements KindRules<PersistentVolume> {
    @Override
    public Class<PersistentVolume> type() {
        return PersistentVolume.class;
    }

    @Override
    public PersistentVolume defaulted(PersistentVolume volume) {
        var spec = volume.spec();
        spec = spec.volumeMode() == null ? spec.withVolumeMode("Filesystem") : spec;
        spec = spec.persistentVolumeReclaimPolicy() == null ? spec.withPersistentVolumeReclaimPolicy("Retain") : spec;
        return spec == volume.spec() ? volume : volume.withSpec(spec);
    }

    @Override
    public PersistentVolume prepareForCreate(PersistentVolume volume) {
        return volume.withStatus(volume.status().withPhase(PersistentVolume.Phase.PENDING));
    }
}
