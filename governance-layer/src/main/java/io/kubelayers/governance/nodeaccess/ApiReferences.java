package io.kubelayers.governance.nodeaccess;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.core.VolumeProjection;
import io.kubelayers.nucleus.pod.PodReferences;
import java.util.Optional;

/** Whether a pod names objects of the API, which a pod that a node made by itself must not (pkg/api/pod/util.go). */
final class ApiReferences {
    private ApiReferences() {}

    /** The resource of the first such object, with where it is named. */
    static Optional<String> first(Pod pod) {
        if (pod.spec().serviceAccountName() != null) {
            return Optional.of("serviceaccounts");
        }
        var names = PodReferences.of(pod);
        if (!names.secrets().isEmpty()) {
            return Optional.of("secrets");
        }
        if (!names.configMaps().isEmpty()) {
            return Optional.of("configmaps");
        }
        if (!pod.spec().resourceClaims().isEmpty()) {
            return Optional.of("resourceclaims");
        }
        return pod.spec().volumes().stream()
                .map(ApiReferences::ofVolume)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> ofVolume(Volume volume) {
        if (volume.configMap() != null) {
            return Optional.of("configmaps (via configmap volumes)");
        }
        if (volume.secret() != null) {
            return Optional.of("secrets (via secret volumes)");
        }
        if (volume.csi() != null) {
            return Optional.of("csidrivers (via CSI volumes)");
        }
        if (volume.glusterfs() != null) {
            return Optional.of("endpoints (via glusterFS volumes)");
        }
        if (volume.persistentVolumeClaim() != null) {
            return Optional.of("persistentvolumeclaims");
        }
        if (volume.ephemeral() != null) {
            return Optional.of("persistentvolumeclaims (via ephemeral volumes)");
        }
        if (volume.azureFile() != null) {
            return Optional.of("secrets (via azureFile volumes)");
        }
        return volume.projected() == null
                ? Optional.empty()
                : volume.projected().sources().stream()
                        .map(ApiReferences::ofProjection)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static Optional<String> ofProjection(VolumeProjection source) {
        if (source.configMap() != null) {
            return Optional.of("configmaps (via projected volumes)");
        }
        if (source.secret() != null) {
            return Optional.of("secrets (via projected volumes)");
        }
        if (source.serviceAccountToken() != null) {
            return Optional.of("serviceaccounts (via projected volumes)");
        }
        if (source.clusterTrustBundle() != null) {
            return Optional.of("clustertrustbundles");
        }
        return source.podCertificate() != null ? Optional.of("podcertificates") : Optional.empty();
    }
}
