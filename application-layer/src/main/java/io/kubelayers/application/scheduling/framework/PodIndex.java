package io.kubelayers.application.scheduling.framework;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What a snapshot knows about the pods on its nodes without looking at each node. Immutable; a pod that comes or goes
 * costs a logarithm for each thing it is filed under, and nothing if it is filed under none.
 */
final class PodIndex {
    static final PodIndex EMPTY = new PodIndex(HashTreePMap.empty());

    /** How many volumes of pods on nodes use a claim ({@code namespace/name}). */
    private final PMap<String, Integer> claimUses;

    private PodIndex(PMap<String, Integer> claimUses) {
        this.claimUses = claimUses;
    }

    int usesOfClaim(String key) {
        return claimUses.getOrDefault(key, 0);
    }

    PodIndex with(PodInfo pod) {
        return count(pod, 1);
    }

    PodIndex without(PodInfo pod) {
        return count(pod, -1);
    }

    private PodIndex count(PodInfo pod, int by) {
        var uses = claimUses;
        for (var volume : pod.spec().volumes()) {
            if (volume.persistentVolumeClaim() != null) {
                var key = pod.namespace() + '/' + volume.persistentVolumeClaim().claimName();
                int count = uses.getOrDefault(key, 0) + by;
                uses = count == 0 ? uses.minus(key) : uses.plus(key, count);
            }
        }
        return uses == claimUses ? this : new PodIndex(uses);
    }
}
