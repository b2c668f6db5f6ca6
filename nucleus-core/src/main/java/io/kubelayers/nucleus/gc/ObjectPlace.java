package io.kubelayers.nucleus.gc;

import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.ResourceType;

/**
 * An object of any kind, as a request of the collector.
 *
 * @param kind group, version and kind
 * @param namespace "" for cluster scope
 * @param name name of the object
 */
record ObjectPlace(GroupVersionKind kind, String namespace, String name) {
    static ObjectPlace of(KubernetesObject object, ResourceType type) {
        return new ObjectPlace(
                type.groupVersionKind(),
                object.metadata().namespaceOrEmpty(),
                object.metadata().nameOrEmpty());
    }

    Request toRequest() {
        return new Request(namespace, kind.group() + " " + kind.version() + " " + kind.kind() + " " + name);
    }

    static ObjectPlace of(Request request) {
        var parts = request.name().split(" ", 4);
        return new ObjectPlace(new GroupVersionKind(parts[0], parts[1], parts[2]), request.namespace(), parts[3]);
    }
}
