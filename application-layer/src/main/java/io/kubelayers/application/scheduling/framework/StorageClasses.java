package io.kubelayers.application.scheduling.framework;

import io.kubelayers.nucleus.core.TopologySelectorTerm;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the scheduler asks of storage classes. The kinds belong to the governance layer, which answers; without it there
 * are no classes.
 */
public interface StorageClasses {
    /** A cluster without storage classes. */
    StorageClasses NONE = new StorageClasses() {
        @Override
        public Optional<ClassOfStorage> find(String name) {
            return Optional.empty();
        }

        @Override
        public List<FreeSpace> freeSpace(String className) {
            return List.of();
        }

        @Override
        public Optional<ClusterEvent.Resource> about(KubernetesObject object) {
            return Optional.empty();
        }
    };

    /**
     * A class, as far as scheduling goes.
     *
     * @param name its name
     * @param provisioner the driver that makes volumes; {@code kubernetes.io/no-provisioner} if nobody does
     * @param waitsForConsumer true if volumes are chosen or made when a pod needs them, where it runs
     * @param allowedTopologies where volumes may be made; empty for everywhere
     */
    record ClassOfStorage(
            String name, String provisioner, boolean waitsForConsumer, List<TopologySelectorTerm> allowedTopologies) {
        public ClassOfStorage {
            allowedTopologies = List.copyOf(allowedTopologies);
        }
    }

    /**
     * Space that a driver reports for a class: {@code CSIStorageCapacity}.
     *
     * @param nodes which nodes reach it; null for none
     * @param largestVolume the largest volume that can be made; null if unknown
     */
    record FreeSpace(@Nullable LabelSelector nodes, @Nullable Quantity largestVolume) {}

    /** The class of this name. */
    Optional<ClassOfStorage> find(String name);

    /** What drivers report for the class of this name. */
    List<FreeSpace> freeSpace(String className);

    /** What a change of this object is to the scheduler, if it may change an answer. */
    Optional<ClusterEvent.Resource> about(KubernetesObject object);
}
