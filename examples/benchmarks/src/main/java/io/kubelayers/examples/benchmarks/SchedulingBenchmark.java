package io.kubelayers.examples.benchmarks;

import io.kubelayers.application.scheduling.Attempt;
import io.kubelayers.application.scheduling.Framework;
import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.scheduling.SchedulingCycle;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.runtime.SeededRandom;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Pods placed a second: one scheduling cycle after the other, the pod put on its node before the next. From an empty cluster, and
 * again from an empty one when so many pods are there as nodes or 2,000. All nodes are alike but for name and zone, one of three.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SchedulingBenchmark {
    private static final Codec CODEC = Codec.of(TypeRegistry.of(NucleusKinds.ALL));
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String HOST = "kubernetes.io/hostname";
    private static final String BLUE = "\"labelSelector\":{\"matchLabels\":{\"color\":\"blue\"}}";

    @Param({
        "Basic",
        "NodeAffinity",
        "PodAntiAffinity",
        "PodAffinity",
        "PreferredPodAffinity",
        "TopologySpread",
        "PreferredTopologySpread",
        "Unschedulable"
    })
    public String workload = "Basic";

    @Param({"5000"})
    public int nodes;

    /** 0 for upstream's default, which looks for fewer nodes the more there are. */
    @Param({"0", "100"})
    public int percentage;

    private final List<PodInfo> pods = new ArrayList<>();
    private final RandomGenerator random = SeededRandom.of(7);
    private Snapshot empty = Snapshot.empty();
    private Snapshot cluster = Snapshot.empty();
    private SchedulingCycle cycle = new SchedulingCycle(Framework.of(Profile.standard()));
    private int next;
    private int start;

    @Setup
    public void setUp() {
        var all = new ArrayList<Node>();
        for (int i = 0; i < nodes; i++) {
            all.add(node(i));
        }
        empty = Snapshot.of(all, List.of());
        cluster = empty;
        int most = nodes == 500 ? 1000 : 2000;
        for (int i = 0; i < (workload.equals("PodAntiAffinity") ? Math.min(most, nodes * 8 / 10) : most); i++) {
            pods.add(PodInfo.of(pod(i)));
        }
        cycle = new SchedulingCycle(Framework.of(
                Profile.standard().edit().percentageOfNodesToScore(percentage).build()));
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

    private Pod pod(int i) {
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

    @Benchmark
    public Attempt place() {
        if (next == pods.size()) {
            next = 0;
            cluster = empty;
        }
        var attempt = cycle.run(pods.get(next++), cluster, start, random);
        start = attempt.nextStart();
        var assumed = attempt.assumed();
        if (assumed != null) {
            cluster = cluster.with(assumed);
        }
        return attempt;
    }
}
