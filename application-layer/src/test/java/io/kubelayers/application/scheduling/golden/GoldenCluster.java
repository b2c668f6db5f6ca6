package io.kubelayers.application.scheduling.golden;

import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.golden.GoldenCase;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The objects of a recorded case as records. */
final class GoldenCluster {
    private static final Codec CODEC = Codec.of(TypeRegistry.of(NucleusKinds.ALL));

    private GoldenCluster() {}

    static Snapshot snapshot(GoldenCase c) {
        var cluster = c.part("cluster");
        var pods = new ArrayList<>(objects(cluster, "pods", Pod.class));
        pods.addAll(objects(cluster, "pendingPods", Pod.class));
        return Snapshot.of(objects(cluster, "nodes", Node.class), pods);
    }

    static Pod pod(GoldenCase c) {
        return CODEC.decode(c.part("pod").json(), Pod.class);
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> objects(GoldenCase cluster, String key, Class<T> type) {
        var found = new ArrayList<T>();
        if (cluster.has(key)) {
            for (var tree : cluster.list(key)) {
                found.add(CODEC.decode((Map<String, @Nullable Object>) tree, type));
            }
        }
        return found;
    }
}
