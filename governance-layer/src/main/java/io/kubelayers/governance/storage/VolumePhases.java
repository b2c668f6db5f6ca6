package io.kubelayers.governance.storage;

import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Mapping;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.PersistentVolumeReclaimPolicy;
import java.util.Objects;

/**
 * Says of volumes whether they may be taken: Available until a claim has them, Released when their claim is gone, unless
 * they go with it. Upstream: {@code syncVolume} of {@code pkg/controller/volume/persistentvolume}.
 */
public final class VolumePhases implements Reconciler {
    private static final String PROVISIONED = "pv.kubernetes.io/provisioned-by";

    private final ControllerContext context;

    private VolumePhases(ControllerContext context) {
        this.context = context;
    }

    public static Controller controller() {
        return Controller.named("persistent-volume-phase")
                .over(PersistentVolume.class)
                .watching(PersistentVolumeClaim.class, volumeOfClaim())
                .reconcile(VolumePhases::new);
    }

    private static Mapping<PersistentVolumeClaim> volumeOfClaim() {
        return (change, enqueue) -> {
            var volume = change.object().spec().volumeName();
            if (volume != null && !volume.isEmpty()) {
                enqueue.accept(new Request("", volume));
            }
        };
    }

    @Override
    public Requeue reconcile(Request request) {
        var found = context.informers().lister(PersistentVolume.class).get("", request.name());
        if (found.isEmpty()) {
            return Requeue.never();
        }
        var volume = found.get();
        var reference = volume.spec().claimRef();
        if (reference == null || reference.uid() == null) {
            phase(volume, PersistentVolume.Phase.AVAILABLE);
        } else if (isGone(reference)) {
            reclaim(volume);
        }
        return Requeue.never();
    }

    private boolean isGone(ObjectReference reference) {
        var claim = context.informers()
                .lister(PersistentVolumeClaim.class)
                .get(
                        Objects.requireNonNullElse(reference.namespace(), ""),
                        Objects.requireNonNullElse(reference.name(), ""));
        return claim.isEmpty() || !Objects.equals(claim.get().metadata().uid(), reference.uid());
    }

    private void reclaim(PersistentVolume volume) {
        boolean goes = PersistentVolumeReclaimPolicy.DELETE.equals(volume.spec().persistentVolumeReclaimPolicy())
                && volume.metadata().annotations().containsKey(PROVISIONED);
        var released = phase(volume, PersistentVolume.Phase.RELEASED);
        if (goes && !released.metadata().isBeingDeleted()) {
            context.client().delete(released);
        }
    }

    /** A volume that is bound is protected: it has to say that it no longer is before it can go. */
    private PersistentVolume phase(PersistentVolume volume, String phase) {
        return phase.equals(volume.status().phase())
                ? volume
                : context.client()
                        .updateStatus(volume.withStatus(volume.status().withPhase(phase)));
    }
}
