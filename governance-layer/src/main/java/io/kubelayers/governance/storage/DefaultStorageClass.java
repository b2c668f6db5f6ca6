package io.kubelayers.governance.storage;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.Map;

/** The class that claims without one get: {@code standard}, as local clusters have it, served by the simulated provisioner. */
public final class DefaultStorageClass {
    private static final String IS_DEFAULT = "storageclass.kubernetes.io/is-default-class";

    private DefaultStorageClass() {}

    static boolean isDefault(StorageClass storageClass) {
        return "true".equals(storageClass.metadata().annotations().get(IS_DEFAULT));
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
