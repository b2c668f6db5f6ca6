package io.kubelayers.nucleus.volume;

import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;

/**
 * Whether a claim or a volume that is being deleted may go, or is still used
 * (pkg/controller/volume/pvcprotection, pvprotection).
 *
 * @param inUse whether it stays for now
 * @param finding by whom it is used
 */
record Protection(boolean inUse, Finding finding) implements Explained {
    static final String CLAIM = "kubernetes.io/pvc-protection";
    static final String VOLUME = "kubernetes.io/pv-protection";

    private static final String CODE = "volume.protection";

    /**
     * A claim is used by pods that are on a node and have not ended.
     *
     * @param pods pods of the claim's namespace
     */
    static Protection ofClaim(PersistentVolumeClaim claim, List<Pod> pods) {
        var name = claim.metadata().nameOrEmpty();
        for (var pod : pods) {
            if (pod.spec().nodeName() != null && !hasEnded(pod) && uses(pod, name)) {
                return used("pod " + pod.metadata().nameOrEmpty() + " on node "
                        + pod.spec().nodeName() + " uses it");
            }
        }
        return new Protection(false, Finding.pass(CODE, name, "no pod uses it"));
    }

    private static boolean hasEnded(Pod pod) {
        var phase = pod.status().phase();
        return Pod.Phase.SUCCEEDED.equals(phase) || Pod.Phase.FAILED.equals(phase);
    }

    /** A volume is used while it is bound to a claim. */
    static Protection ofVolume(PersistentVolume volume) {
        return PersistentVolume.Phase.BOUND.equals(volume.status().phase())
                ? used("it is bound to a claim")
                : new Protection(
                        false, Finding.pass(CODE, volume.metadata().nameOrEmpty(), "it is not bound to a claim"));
    }

    private static Protection used(String why) {
        return new Protection(true, Finding.note(CODE, "", why));
    }

    /** The claims that the volumes of a pod stand for, by name, among them those made for the pod itself. */
    static boolean uses(Pod pod, String claim) {
        for (var volume : pod.spec().volumes()) {
            var source = volume.persistentVolumeClaim();
            if (source != null && source.claimName().equals(claim)
                    || volume.ephemeral() != null
                            && (pod.metadata().nameOrEmpty() + "-" + volume.name()).equals(claim)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
