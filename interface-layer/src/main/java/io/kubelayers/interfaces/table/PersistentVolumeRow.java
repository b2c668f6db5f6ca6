package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.core.PersistentVolume;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A volume: its size, who may use it how, and which claim has it. */
final class PersistentVolumeRow implements RowPrinter<PersistentVolume> {
    @Override
    public List<@Nullable Object> cells(PersistentVolume volume, Instant now) {
        var spec = volume.spec();
        var claim = spec.claimRef();
        return Cells.row(
                Cells.name(volume),
                Volumes.storage(spec.capacity()),
                Volumes.modes(spec.accessModes()),
                Cells.text(spec.persistentVolumeReclaimPolicy()),
                volume.metadata().isBeingDeleted()
                        ? "Terminating"
                        : Cells.text(volume.status().phase()),
                claim == null ? "" : Cells.text(claim.namespace()) + "/" + Cells.text(claim.name()),
                Volumes.storageClass(volume.metadata().annotations(), spec.storageClassName()),
                Cells.text(spec.volumeAttributesClassName(), Cells.UNSET),
                Cells.text(volume.status().reason()),
                Cells.age(volume, now),
                Cells.text(spec.volumeMode(), Cells.UNSET));
    }
}
