package io.kubelayers.interfaces.scheduling;

import io.kubelayers.application.workloads.PodWorkload;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.HashSet;
import java.util.Set;

/** What of a dump a manifest takes the place of: the object of its kind and name, and the pods that it owned. */
final class Replaced {
    private final Set<String> names = new HashSet<>();

    void by(KubernetesObject manifest, String kind) {
        names.add(name(kind, manifest, manifest.metadata().nameOrEmpty()));
    }

    private static String name(String kind, KubernetesObject near, String name) {
        return kind + "/" + near.metadata().namespaceOrEmpty() + "/" + name;
    }

    boolean has(KubernetesObject object, String kind) {
        return names.contains(name(kind, object, object.metadata().nameOrEmpty()))
                || object instanceof Pod pod && isOwned(pod);
    }

    private boolean isOwned(Pod pod) {
        var workload = PodWorkload.of(pod);
        return names.contains(name(workload.kind(), pod, workload.name()));
    }
}
