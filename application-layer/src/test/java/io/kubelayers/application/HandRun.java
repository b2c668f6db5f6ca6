package io.kubelayers.application;

import io.kubelayers.application.workloads.Workloads;
import io.kubelayers.application.workloads.daemonset.DaemonPod;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Binding;
import io.kubelayers.nucleus.core.BindingBuilder;
import io.kubelayers.nucleus.core.ObjectReferenceBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.DeleteOptionsBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.List;

/** The scheduler and the nodes' part, by hand, so that the layer's controllers are tested on their own. */
final class HandRun {
    private static final int ROUNDS = 20;

    private HandRun() {}

    /** Lets every pod be bound and become ready, and those that are asked to stop be gone, until nothing changes. */
    static void run(Cluster cluster) {
        for (int i = 0; i < ROUNDS; i++) {
            cluster.settle();
            step(cluster);
        }
    }

    /** As {@link #run}, once and without settling. */
    static void step(Cluster cluster) {
        for (var pod : cluster.lister(Pod.class).list("default")) {
            if (pod.metadata().deletionTimestamp() != null) {
                kill(cluster, pod.metadata().name());
            } else if (pod.status().phase().equals("Pending")) {
                start(cluster, pod);
            }
        }
    }

    static void kill(Cluster cluster, String pod) {
        var now = DeleteOptionsBuilder.builder().gracePeriodSeconds(0L).build();
        cluster.client().on(Pod.class).delete("default", pod, now);
    }

    private static void start(Cluster cluster, Pod pod) {
        var name = pod.metadata().name();
        var tied = DaemonPod.nodeOf(pod);
        Binding binding = BindingBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name)
                        .namespace("default")
                        .build())
                .target(ObjectReferenceBuilder.builder()
                        .kind("Node")
                        .name(tied == null ? "node-1" : tied)
                        .build())
                .build();
        cluster.client().on(Pod.class).post("default", name, "binding", binding);
        var bound = cluster.client().on(Pod.class).get("default", name);
        var ready = Workloads.pod("any").status();
        var ip = "10.244.0." + (1 + Math.floorMod(name.hashCode(), 250));
        cluster.client()
                .updateStatus(bound.withStatus(bound.status()
                        .withPhase("Running")
                        .withPodIP(ip)
                        .withPodIPs(List.of(new Pod.IP(ip)))
                        .withConditions(ready.conditions())));
    }
}
