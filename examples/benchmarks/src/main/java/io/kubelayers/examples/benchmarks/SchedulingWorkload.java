package io.kubelayers.examples.benchmarks;

import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;

/** Nodes that are alike but for name and zone, one of three; and pods that are alike but for their name. */
final class SchedulingWorkload {
    private static final Codec CODEC = Codec.of(TypeRegistry.of(NucleusKinds.ALL));
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String HOST = "kubernetes.io/hostname";
    private static final String BLUE = "\"labelSelector\":{\"matchLabels\":{\"color\":\"blue\"}}";

    private final String workload;

    private SchedulingWorkload(String workload) {
        this.workload = workload;
    }

    /** Pods with the wishes that the workload is named after. */
    static SchedulingWorkload named(String workload) {
        return new SchedulingWorkload(workload);
    }

    static List<Node> nodes(int count) {
        var all = new ArrayList<Node>();
        for (int i = 0; i < count; i++) {
            all.add(node(i));
        }
        return all;
    }

    private static Node node(int i) {
        var size = "{\"cpu\":\"4\",\"memory\":\"32Gi\",\"pods\":\"110\"}";
        return CODEC.read(
                """
                {"apiVersion":"v1","kind":"Node","metadata":{"name":"node-%d","labels":{"%s":"node-%d","%s":"zone-%d"}},
                "status":{"allocatable":%s,"capacity":%s,"conditions":[{"type":"Ready","status":"True"}]}}"""
                        .formatted(i, HOST, i, ZONE, i % 3 + 1, size, size),
                Node.class);
    }

    Pod pod(int i) {
        boolean tooLarge = workload.equals("Unschedulable") && i % 5 == 4;
        var size = "{\"cpu\":\"" + (tooLarge ? "9" : "100m") + "\",\"memory\":\"500Mi\"}";
        boolean blue = !List.of("Basic", "NodeAffinity", "Unschedulable").contains(workload);
        return CODEC.read(
                """
                {"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"default","name":"pod-%d"%s},"spec":{"containers":[
                {"name":"c","image":"app","ports":[{"containerPort":80}],"resources":{"requests":%s,"limits":%s}}]%s}}"""
                        .formatted(i, blue ? ",\"labels\":{\"color\":\"blue\"}" : "", size, size, wishes()),
                Pod.class);
    }

    private String wishes() {
        return switch (workload) {
            case "NodeAffinity" -> affinity(
                    "node",
                    "required",
                    "{\"nodeSelectorTerms\":[{\"matchExpressions\":[{\"key\":\"" + ZONE
                            + "\",\"operator\":\"In\",\"values\":[\"zone-1\",\"zone-2\"]}]}]}");
            case "PodAntiAffinity" -> affinity("podAnti", "required", "[" + term(HOST) + "]");
            case "PodAffinity" -> affinity("pod", "required", "[" + term(ZONE) + "]");
            case "PreferredPodAffinity" -> affinity(
                    "pod", "preferred", "[{\"weight\":1,\"podAffinityTerm\":" + term(HOST) + "}]");
            case "TopologySpread" -> spread("DoNotSchedule");
            case "PreferredTopologySpread" -> spread("ScheduleAnyway");
            default -> "";
        };
    }

    private static String affinity(String kind, String strength, String terms) {
        return ",\"affinity\":{\"" + kind + "Affinity\":{\"" + strength + "DuringSchedulingIgnoredDuringExecution\":"
                + terms + "}}";
    }

    private static String term(String key) {
        return "{" + BLUE + ",\"topologyKey\":\"" + key + "\"}";
    }

    private static String spread(String action) {
        return ",\"topologySpreadConstraints\":[{\"maxSkew\":5,\"topologyKey\":\"" + ZONE
                + "\",\"whenUnsatisfiable\":\"" + action + "\"," + BLUE + "}]";
    }
}
