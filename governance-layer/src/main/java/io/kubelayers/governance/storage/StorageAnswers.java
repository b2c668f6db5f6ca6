package io.kubelayers.governance.storage;

import com.google.common.collect.ImmutableSortedMap;
import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.StorageClasses;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tells the scheduler about storage classes and the space their drivers report.
 *
 * <pre>{@code
 * Scheduling.on(nodes, pods).with(ListedObjects.of(objects).with(StorageAnswers.of(objects))).place(pod);
 * }</pre>
 */
public final class StorageAnswers implements StorageClasses {
    private final Function<String, Optional<StorageClass>> classes;
    private final Supplier<List<CSIStorageCapacity>> capacities;

    private StorageAnswers(
            Function<String, Optional<StorageClass>> classes, Supplier<List<CSIStorageCapacity>> capacities) {
        this.classes = classes;
        this.capacities = capacities;
    }

    /** Of a running cluster. */
    public static StorageAnswers of(Informers informers) {
        return new StorageAnswers(
                name -> informers.lister(StorageClass.class).get("", name),
                () -> informers.lister(CSIStorageCapacity.class).list());
    }

    /** Of these objects; other kinds are passed over. */
    public static StorageAnswers of(Collection<? extends KubernetesObject> objects) {
        var classes = new ArrayList<StorageClass>();
        var capacities = new ArrayList<CSIStorageCapacity>();
        for (var object : objects) {
            if (object instanceof StorageClass storageClass) {
                classes.add(storageClass);
            } else if (object instanceof CSIStorageCapacity capacity) {
                capacities.add(capacity);
            }
        }
        return new StorageAnswers(
                name -> classes.stream()
                        .filter(storageClass ->
                                name.equals(storageClass.metadata().name()))
                        .findFirst(),
                () -> capacities);
    }

    @Override
    public Optional<ClassOfStorage> find(String name) {
        return name.isEmpty() ? Optional.empty() : classes.apply(name).map(StorageAnswers::answer);
    }

    private static ClassOfStorage answer(StorageClass storageClass) {
        return new ClassOfStorage(
                storageClass.metadata().nameOrEmpty(),
                storageClass.provisioner(),
                storageClass.waitsForConsumer(),
                storageClass.allowedTopologies());
    }

    @Override
    public List<FreeSpace> freeSpace(String className) {
        var found = new ArrayList<FreeSpace>();
        for (var capacity : capacities.get()) {
            if (capacity.storageClassName().equals(className)) {
                found.add(new FreeSpace(capacity.nodeTopology(), capacity.largestVolume()));
            }
        }
        return found;
    }

    @Override
    public SortedMap<ClusterEvent.Resource, Class<? extends KubernetesObject>> kinds() {
        return ImmutableSortedMap.of(
                ClusterEvent.Resource.STORAGE_CLASS, StorageClass.class,
                ClusterEvent.Resource.CSI_STORAGE_CAPACITY, CSIStorageCapacity.class);
    }
}
