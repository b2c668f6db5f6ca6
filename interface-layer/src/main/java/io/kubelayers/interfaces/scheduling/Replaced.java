package io.kubelayers.interfaces.scheduling;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.HashSet;
import java.util.Set;

/** What of a dump a manifest takes the place of: the object of its kind and name, and the pods that it owned. */
final class Replaced {
    private static final String HASH = "pod-template-hash";

    private final Set<String> names = new HashSet<>();

    void by(KubernetesObject manifest, String kind) {
        names.add(name(kind, manifest, manifest.metadata().nameOrEmpty()));
    }

    private static String name(String kind, KubernetesObject near, String name) {
        return kind + "/" + near.metadata().namespaceOrEmpty() + "/" + name;
    }

    boolean has(KubernetesObject object, String kind) {
        return names.contains(name(kind, object, object.metadata().nameOrEmpty()))
                || object instanceof Pod && isOwned(object);
    }

    /** A Deployment owns its pods by way of a ReplicaSet that is named after it and the hash of its template. */
    private boolean isOwned(KubernetesObject pod) {
        var owner = pod.metadata().controllerOwner();
        if (owner.isEmpty()) {
            return false;
        }
        var name = owner.get().name();
        var hash = "-" + pod.metadata().labels().getOrDefault(HASH, "");
        boolean hashed = hash.length() > 1 && name.endsWith(hash);
        return names.contains(name(owner.get().kind(), pod, name))
                || hashed && names.contains(name("Deployment", pod, name.substring(0, name.length() - hash.length())));
    }
}
