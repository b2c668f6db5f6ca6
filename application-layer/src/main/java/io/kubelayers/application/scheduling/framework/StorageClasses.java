package io.kubelayers.application.scheduling.framework;

import io.kubelayers.nucleus.core.TopologySelectorTerm;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.value.Quantity;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
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
     * What the kinds of the governance layer are to queueing hints, which see the objects themselves: a class.
     * {@link ClassOfStorage} says the same to filters.
     */
    interface VolumeClass extends KubernetesObject {
        /** Where volumes may be made; empty for everywhere. */
        List<TopologySelectorTerm> allowedTopologies();

        /** Whether volumes are chosen or made when a pod needs them. */
        boolean waitsForConsumer();
    }

    /** And space that a driver reports for a class. */
    interface VolumeSpace extends KubernetesObject {
        /** The largest volume that can be made; null if unknown. */
        @Nullable
        Quantity largestVolume();
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

    /** The kinds of the governance layer that these answers come from, by what a change of an object is to the scheduler. */
    default SortedMap<ClusterEvent.Resource, Class<? extends KubernetesObject>> kinds() {
        return Collections.emptySortedMap();
    }
}
