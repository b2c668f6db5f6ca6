package io.kubelayers.application.scheduling.volumes;

import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.framework.StorageClasses;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeBuilder;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.PersistentVolumeClaimBuilder;
import io.kubelayers.nucleus.core.PersistentVolumeClaimSpecBuilder;
import io.kubelayers.nucleus.core.PersistentVolumeSpecBuilder;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.core.VolumeBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Claims, volumes and classes in a line, for tests. */
final class AClaim {
    private AClaim() {}

    /** An unbound claim for 1 GiB. */
    static PersistentVolumeClaim unbound(String name, String storageClass, String accessMode) {
        var claim = PersistentVolumeClaimBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name)
                        .namespace("default")
                        .uid("uid-" + name)
                        .build())
                .spec(PersistentVolumeClaimSpecBuilder.builder()
                        .accessModes(List.of(accessMode))
                        .storageClassName(storageClass)
                        .build())
                .build();
        return claim.withSpec(claim.spec()
                .withResources(claim.spec().resources().withRequests(Map.of("storage", Quantity.parse("1Gi")))));
    }

    static PersistentVolumeClaim bound(String name, String volume, String accessMode) {
        var claim = unbound(name, "fast", accessMode);
        return claim.withMetadata(claim.metadata().withAnnotations(Map.of("pv.kubernetes.io/bind-completed", "yes")))
                .withSpec(claim.spec().withVolumeName(volume));
    }

    static PersistentVolume volume(String name, String size, Map<String, String> labels) {
        return PersistentVolumeBuilder.builder()
                .metadata(ObjectMetaBuilder.builder().name(name).labels(labels).build())
                .spec(PersistentVolumeSpecBuilder.builder()
                        .capacity(Map.of("storage", Quantity.parse(size)))
                        .accessModes(List.of("ReadWriteOnce"))
                        .storageClassName("fast")
                        .build())
                .status(PersistentVolume.Status.EMPTY.withPhase("Available"))
                .build();
    }

    /** A pod with a volume for each claim. */
    static APod usedBy(String pod, String... claims) {
        var volumes = Arrays.stream(claims)
                .map(claim -> VolumeBuilder.builder()
                        .name(claim)
                        .persistentVolumeClaim(new Volume.PersistentVolumeClaimVolumeSource(claim, false))
                        .build())
                .toList();
        return APod.named(pod).spec(spec -> spec.withVolumes(volumes));
    }

    /** A class named fast whose volumes wait for their consumer. */
    static StorageClasses classes(String provisioner) {
        return new StorageClasses() {
            @Override
            public Optional<ClassOfStorage> find(String name) {
                return name.equals("fast")
                        ? Optional.of(new ClassOfStorage(name, provisioner, true, List.of()))
                        : Optional.empty();
            }

            @Override
            public List<FreeSpace> freeSpace(String className) {
                return List.of();
            }
        };
    }
}
