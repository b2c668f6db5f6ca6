package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Binding;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.core.Pod;
import java.time.Duration;

/** Puts pods on nodes by hand, where a test is about what comes after. */
final class Bindings {
    private Bindings() {}

    /** Binds all pods of a namespace that have no node, and lets them start. */
    static void bindAll(Cluster cluster, String namespace, String node) {
        var target = new ObjectReference("Node", null, node, null, null, null, null);
        for (var pod : cluster.lister(Pod.class).list(namespace)) {
            if (pod.spec().nodeName() == null) {
                cluster.client()
                        .on(Pod.class)
                        .post(namespace, pod.metadata().nameOrEmpty(), "binding", new Binding(pod.metadata(), target));
            }
        }
        cluster.settle().advance(Duration.ofMinutes(1));
    }
}
