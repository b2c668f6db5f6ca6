package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.EphemeralContainer;
import io.kubelayers.nucleus.core.HostPathVolumeSource;
import io.kubelayers.nucleus.core.PodSecurityContext;
import io.kubelayers.nucleus.core.PodSecurityContextBuilder;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.core.VolumeEmptyDirVolumeSourceBuilder;
import io.kubelayers.nucleus.server.TypeDefaults;

/** Defaults of the types that pods are made of, where the annotations can't say them (core/v1 defaults.go). */
public final class PodTypeDefaults {
    private static final PodSecurityContext NO_CONTEXT =
            PodSecurityContextBuilder.builder().build();

    private PodTypeDefaults() {}

    public static TypeDefaults create() {
        return TypeDefaults.builder()
                .rule(PodSpec.class, PodTypeDefaults::podSpec)
                .rule(Container.class, PodTypeDefaults::container)
                .rule(EphemeralContainer.class, PodTypeDefaults::ephemeralContainer)
                .rule(Volume.class, PodTypeDefaults::volume)
                .rule(HostPathVolumeSource.class, PodTypeDefaults::hostPath)
                .rule(Volume.ImageVolumeSource.class, PodTypeDefaults::image)
                .build();
    }

    private static PodSpec podSpec(PodSpec spec) {
        var complete = spec.securityContext() != null ? spec : spec.withSecurityContext(NO_CONTEXT);
        return withAccount(complete);
    }

    /** The account has two names, of which the newer one counts (core/v1 conversion.go). */
    private static PodSpec withAccount(PodSpec spec) {
        var name = spec.serviceAccountName() == null ? spec.serviceAccount() : spec.serviceAccountName();
        return name == null || name.equals(spec.serviceAccount()) && name.equals(spec.serviceAccountName())
                ? spec
                : spec.withServiceAccountName(name).withServiceAccount(name);
    }

    private static Container container(Container container) {
        return container.imagePullPolicy() != null
                ? container
                : container.withImagePullPolicy(ImageReference.defaultPullPolicy(container.image()));
    }

    private static EphemeralContainer ephemeralContainer(EphemeralContainer container) {
        return container.imagePullPolicy() != null
                ? container
                : container.withImagePullPolicy(ImageReference.defaultPullPolicy(container.image()));
    }

    private static HostPathVolumeSource hostPath(HostPathVolumeSource path) {
        return path.type() != null ? path : path.withType("");
    }

    private static Volume.ImageVolumeSource image(Volume.ImageVolumeSource image) {
        var reference = image.reference() == null ? "" : image.reference();
        return image.pullPolicy() != null ? image : image.withPullPolicy(ImageReference.defaultPullPolicy(reference));
    }

    /** A volume that names no source is an empty directory. */
    private static Volume volume(Volume volume) {
        return VolumeSources.count(volume) > 0
                ? volume
                : volume.withEmptyDir(
                        VolumeEmptyDirVolumeSourceBuilder.builder().build());
    }
}
