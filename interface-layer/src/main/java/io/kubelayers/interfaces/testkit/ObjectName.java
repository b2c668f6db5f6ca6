package io.kubelayers.interfaces.testkit;

import io.kubelayers.interfaces.spelling.NearestName;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.List;

/**
 * {@code shop/web} or {@code web}, which is in namespace {@code default}.
 *
 * @param namespace "" for kinds of the cluster scope
 * @param name name of the object
 */
record ObjectName(String namespace, String name) {
    static ObjectName parse(String text, ResourceType type) {
        if (!type.namespaced()) {
            return new ObjectName("", text);
        }
        int slash = text.indexOf('/');
        return slash < 0
                ? new ObjectName("default", text)
                : new ObjectName(text.substring(0, slash), text.substring(slash + 1));
    }

    static ObjectName of(KubernetesObject object) {
        return new ObjectName(
                object.metadata().namespaceOrEmpty(), object.metadata().nameOrEmpty());
    }

    /**
     * The object of that name.
     *
     * @throws AssertionError if there is none, naming those there are
     */
    static <T extends KubernetesObject> T find(Cluster cluster, Class<T> kind, String text) {
        var type = cluster.types().typeOf(kind);
        var wanted = parse(text, type);
        var lister = cluster.lister(kind);
        return lister.get(wanted.namespace(), wanted.name()).orElseThrow(() -> {
            var there =
                    lister.list().stream().map(object -> of(object).toString()).toList();
            return new AssertionError(Mismatch.expected(type.kind() + " " + wanted + " exists")
                    .but("there is no such " + type.kind())
                    .hint(wanted.hint(there))
                    .text());
        });
    }

    private String hint(List<String> there) {
        var elsewhere =
                there.stream().filter(other -> other.endsWith("/" + name)).toList();
        return elsewhere.isEmpty()
                ? NearestName.hint(toString(), there)
                : "in another namespace there is " + String.join(", ", elsewhere);
    }

    @Override
    public String toString() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
