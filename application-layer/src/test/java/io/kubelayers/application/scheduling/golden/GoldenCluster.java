package io.kubelayers.application.scheduling.golden;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.application.discovery.Service;
import io.kubelayers.application.scheduling.ListedObjects;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.golden.GoldenCase;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.storage.CSIDriver;
import io.kubelayers.nucleus.storage.CSINode;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects of a recorded case as records. */
final class GoldenCluster {
    private static final Codec CODEC =
            Codec.of(TypeRegistry.of(Stream.concat(NucleusKinds.ALL.stream(), ApplicationKinds.ALL.stream())
                    .toList()));

    private GoldenCluster() {}

    static Snapshot snapshot(GoldenCase c) {
        var cluster = c.part("cluster");
        var pods = new ArrayList<Pod>();
        objects(cluster, "pods", Pod.class).forEach(pod -> pods.add(VersionDifferences.marked(pod)));
        pods.addAll(objects(cluster, "pendingPods", Pod.class));
        return Snapshot.of(objects(cluster, "nodes", Node.class), pods);
    }

    /** Everything else: what the layers up to this one own as records, what governance owns as its answers. */
    static ListedObjects others(GoldenCase c) {
        var cluster = c.part("cluster");
        var others = new ArrayList<KubernetesObject>();
        others.addAll(objects(cluster, "namespaces", Namespace.class));
        others.addAll(objects(cluster, "services", Service.class));
        others.addAll(objects(cluster, "replicaSets", ReplicaSet.class));
        others.addAll(objects(cluster, "persistentVolumes", PersistentVolume.class));
        others.addAll(objects(cluster, "persistentVolumeClaims", PersistentVolumeClaim.class));
        others.addAll(objects(cluster, "csiNodes", CSINode.class));
        others.addAll(objects(cluster, "csiDrivers", CSIDriver.class));
        return ListedObjects.of(others).with(GoldenAnswers.storage(cluster)).with(GoldenAnswers.budgets(cluster));
    }

    static Pod pod(GoldenCase c) {
        return CODEC.decode(c.part("pod").json(), Pod.class);
    }

    @SuppressWarnings("unchecked")
    static <T> List<T> objects(GoldenCase cluster, String key, Class<T> type) {
        var found = new ArrayList<T>();
        if (cluster.has(key)) {
            for (var tree : cluster.list(key)) {
                found.add(CODEC.decode((Map<String, @Nullable Object>) tree, type));
            }
        }
        return found;
    }
}
