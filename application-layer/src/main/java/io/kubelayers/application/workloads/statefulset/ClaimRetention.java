package io.kubelayers.application.workloads.statefulset;

import io.kubelayers.application.workloads.ControllerRef;
import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.OwnerReference;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who takes a claim along when it is deleted: nobody, the set ({@code whenDeleted: Delete}), or a pod that is scaled away
 * ({@code whenScaled: Delete}). The garbage collector does the rest.
 *
 * <p>A claim that belongs to an earlier set or pod of the same name is stale: it is on its way out and is left alone; one
 * that another controller owns as well is let go of. Upstream source: {@code isClaimOwnerUpToDate}, {@code
 * updateClaimOwnerRefForSetAndPod} and others in {@code pkg/controller/statefulset/stateful_set_utils.go}.
 */
final class ClaimRetention {
    private final OwnerReference setReference;
    private final OwnerReference podReference;
    private final boolean withDeletedSet;
    private final boolean withScaledPod;
    private final boolean condemned;

    /**
     * The rules for the claims of a pod.
     *
     * @param condemned whether the pod is beyond the wanted number
     */
    ClaimRetention(StatefulSet set, Pod pod, boolean condemned) {
        var policy = set.spec().persistentVolumeClaimRetentionPolicy();
        this.withDeletedSet = policy != null && isDelete(policy.whenDeleted());
        this.withScaledPod = policy != null && isDelete(policy.whenScaled());
        this.condemned = condemned;
        this.setReference = ControllerRef.to("apps/v1", "StatefulSet", set.metadata());
        this.podReference = ControllerRef.to("v1", "Pod", pod.metadata());
    }

    /** Whether a new pod has to wait for a claim of its name to go, because it goes with an earlier pod. */
    boolean blocksNewPod(PersistentVolumeClaim claim) {
        return withScaledPod && isStale(claim.metadata(), podReference);
    }

    /** Whether another controller owns the claim, so that the policy is not for it. */
    boolean isElsewhere(PersistentVolumeClaim claim) {
        if (!withDeletedSet && !withScaledPod) {
            return false;
        }
        for (var owner : claim.metadata().ownerReferences()) {
            if (names(owner, setReference) || names(owner, podReference)) {
                var ours = names(owner, setReference) ? setReference : podReference;
                if (!owner.uid().equals(ours.uid())) {
                    return true;
                }
            } else if (Boolean.TRUE.equals(owner.controller())) {
                return true;
            }
        }
        return false;
    }

    /** The claim with the owners that the policy asks for; other owners stay. */
    PersistentVolumeClaim apply(PersistentVolumeClaim claim) {
        return isUpToDate(claim) ? claim : renewed(claim);
    }

    private boolean isUpToDate(PersistentVolumeClaim claim) {
        var metadata = claim.metadata();
        if (isStale(metadata, setReference) || isStale(metadata, podReference)) {
            return true;
        }
        boolean ownedBySet = isOwnedBy(metadata, setReference);
        boolean ownedByPod = isOwnedBy(metadata, podReference);
        if (isElsewhere(claim)) {
            return !ownedBySet && !ownedByPod;
        }
        for (var owner : metadata.ownerReferences()) {
            boolean ours = owner.uid().equals(setReference.uid()) || owner.uid().equals(podReference.uid());
            if (ours && !Boolean.TRUE.equals(owner.controller())) {
                return false;
            }
        }
        return ownedBySet == belongsToSet() && ownedByPod == belongsToPod();
    }

    private boolean belongsToPod() {
        return withScaledPod && condemned;
    }

    private boolean belongsToSet() {
        return withDeletedSet && !belongsToPod();
    }

    private PersistentVolumeClaim renewed(PersistentVolumeClaim claim) {
        var owners = new ArrayList<OwnerReference>();
        for (var owner : claim.metadata().ownerReferences()) {
            if (!names(owner, setReference) && !names(owner, podReference)) {
                owners.add(owner);
            }
        }
        if (!isElsewhere(claim)) {
            if (belongsToPod() && !podReference.uid().isEmpty()) {
                owners.add(podReference);
            } else if (belongsToSet()) {
                owners.add(setReference);
            }
        }
        return owners.equals(claim.metadata().ownerReferences())
                ? claim
                : claim.withMetadata(claim.metadata().withOwnerReferences(owners));
    }

    private static boolean isDelete(@Nullable String policy) {
        return StatefulSet.PersistentVolumeClaimRetentionPolicyType.DELETE.equals(policy);
    }

    private static boolean isOwnedBy(ObjectMeta claim, OwnerReference wanted) {
        return claim.ownerReferences().stream().anyMatch(owner -> owner.uid().equals(wanted.uid()));
    }

    private static boolean isStale(ObjectMeta claim, OwnerReference present) {
        for (var owner : claim.ownerReferences()) {
            if (names(owner, present)) {
                return !Objects.equals(owner.uid(), present.uid());
            }
        }
        return false;
    }

    private static boolean names(OwnerReference owner, OwnerReference other) {
        return owner.apiVersion().equals(other.apiVersion())
                && owner.kind().equals(other.kind())
                && owner.name().equals(other.name());
    }
}
