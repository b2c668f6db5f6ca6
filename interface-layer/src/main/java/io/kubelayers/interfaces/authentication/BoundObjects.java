package io.kubelayers.interfaces.authentication;

import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.Optional;

/** The objects that tokens can be bound to. */
final class BoundObjects {
    private BoundObjects() {}

    static Optional<? extends KubernetesObject> find(Informers informers, String kind, String namespace, String name) {
        return switch (kind) {
            case "Pod" -> informers.lister(Pod.class).get(namespace, name);
            case "Secret" -> informers.lister(Secret.class).get(namespace, name);
            case "Node" -> informers.lister(Node.class).get("", name);
            default -> Optional.empty();
        };
    }
}
