package io.kubelayers.nucleus.store;

import java.util.Objects;

/**
 * Where an object lives in the store: its resource, its namespace and its name.
 *
 * <p>The order is by resource, then namespace, then name, each by UTF-16 code unit. Names of Kubernetes are ASCII, so
 * that is the order of their bytes; it is the order of every list.
 *
 * @param resource plural resource name behind its API group, {@code apps/deployments}; without group for the core group,
 *     {@code pods}
 * @param namespace namespace, empty for a cluster-wide resource
 * @param name name of the object
 */
public record Key(String resource, String namespace, String name) implements Comparable<Key> {
    private static final String ROOT = "/registry/";

    public Key {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
    }

    /** The key of an object in a namespace. */
    public static Key namespaced(String resource, String namespace, String name) {
        return new Key(resource, namespace, name);
    }

    /** The key of an object that belongs to no namespace. */
    public static Key clusterWide(String resource, String name) {
        return new Key(resource, "", name);
    }

    /**
     * The key as a path, as etcd keeps it: {@code /registry/<resource>/<namespace>/<name>}, without the namespace for
     * cluster-wide objects.
     */
    public String path() {
        return namespace.isEmpty() ? ROOT + resource + '/' + name : ROOT + resource + '/' + namespace + '/' + name;
    }

    /** The resource as messages of the API name it: {@code deployments.apps}, {@code pods}. */
    public String qualifiedResource() {
        int slash = resource.lastIndexOf('/');
        return slash < 0 ? resource : resource.substring(slash + 1) + '.' + resource.substring(0, slash);
    }

    @Override
    public int compareTo(Key other) {
        int byResource = compare(resource, other.resource);
        if (byResource != 0) {
            return byResource;
        }
        int byNamespace = compare(namespace, other.namespace);
        return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
    }

    /** Keys share the texts of their resource and mostly of their namespace: identity settles most comparisons. */
    @SuppressWarnings("ReferenceEquality")
    private static int compare(String left, String right) {
        return left == right ? 0 : left.compareTo(right);
    }

    /** The texts remember their hashes, so this is three multiplications. */
    @Override
    public int hashCode() {
        return 31 * (31 * resource.hashCode() + namespace.hashCode()) + name.hashCode();
    }

    @Override
    public String toString() {
        return path();
    }
}
