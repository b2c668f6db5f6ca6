package io.kubelayers.application.workloads.statefulset;

import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.OwnerReference;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Who takes a claim along when it is deleted: nobody, the set ({@code whenDeleted: Delete}), or a pod that is scaled away
 * ({@code whenScaled: Delete}). The garbage collector does the rest.
 *
 * <p>Upstream source: {@code updateClaimOwnerRefForSetAndPod} in {@code
 * pkg/controller/statefulset/stateful_set_utils.go}.
 */
final class ClaimRetention {
    private ClaimRetention() {}

    /** The claim with the owners that the policy asks for; other owners stay. */
    static PersistentVolumeClaim apply(StatefulSet set, PersistentVolumeClaim claim, Pod pod, boolean condemned) {
        var policy = set.spec().persistentVolumeClaimRetentionPolicy();
        boolean withSet = policy != null && isDelete(policy.whenDeleted());
        boolean withPod = policy != null && isDelete(policy.whenScaled()) && condemned;
        var owners = new ArrayList<OwnerReference>();
        boolean setThere = false;
        boolean podThere = false;
        for (var owner : claim.metadata().ownerReferences()) {
            boolean isSet = owner.uid().equals(set.metadata().uid());
            boolean isPod = owner.kind().equals("Pod")
                    && owner.name().equals(pod.metadata().name());
            boolean keep = isSet ? withSet && !withPod : !isPod || (withPod && isSame(owner, pod));
            if (keep) {
                owners.add(owner);
                setThere |= isSet;
                podThere |= isPod;
            }
        }
        if (withPod && !podThere && pod.metadata().uid() != null) {
            owners.add(reference("v1", "Pod", pod.metadata()));
        } else if (withSet && !withPod && !setThere) {
            owners.add(reference("apps/v1", "StatefulSet", set.metadata()));
        }
        return owners.equals(claim.metadata().ownerReferences())
                ? claim
                : claim.withMetadata(claim.metadata().withOwnerReferences(owners));
    }

    private static boolean isDelete(@Nullable String policy) {
        return StatefulSet.PersistentVolumeClaimRetentionPolicyType.DELETE.equals(policy);
    }

    private static boolean isSame(OwnerReference owner, Pod pod) {
        return owner.uid().equals(pod.metadata().uid());
    }

    private static OwnerReference reference(String apiVersion, String kind, ObjectMeta owner) {
        return new OwnerReference(apiVersion, kind, owner.nameOrEmpty(), String.valueOf(owner.uid()), null, null);
    }
}
