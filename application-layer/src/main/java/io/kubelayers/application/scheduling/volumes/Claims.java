package io.kubelayers.application.scheduling.volumes;

import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.value.Quantity;
import java.util.Objects;

/** What claims and volumes say of themselves. Upstream: {@code component-helpers/storage/volume}. */
final class Claims {
    /** On claims that went through binding completely. */
    static final String BIND_COMPLETED = "pv.kubernetes.io/bind-completed";

    /** On volumes and claims that were bound by a controller, not by a person. */
    static final String BOUND_BY_CONTROLLER = "pv.kubernetes.io/bound-by-controller";

    /** On claims for which a volume is to be made, where the pod will run. */
    static final String SELECTED_NODE = "volume.kubernetes.io/selected-node";

    private static final String CLASS_ANNOTATION = "volume.beta.kubernetes.io/storage-class";

    private Claims() {}

    /** The class the claim names, {@code ""} for none. */
    static String classOf(PersistentVolumeClaim claim) {
        var annotated = claim.metadata().annotations().get(CLASS_ANNOTATION);
        if (annotated != null) {
            return annotated;
        }
        var name = claim.spec().storageClassName();
        return name == null ? "" : name;
    }

    /** The class the volume is of, {@code ""} for none. */
    static String classOf(PersistentVolume volume) {
        var annotated = volume.metadata().annotations().get(CLASS_ANNOTATION);
        if (annotated != null) {
            return annotated;
        }
        var name = volume.spec().storageClassName();
        return name == null ? "" : name;
    }

    static boolean isFullyBound(PersistentVolumeClaim claim) {
        return !volumeOf(claim).isEmpty() && claim.metadata().annotations().containsKey(BIND_COMPLETED);
    }

    /** Whether the node's agent sees it bound too, which looks at the phase; that is written last. */
    static boolean isUsable(PersistentVolumeClaim claim) {
        return isFullyBound(claim)
                && PersistentVolumeClaim.Phase.BOUND.equals(claim.status().phase());
    }

    /** The volume the claim names, {@code ""} for none. */
    static String volumeOf(PersistentVolumeClaim claim) {
        var name = claim.spec().volumeName();
        return name == null ? "" : name;
    }

    /** Whether the volume is reserved for or bound to the claim. */
    static boolean isBoundTo(PersistentVolume volume, PersistentVolumeClaim claim) {
        var reference = volume.spec().claimRef();
        if (reference == null
                || !Objects.equals(reference.name(), claim.metadata().name())
                || !Objects.equals(reference.namespace(), claim.metadata().namespace())) {
            return false;
        }
        return reference.uid() == null
                || reference.uid().isEmpty()
                || reference.uid().equals(claim.metadata().uid());
    }

    /** Bytes asked for. */
    static Quantity request(PersistentVolumeClaim claim) {
        return claim.spec().resources().requests().getOrDefault("storage", Quantity.ZERO);
    }

    /** Bytes it has. */
    static Quantity capacity(PersistentVolume volume) {
        return volume.spec().capacity().getOrDefault("storage", Quantity.ZERO);
    }

    static String key(PersistentVolumeClaim claim) {
        return claim.metadata().namespaceOrEmpty() + "/" + claim.metadata().nameOrEmpty();
    }
}
