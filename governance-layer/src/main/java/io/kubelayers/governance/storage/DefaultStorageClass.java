package io.kubelayers.governance.storage;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The class that claims without one get: {@code standard}, as local clusters have it, served by the simulated provisioner. */
public final class DefaultStorageClass {
    private static final String IS_DEFAULT = "storageclass.kubernetes.io/is-default-class";

    private DefaultStorageClass() {}

    static boolean isDefault(StorageClass storageClass) {
        return "true".equals(storageClass.metadata().annotations().get(IS_DEFAULT));
    }

    /** The class that claims without one get: of several, the one made last. */
    static Optional<StorageClass> among(List<StorageClass> classes) {
        return classes.stream()
                .filter(DefaultStorageClass::isDefault)
                .min(Comparator.comparing(DefaultStorageClass::created, Comparator.reverseOrder())
                        .thenComparing(storageClass -> storageClass.metadata().nameOrEmpty()));
    }

    private static Instant created(StorageClass storageClass) {
        var created = storageClass.metadata().creationTimestamp();
        return created == null ? Instant.MIN : created;
    }

    /** Creates it in a new cluster. */
    public static void bootstrap(Client admin) {
        admin.create(StorageClassBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name("standard")
                        .annotations(Map.of(IS_DEFAULT, "true"))
                        .build())
                .provisioner("kubelayers.io/simulated")
                .reclaimPolicy("Delete")
                .volumeBindingMode(StorageClass.VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER)
                .build());
    }
}
