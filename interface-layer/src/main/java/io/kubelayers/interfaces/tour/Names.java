package io.kubelayers.interfaces.tour;

import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.Objects;

/** How the tour calls things. */
final class Names {
    private Names() {}

    /** The namespace; {@code default} where none is named. */
    static String namespace(KubernetesObject object) {
        var namespace = object.metadata().namespaceOrEmpty();
        return namespace.isEmpty() ? "default" : namespace;
    }

    /** {@code shop/storefront}. */
    static String key(KubernetesObject object) {
        return namespace(object) + "/" + object.metadata().nameOrEmpty();
    }

    /** The workload a pod belongs to: its owner, without the hash that a Deployment adds. */
    static String group(Pod pod) {
        var owner = pod.metadata().controllerOwner().orElse(null);
        if (owner == null) {
            return pod.metadata().nameOrEmpty();
        }
        var hash = pod.metadata().labels().get("pod-template-hash");
        var suffix = "-" + hash;
        return hash != null && owner.name().endsWith(suffix)
                ? owner.name().substring(0, owner.name().length() - suffix.length())
                : owner.name();
    }

    /** Whether the event tells of this very pod. */
    static boolean isAbout(Event event, Pod pod) {
        return "Pod".equals(event.involvedObject().kind())
                && Objects.equals(event.involvedObject().name(), pod.metadata().name())
                && Objects.equals(event.involvedObject().uid(), pod.metadata().uid());
    }

    static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
