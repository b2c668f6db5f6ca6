package io.kubelayers.application.scheduling.volumes;

import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A claim that a pod uses.
 *
 * @param name of the claim
 * @param isEphemeral whether the claim is made for the pod and goes with it (a generic ephemeral volume)
 */
record ClaimUse(String name, boolean isEphemeral) {
    /** The claims of a pod, in the order of its volumes. */
    static List<ClaimUse> of(PodInfo pod) {
        if (pod.spec().volumes().isEmpty()) {
            return List.of();
        }
        var uses = new ArrayList<ClaimUse>();
        for (var volume : pod.spec().volumes()) {
            if (volume.persistentVolumeClaim() != null) {
                uses.add(new ClaimUse(volume.persistentVolumeClaim().claimName(), false));
            } else if (volume.ephemeral() != null) {
                uses.add(new ClaimUse(claimName(pod, volume), true));
            }
        }
        return uses;
    }

    /** Upstream's {@code ephemeral.VolumeClaimName}. */
    static String claimName(PodInfo pod, Volume volume) {
        return pod.pod().metadata().nameOrEmpty() + "-" + volume.name();
    }

    Optional<PersistentVolumeClaim> find(PodInfo pod, ClusterObjects objects) {
        return objects.find(PersistentVolumeClaim.class, pod.namespace(), name);
    }

    /** Why the claim is not this pod's, for ephemeral ones that belong to somebody else. */
    Optional<String> refusal(PodInfo pod, PersistentVolumeClaim claim) {
        if (!isEphemeral || isOwned(pod, claim)) {
            return Optional.empty();
        }
        return Optional.of("PVC " + claim.metadata().namespaceOrEmpty() + "/" + name + " was not created for pod "
                + pod.key() + " (pod is not owner)");
    }

    private static boolean isOwned(PodInfo pod, PersistentVolumeClaim claim) {
        var owner = claim.metadata().controllerOwner();
        return owner.isPresent()
                && Objects.equals(owner.get().uid(), pod.pod().metadata().uid());
    }

    static String notFound(String name) {
        return "persistentvolumeclaim \"" + name + "\" not found";
    }
}
