package io.kubelayers.nucleus.serviceaccount;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.DownwardAPIVolumeSourceDownwardAPIVolumeFileBuilder;
import io.kubelayers.nucleus.core.KeyToPath;
import io.kubelayers.nucleus.core.ObjectFieldSelector;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.core.VolumeBuilder;
import io.kubelayers.nucleus.core.VolumeMount;
import io.kubelayers.nucleus.core.VolumeMountBuilder;
import io.kubelayers.nucleus.core.VolumeProjection;
import io.kubelayers.nucleus.core.VolumeProjectionBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The volume in which the containers of a pod find what they need to call the API: a token of the account, the
 * certificate authority and the name of the namespace (plugin/pkg/admission/serviceaccount, TokenVolumeSource).
 */
final class TokenVolume {
    /** Where containers find it. */
    static final String MOUNT_PATH = "/var/run/secrets/kubernetes.io/serviceaccount";

    static final String NAME_PREFIX = "kube-api-access-";

    /** An hour, and a few seconds by which the server recognizes tokens of these volumes. */
    private static final long EXPIRATION_SECONDS = 3607;

    private static final int MODE = 0644;

    /** What is in the volume; the same for every pod, so there is one. */
    private static final Volume.ProjectedVolumeSource SOURCE = source();

    private TokenVolume() {}

    /**
     * Mounts the volume in each container that has nothing at its place.
     *
     * @param spec the pod as it is
     * @param changed the pod to be
     * @param suffix gives random characters, asked only if the volume needs a name
     */
    static void mount(PodSpec spec, PodSpecBuilder changed, Supplier<String> suffix) {
        if (!isMissing(spec.containers()) && !isMissing(spec.initContainers())) {
            return;
        }
        var known = known(spec);
        var name = known == null ? NAME_PREFIX + suffix.get() : known;
        var mount = VolumeMountBuilder.builder()
                .name(name)
                .readOnly(true)
                .mountPath(MOUNT_PATH)
                .build();
        changed.containers(mounted(spec.containers(), mount)).initContainers(mounted(spec.initContainers(), mount));
        if (known == null) {
            var volumes = new ArrayList<Volume>(spec.volumes().size() + 1);
            volumes.addAll(spec.volumes());
            volumes.add(VolumeBuilder.builder().name(name).projected(SOURCE).build());
            changed.volumes(volumes);
        }
    }

    private static @Nullable String known(PodSpec spec) {
        for (var volume : spec.volumes()) {
            if (volume.name().startsWith(NAME_PREFIX)) {
                return volume.name();
            }
        }
        return null;
    }

    private static boolean isMissing(List<Container> containers) {
        for (var container : containers) {
            if (isMissing(container)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMissing(Container container) {
        for (var mount : container.volumeMounts()) {
            if (mount.mountPath().equals(MOUNT_PATH)) {
                return false;
            }
        }
        return true;
    }

    private static List<Container> mounted(List<Container> containers, VolumeMount mount) {
        if (containers.isEmpty()) {
            return containers;
        }
        var result = new ArrayList<Container>(containers.size());
        for (var container : containers) {
            if (isMissing(container)) {
                var mounts = new ArrayList<VolumeMount>(container.volumeMounts().size() + 1);
                mounts.addAll(container.volumeMounts());
                mounts.add(mount);
                result.add(container.withVolumeMounts(mounts));
            } else {
                result.add(container);
            }
        }
        return result;
    }

    private static Volume.ProjectedVolumeSource source() {
        var token = new VolumeProjection.ServiceAccountTokenProjection(null, EXPIRATION_SECONDS, "token");
        var authority = new VolumeProjection.ConfigMapProjection(
                RootCertificate.CONFIG_MAP,
                List.of(new KeyToPath(RootCertificate.KEY, RootCertificate.KEY, null)),
                null);
        var namespace = new VolumeProjection.DownwardAPIProjection(
                List.of(DownwardAPIVolumeSourceDownwardAPIVolumeFileBuilder.builder()
                        .path("namespace")
                        .fieldRef(new ObjectFieldSelector("v1", "metadata.namespace"))
                        .build()));
        return new Volume.ProjectedVolumeSource(
                List.of(
                        VolumeProjectionBuilder.builder()
                                .serviceAccountToken(token)
                                .build(),
                        VolumeProjectionBuilder.builder().configMap(authority).build(),
                        VolumeProjectionBuilder.builder().downwardAPI(namespace).build()),
                MODE);
    }
}
