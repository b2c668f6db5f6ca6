package io.kubelayers.application.scheduling.framework;

import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.Optional;

/**
 * What plugins may read besides nodes and pods: claims, volumes, namespaces, services … as they are now. In a cluster a
 * view of it, for the pure decision what was handed in.
 */
public interface ClusterObjects {
    /** Nothing but nodes and pods. */
    ClusterObjects NONE = new ClusterObjects() {
        @Override
        public <T extends KubernetesObject> Optional<T> find(Class<T> kind, String namespace, String name) {
            return Optional.empty();
        }

        @Override
        public <T extends KubernetesObject> List<T> list(Class<T> kind) {
            return List.of();
        }

        @Override
        public <T extends KubernetesObject> List<T> list(Class<T> kind, String namespace) {
            return List.of();
        }
    };

    /** The object of that name; the namespace is "" for cluster-scoped kinds. */
    <T extends KubernetesObject> Optional<T> find(Class<T> kind, String namespace, String name);

    /** All objects of a kind, by namespace and name. */
    <T extends KubernetesObject> List<T> list(Class<T> kind);

    /** Those of a namespace. */
    <T extends KubernetesObject> List<T> list(Class<T> kind, String namespace);

    /** The answers of the governance layer. */
    default StorageClasses storageClasses() {
        return StorageClasses.NONE;
    }

    /** The answers of the governance layer. */
    default DisruptionBudgets disruptionBudgets() {
        return DisruptionBudgets.NONE;
    }
}
