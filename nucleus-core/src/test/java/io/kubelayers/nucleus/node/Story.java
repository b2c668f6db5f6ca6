package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.ContainerStatus;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.core.Probe;
import io.kubelayers.nucleus.core.ProbeBuilder;
import io.kubelayers.nucleus.core.TCPSocketAction;
import io.kubelayers.nucleus.pod.PodConditions;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.List;
import java.util.Optional;

/** What the stories of pods share: a cluster of one node of 2 CPUs, 4 GiB and 5 pods, and the pod {@code web}. */
final class Story {
    private Story() {}

    static Cluster cluster(ContainerScripts scripts) {
        return Cluster.builder()
                .containers(scripts)
                .nodes(1, node -> node.cpu("2").memory("4Gi").pods(5))
                .start();
    }

    static Cluster cluster(ContainerScript main) {
        return cluster(ContainerScripts.none().on("app", main));
    }

    /** Creates the pod {@code web} on the only node; the specification is YAML. */
    static void create(Cluster cluster, String spec) {
        cluster.apply(Manifests.of(
                "pod",
                "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  nodeName: node-1\n" + spec.indent(2)));
    }

    static Optional<Pod> find(Cluster cluster, String name) {
        return cluster.lister(Pod.class).get("default", name);
    }

    static Pod pod(Cluster cluster) {
        return find(cluster, "web").orElseThrow();
    }

    static ContainerStatus main(Cluster cluster) {
        return pod(cluster).status().containerStatuses().get(0);
    }

    static boolean isReady(Cluster cluster) {
        return PodConditions.isTrue(pod(cluster).status(), PodConditionType.READY);
    }

    static List<String> events(Cluster cluster) {
        return cluster.lister(Event.class).list().stream()
                .filter(event -> !event.reason().isEmpty())
                .map(event -> event.reason() + ": " + event.message())
                .toList();
    }

    static String state(ContainerStatus status) {
        var state = status.state();
        if (state.running() != null) {
            return "running";
        }
        return state.waiting() != null
                ? state.waiting().reason()
                : state.terminated().reason() + " " + state.terminated().exitCode();
    }

    static Probe probe(int initialDelay, int period, int failures) {
        return ProbeBuilder.builder()
                .tcpSocket(new TCPSocketAction(IntOrString.of(80), null))
                .initialDelaySeconds(initialDelay)
                .periodSeconds(period)
                .failureThreshold(failures)
                .successThreshold(1)
                .timeoutSeconds(1)
                .build();
    }
}
