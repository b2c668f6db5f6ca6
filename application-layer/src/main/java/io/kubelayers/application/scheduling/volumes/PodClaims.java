package io.kubelayers.application.scheduling.volumes;

import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.List;

/**
 * The claims of a pod, by what is to be done about them. Upstream: {@code GetPodVolumeClaims} of {@code binder.go} and
 * {@code podHasPVCs} of {@code volume_binding.go}.
 *
 * @param bound those that have their volume
 * @param delayed those that get one when the pod has a node
 * @param immediate those that should have one already and don't
 * @param status why the pod can run nowhere; success if nothing speaks against it
 */
record PodClaims(
        List<PersistentVolumeClaim> bound,
        List<PersistentVolumeClaim> delayed,
        List<PersistentVolumeClaim> immediate,
        Status status) {
    static PodClaims of(PodInfo pod, List<ClaimUse> uses, ClusterObjects objects) {
        var bound = new ArrayList<PersistentVolumeClaim>();
        var delayed = new ArrayList<PersistentVolumeClaim>();
        var immediate = new ArrayList<PersistentVolumeClaim>();
        for (var use : uses) {
            var found = use.find(pod, objects);
            if (found.isEmpty()) {
                return rejected(
                        use.isEphemeral()
                                ? "waiting for ephemeral volume controller to create the persistentvolumeclaim \""
                                        + use.name() + '"'
                                : ClaimUse.notFound(use.name()));
            }
            var claim = found.get();
            var trouble = trouble(pod, use, claim);
            if (!trouble.isEmpty()) {
                return rejected(trouble);
            }
            if (Claims.isFullyBound(claim)) {
                bound.add(claim);
            } else if (isDelayed(claim, objects) && Claims.volumeOf(claim).isEmpty()) {
                delayed.add(claim);
            } else {
                immediate.add(claim);
            }
        }
        return new PodClaims(bound, delayed, immediate, Status.success());
    }

    private static String trouble(PodInfo pod, ClaimUse use, PersistentVolumeClaim claim) {
        if (PersistentVolumeClaim.Phase.LOST.equals(claim.status().phase())) {
            return "persistentvolumeclaim \"" + use.name() + "\" bound to non-existent persistentvolume \""
                    + Claims.volumeOf(claim) + '"';
        }
        if (claim.metadata().isBeingDeleted()) {
            return "persistentvolumeclaim \"" + use.name() + "\" is being deleted";
        }
        return use.refusal(pod, claim).orElse("");
    }

    private static boolean isDelayed(PersistentVolumeClaim claim, ClusterObjects objects) {
        var storageClass = objects.storageClasses().find(Claims.classOf(claim));
        return storageClass.isPresent() && storageClass.get().waitsForConsumer();
    }

    private static PodClaims rejected(String reason) {
        return new PodClaims(List.of(), List.of(), List.of(), Status.unresolvable(reason));
    }
}
