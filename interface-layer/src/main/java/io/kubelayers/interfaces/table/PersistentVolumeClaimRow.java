package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A claim: its volume, and what that volume has. */
final class PersistentVolumeClaimRow implements RowPrinter<PersistentVolumeClaim> {
    @Override
    public List<@Nullable Object> cells(PersistentVolumeClaim claim, Instant now) {
        var spec = claim.spec();
        var status = claim.status();
        var volume = Cells.text(spec.volumeName());
        return Cells.row(
                Cells.name(claim),
                claim.metadata().isBeingDeleted() ? "Terminating" : Cells.text(status.phase()),
                volume,
                volume.isEmpty() ? "" : Volumes.storage(status.capacity()),
                volume.isEmpty() ? "" : Volumes.modes(status.accessModes()),
                Volumes.storageClass(claim.metadata().annotations(), spec.storageClassName()),
                Cells.text(spec.volumeAttributesClassName(), Cells.UNSET),
                Cells.age(claim, now),
                Cells.text(spec.volumeMode(), Cells.UNSET));
    }
}
