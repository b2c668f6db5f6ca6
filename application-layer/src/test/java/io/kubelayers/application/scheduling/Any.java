package io.kubelayers.application.scheduling;

import io.kubelayers.nucleus.core.AffinityBuilder;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodAffinity;
import io.kubelayers.nucleus.core.PodAffinityTerm;
import io.kubelayers.nucleus.core.PodAffinityTermBuilder;
import io.kubelayers.nucleus.core.PodAntiAffinity;
import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.core.TopologySpreadConstraint;
import io.kubelayers.nucleus.core.TopologySpreadConstraintBuilder;
import io.kubelayers.nucleus.meta.LabelSelectorBuilder;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Nodes and pods in which anything may be in a pod's way, out of one seed. */
final class Any {
    static final String ZONE = "topology.kubernetes.io/zone";
    static final String HOST = "kubernetes.io/hostname";

    private final Random random;

    Any(long seed) {
        random = new Random(seed);
    }

    boolean inOneOf(int times) {
        return random.nextInt(times) == 0;
    }

    String of(String... values) {
        return values[random.nextInt(values.length)];
    }

    Node node(int number) {
        var node = ANode.named("n" + number, n -> n.cpu(of("1", "2", "2"))
                .memory(of("1Gi", "2Gi", "2Gi"))
                .pods(1 + random.nextInt(4))
                .label("disk", of("ssd", "hdd"))
                .zone(of("a", "b")));
        node = inOneOf(8) ? tainted(node) : node;
        node = inOneOf(6) ? without(node, ZONE) : node;
        return versioned(node.withSpec(node.spec().withUnschedulable(inOneOf(8))), "1");
    }

    Pod pod(String name) {
        var pod = APod.named(name)
                .cpu(of("100m", "500m", "1500m"))
                .memory(of("100Mi", "900Mi", "1500Mi"))
                .labels(Map.of("app", of("x", "y"), "tier", of("1", "2")));
        pod = inOneOf(4) ? pod.hostPort(80, "TCP", null) : pod;
        pod = inOneOf(12) ? pod.requests("example.com/gpu", "1") : pod;
        pod = inOneOf(4) ? pod.toleration("t", "Exists", null, null) : pod;
        var near = inOneOf(4) ? List.of(term()) : List.<PodAffinityTerm>of();
        var far = inOneOf(3) ? List.of(term(), term()) : List.<PodAffinityTerm>of();
        var affinity = AffinityBuilder.builder()
                .podAffinity(new PodAffinity(near, List.of()))
                .podAntiAffinity(new PodAntiAffinity(far, List.of()))
                .build();
        return pod.spec(spec -> spec.withPreemptionPolicy("Never").withAffinity(affinity))
                .build();
    }

    private PodAffinityTerm term() {
        return PodAffinityTermBuilder.builder()
                .labelSelector(LabelSelectorBuilder.builder()
                        .matchLabels(Map.of(of("app"), of("x", "y")))
                        .build())
                .topologyKey(of(ZONE, HOST))
                .build();
    }

    Pod waiting() {
        var pod = pod("waiting");
        pod = inOneOf(3) ? pod.withSpec(pod.spec().withNodeSelector(Map.of("disk", of("ssd", "hdd")))) : pod;
        var spread = inOneOf(2) ? List.of(spread(pod)) : List.<TopologySpreadConstraint>of();
        return pod.withSpec(pod.spec().withTopologySpreadConstraints(spread));
    }

    private TopologySpreadConstraint spread(Pod pod) {
        return TopologySpreadConstraintBuilder.builder()
                .maxSkew(1)
                .topologyKey(of(ZONE, HOST))
                .whenUnsatisfiable("DoNotSchedule")
                .nodeTaintsPolicy(of("Honor", "Ignore"))
                .minDomains(inOneOf(3) ? 2 : null)
                .labelSelector(LabelSelectorBuilder.builder()
                        .matchLabels(Map.of("app", pod.metadata().labels().get("app")))
                        .build())
                .build();
    }

    int number(int below) {
        return random.nextInt(below);
    }

    static Node tainted(Node node) {
        return node.withSpec(node.spec().withTaints(List.of(new Taint("t", "v", "NoSchedule", null))));
    }

    static Node without(Node node, String label) {
        var labels = new TreeMap<>(node.metadata().labels());
        labels.remove(label);
        return node.withMetadata(node.metadata().withLabels(labels));
    }

    static Node versioned(Node node, String version) {
        return node.withMetadata(node.metadata().withResourceVersion(version));
    }

    static Pod versioned(Pod pod, String version) {
        return pod.withMetadata(pod.metadata().withResourceVersion(version));
    }
}
