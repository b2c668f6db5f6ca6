package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.meta.KubernetesObject;

/**
 * What a reconciler is asked to look at: an object by name, never a change. Several changes of one object become one
 * request.
 *
 * @param namespace "" for cluster-scoped objects
 * @param name name of the object, or any key the controller chose
 */
public record Request(String namespace, String name) implements Comparable<Request> {
    public static Request of(KubernetesObject object) {
        return new Request(
                object.metadata().namespaceOrEmpty(), object.metadata().nameOrEmpty());
    }

    @Override
    public int compareTo(Request other) {
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
