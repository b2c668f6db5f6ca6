package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.EnvFromSource;
import io.kubelayers.nucleus.core.EnvVar;
import io.kubelayers.nucleus.core.LocalObjectReference;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Volume;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The objects of its namespace that a pod names: what the node it runs on has to read for it ({@code pkg/api/v1/pod/util.go},
 * VisitPodSecretNames and VisitPodConfigmapNames; {@code plugin/pkg/auth/authorizer/node/graph.go}).
 *
 * <p>Reading a pod costs a walk over its containers and volumes; nothing is kept.
 */
public final class PodReferences {
    private final SortedSet<String> secrets = new TreeSet<>();
    private final SortedSet<String> configMaps = new TreeSet<>();
    private final SortedSet<String> claims = new TreeSet<>();
    private final SortedSet<String> deviceClaims = new TreeSet<>();

    private PodReferences() {}

    /** What a pod names. */
    public static PodReferences of(Pod pod) {
        var references = new PodReferences();
        var spec = pod.spec();
        spec.imagePullSecrets().forEach(references::secret);
        for (Container container : spec.initContainers()) {
            references.environment(container.env(), container.envFrom());
        }
        for (Container container : spec.containers()) {
            references.environment(container.env(), container.envFrom());
        }
        for (var container : spec.ephemeralContainers()) {
            references.environment(container.env(), container.envFrom());
        }
        for (var volume : spec.volumes()) {
            references.volume(pod, volume);
        }
        references.devices(pod);
        return references;
    }

    /** Secrets that volumes, variables or image pulls take their content from. */
    public SortedSet<String> secrets() {
        return secrets;
    }

    /** Config maps that volumes or variables take their content from. */
    public SortedSet<String> configMaps() {
        return configMaps;
    }

    /** Claims that volumes mount, those made for the pod alone included. */
    public SortedSet<String> claims() {
        return claims;
    }

    /** Resource claims that the pod uses; those still to be made are not known. */
    public SortedSet<String> deviceClaims() {
        return deviceClaims;
    }

    private void environment(List<EnvVar> variables, List<EnvFromSource> sources) {
        for (var source : sources) {
            if (source.secretRef() != null) {
                add(secrets, source.secretRef().name());
            }
            if (source.configMapRef() != null) {
                add(configMaps, source.configMapRef().name());
            }
        }
        for (var variable : variables) {
            var from = variable.valueFrom();
            if (from != null && from.secretKeyRef() != null) {
                add(secrets, from.secretKeyRef().name());
            }
            if (from != null && from.configMapKeyRef() != null) {
                add(configMaps, from.configMapKeyRef().name());
            }
        }
    }

    private void volume(Pod pod, Volume volume) {
        if (volume.persistentVolumeClaim() != null) {
            add(claims, volume.persistentVolumeClaim().claimName());
        } else if (volume.ephemeral() != null) {
            claims.add(pod.metadata().nameOrEmpty() + "-" + volume.name());
        }
        if (volume.configMap() != null) {
            add(configMaps, volume.configMap().name());
        }
        if (volume.projected() != null) {
            for (var source : volume.projected().sources()) {
                if (source.secret() != null) {
                    add(secrets, source.secret().name());
                }
                if (source.configMap() != null) {
                    add(configMaps, source.configMap().name());
                }
            }
        }
        volumeSecrets(volume);
    }

    private void volumeSecrets(Volume volume) {
        if (volume.secret() != null) {
            add(secrets, volume.secret().secretName());
        }
        if (volume.azureFile() != null) {
            add(secrets, volume.azureFile().secretName());
        }
        secret(volume.cephfs() == null ? null : volume.cephfs().secretRef());
        secret(volume.cinder() == null ? null : volume.cinder().secretRef());
        secret(volume.flexVolume() == null ? null : volume.flexVolume().secretRef());
        secret(volume.rbd() == null ? null : volume.rbd().secretRef());
        secret(volume.scaleIO() == null ? null : volume.scaleIO().secretRef());
        secret(volume.iscsi() == null ? null : volume.iscsi().secretRef());
        secret(volume.storageos() == null ? null : volume.storageos().secretRef());
        secret(volume.csi() == null ? null : volume.csi().nodePublishSecretRef());
    }

    private void devices(Pod pod) {
        for (var claim : pod.spec().resourceClaims()) {
            add(deviceClaims, claim.resourceClaimName());
        }
        for (var made : pod.status().resourceClaimStatuses()) {
            add(deviceClaims, made.resourceClaimName());
        }
        var extended = pod.status().extendedResourceClaimStatus();
        if (extended != null) {
            add(deviceClaims, extended.resourceClaimName());
        }
    }

    private void secret(@Nullable LocalObjectReference reference) {
        if (reference != null) {
            add(secrets, reference.name());
        }
    }

    private static void add(SortedSet<String> names, @Nullable String name) {
        if (name != null && !name.isEmpty()) {
            names.add(name);
        }
    }
}
