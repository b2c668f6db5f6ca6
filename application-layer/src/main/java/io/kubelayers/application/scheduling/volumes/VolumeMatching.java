package io.kubelayers.application.scheduling.volumes;

import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.selector.Selector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The volumes that a claim could have, whatever the node: looked for once a pod, so that each node asks only what it can
 * reach. Upstream: {@code FindMatchingVolume} of {@code pv_helpers.go}.
 *
 * @param claim the claim
 * @param reserved volumes that name the claim; the first of them is taken or none
 * @param free volumes that fit, the smallest first
 */
record VolumeMatching(PersistentVolumeClaim claim, List<PersistentVolume> reserved, List<PersistentVolume> free) {
    static VolumeMatching of(PersistentVolumeClaim claim, ClusterObjects objects) {
        var reserved = new ArrayList<PersistentVolume>();
        var free = new ArrayList<PersistentVolume>();
        var wantedClass = Claims.classOf(claim);
        for (var volume : objects.list(PersistentVolume.class)) {
            if (!Claims.classOf(volume).equals(wantedClass) || !fits(volume, claim)) {
                continue;
            }
            if (Claims.isBoundTo(volume, claim)) {
                reserved.add(volume);
            } else if (volume.spec().claimRef() == null && isAvailable(volume, claim)) {
                free.add(volume);
            }
        }
        free.sort(Comparator.comparing(Claims::capacity)); // stable: of equal ones the first by name
        return new VolumeMatching(claim, reserved, free);
    }

    private static boolean fits(PersistentVolume volume, PersistentVolumeClaim claim) {
        return Claims.capacity(volume).compareTo(Claims.request(claim)) >= 0
                && mode(volume.spec().volumeMode()).equals(mode(claim.spec().volumeMode()))
                && attributes(volume.spec().volumeAttributesClassName())
                        .equals(attributes(claim.spec().volumeAttributesClassName()))
                && !volume.metadata().isBeingDeleted();
    }

    private static String mode(@Nullable String mode) {
        return Objects.requireNonNullElse(mode, "Filesystem");
    }

    private static String attributes(@Nullable String className) {
        return Objects.requireNonNullElse(className, "");
    }

    private static boolean isAvailable(PersistentVolume volume, PersistentVolumeClaim claim) {
        return PersistentVolume.Phase.AVAILABLE.equals(volume.status().phase())
                && (claim.spec().selector() == null
                        || Selector.of(claim.spec().selector())
                                .matches(volume.metadata().labels()))
                && volume.spec().accessModes().containsAll(claim.spec().accessModes());
    }

    /**
     * The volume the claim gets if its pod runs on this node.
     *
     * @param taken names of volumes that another claim of the pod gets
     */
    Optional<PersistentVolume> on(Node node, Reach reach, Set<String> taken) {
        for (var volume : reserved) {
            if (!taken.contains(volume.metadata().nameOrEmpty())) {
                return reach.reaches(volume, node) ? Optional.of(volume) : Optional.empty();
            }
        }
        for (var volume : free) {
            if (!taken.contains(volume.metadata().nameOrEmpty()) && reach.reaches(volume, node)) {
                return Optional.of(volume);
            }
        }
        return Optional.empty();
    }
}
