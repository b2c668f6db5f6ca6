package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.meta.KubernetesObject;

/** Config maps and secrets whose files containers of a pod see. */
final class MountedConfiguration {
    private MountedConfiguration() {}

    /** Whether a pod has any. */
    static boolean isThereIn(Pod pod) {
        for (var volume : pod.spec().volumes()) {
            if (volume.configMap() != null || volume.secret() != null || volume.projected() != null) {
                return true;
            }
        }
        return false;
    }

    /** Whether an object of the pod's namespace is one of them. */
    static boolean is(KubernetesObject object, Pod pod) {
        var name = object.metadata().nameOrEmpty();
        for (var volume : pod.spec().volumes()) {
            boolean shown = object instanceof ConfigMap
                    ? showsConfigMap(volume, name)
                    : object instanceof Secret && showsSecret(volume, name);
            if (shown) {
                return true;
            }
        }
        return false;
    }

    private static boolean showsConfigMap(Volume volume, String name) {
        var whole = volume.configMap();
        var projected = volume.projected();
        return whole != null && name.equals(whole.name())
                || projected != null
                        && projected.sources().stream()
                                .map(source -> source.configMap())
                                .anyMatch(part -> part != null && name.equals(part.name()));
    }

    private static boolean showsSecret(Volume volume, String name) {
        var whole = volume.secret();
        var projected = volume.projected();
        return whole != null && name.equals(whole.secretName())
                || projected != null
                        && projected.sources().stream()
                                .map(source -> source.secret())
                                .anyMatch(part -> part != null && name.equals(part.name()));
    }
}
