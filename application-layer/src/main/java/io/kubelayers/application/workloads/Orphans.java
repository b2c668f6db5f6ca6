package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.store.IndexDefinition;
import java.util.List;

/**
 * Indexes of objects that have no controller, by their namespace: what a new workload with a matching selector adopts.
 */
public final class Orphans {
    /** Pods without a controller, by namespace. */
    public static final String PODS = "pod.orphan";
    /** ReplicaSets without a controller, by namespace. */
    public static final String REPLICA_SETS = "replicaset.orphan";

    private Orphans() {}

    /** The definitions, for a store. */
    public static List<IndexDefinition> indexes() {
        return List.of(
                new IndexDefinition(PODS, "pods", Orphans::namespace),
                new IndexDefinition(REPLICA_SETS, "apps/replicasets", Orphans::namespace));
    }

    private static List<String> namespace(KubernetesObject object) {
        return object.metadata().controllerOwner().isPresent()
                ? List.of()
                : List.of(object.metadata().namespaceOrEmpty());
    }
}
