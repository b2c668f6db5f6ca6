package io.kubelayers.application.scheduling.framework;

import java.util.Collection;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What a snapshot knows about the pods on its nodes without looking at each node. Immutable; a pod that comes or goes
 * costs a logarithm for each thing it is filed under.
 *
 * <p>Pods are filed by {@link PodShape}: affinity and spreading look at each shape once and then only at the nodes that
 * have pods of it, not at each pod of each node.
 */
final class PodIndex {
    static final PodIndex EMPTY =
            new PodIndex(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    /** How many volumes of pods on nodes use a claim ({@code namespace/name}). */
    private final PMap<String, Integer> claimUses;

    private final PMap<PodShape, PodsOfShape> shapes;
    private final PMap<PodShape, PodsOfShape> affine;
    private final PMap<PodShape, PodsOfShape> averse;

    private PodIndex(
            PMap<String, Integer> claimUses,
            PMap<PodShape, PodsOfShape> shapes,
            PMap<PodShape, PodsOfShape> affine,
            PMap<PodShape, PodsOfShape> averse) {
        this.claimUses = claimUses;
        this.shapes = shapes;
        this.affine = affine;
        this.averse = averse;
    }

    int usesOfClaim(String key) {
        return claimUses.getOrDefault(key, 0);
    }

    /** All pods. */
    Collection<PodsOfShape> shapes() {
        return shapes.values();
    }

    /** Those that want other pods near or far. */
    Collection<PodsOfShape> affine() {
        return affine.values();
    }

    /** Those that must be far from other pods. */
    Collection<PodsOfShape> averse() {
        return averse.values();
    }

    PodIndex with(PodInfo pod) {
        return count(pod, 1);
    }

    PodIndex without(PodInfo pod) {
        return count(pod, -1);
    }

    private PodIndex count(PodInfo pod, int by) {
        var node = pod.node();
        if (node == null) {
            throw new IllegalArgumentException(pod.key() + " is not on a node");
        }
        var shape = pod.shape();
        var known = shapes.get(shape);
        var counted = (known == null ? PodsOfShape.none(shape) : known).count(node, by);
        return new PodIndex(
                claims(pod, by),
                put(shapes, counted),
                shape.hasAffinity() ? put(affine, counted) : affine,
                counted.shape().hasRequiredAntiAffinity() ? put(averse, counted) : averse);
    }

    private static PMap<PodShape, PodsOfShape> put(PMap<PodShape, PodsOfShape> map, PodsOfShape pods) {
        return pods.isEmpty() ? map.minus(pods.shape()) : map.plus(pods.shape(), pods);
    }

    private PMap<String, Integer> claims(PodInfo pod, int by) {
        var uses = claimUses;
        for (var volume : pod.spec().volumes()) {
            if (volume.persistentVolumeClaim() != null) {
                var key = pod.namespace() + '/' + volume.persistentVolumeClaim().claimName();
                int count = uses.getOrDefault(key, 0) + by;
                uses = count == 0 ? uses.minus(key) : uses.plus(key, count);
            }
        }
        return uses;
    }
}
