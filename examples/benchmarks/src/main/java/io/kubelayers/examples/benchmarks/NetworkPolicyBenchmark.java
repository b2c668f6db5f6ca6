package io.kubelayers.examples.benchmarks;

import io.kubelayers.governance.networkpolicy.NetworkConnection;
import io.kubelayers.governance.networkpolicy.NetworkEndpoint;
import io.kubelayers.governance.networkpolicy.NetworkPolicy;
import io.kubelayers.governance.networkpolicy.NetworkPolicyBuilder;
import io.kubelayers.governance.networkpolicy.NetworkPolicyIngressRuleBuilder;
import io.kubelayers.governance.networkpolicy.NetworkPolicyPeer;
import io.kubelayers.governance.networkpolicy.NetworkPolicyPortBuilder;
import io.kubelayers.governance.networkpolicy.NetworkPolicySpecBuilder;
import io.kubelayers.governance.networkpolicy.NetworkReachability;
import io.kubelayers.governance.networkpolicy.NetworkVerdict;
import io.kubelayers.governance.networkpolicy.ReachabilityMatrix;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodStatusBuilder;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
 * 200 policies over pods of ten namespaces and 100 applications: each policy opens an application to two others and to a
 * range of addresses. With {@code alike} false every pod has a label of its own that a policy names, so that no two behave
 * alike and the matrix gains nothing from classes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class NetworkPolicyBenchmark {
    private static final int NAMESPACES = 10;
    private static final int APPLICATIONS = 100;

    @Param({"1000", "2000"})
    public int pods;

    @Param({"true", "false"})
    public boolean alike;

    private final List<Pod> all = new ArrayList<>();
    private final List<NetworkPolicy> policies = new ArrayList<>();
    private NetworkReachability network = NetworkReachability.of(List.of(), List.of(), List.of());
    private int next;

    @Setup
    public void setUp() {
        for (int i = 0; i < pods; i++) {
            all.add(pod(i));
        }
        for (int i = 0; i < 200; i++) {
            policies.add(policy(i));
        }
        network = compile();
    }

    private static Pod pod(int i) {
        var ip = "10.0." + i / 250 + "." + i % 250;
        return PodBuilder.builder()
                .metadata(
                        meta(i % NAMESPACES, "pod-" + i, Map.of("app", "app-" + i % APPLICATIONS, "only", "pod-" + i)))
                .status(PodStatusBuilder.builder().podIP(ip).build())
                .build();
    }

    private static ObjectMeta meta(int namespace, String name, Map<String, String> labels) {
        return ObjectMetaBuilder.builder()
                .namespace("ns-" + namespace)
                .name(name)
                .labels(labels)
                .build();
    }

    private NetworkPolicy policy(int i) {
        var rules = new ArrayList<NetworkPolicy.IngressRule>();
        for (int peer = 1; peer <= 2; peer++) {
            rules.add(NetworkPolicyIngressRuleBuilder.builder()
                    .from(List.of(new NetworkPolicyPeer(
                            labels("app", "app-" + (i + peer * NAMESPACES) % APPLICATIONS), LabelSelector.EMPTY, null)))
                    .ports(List.of(NetworkPolicyPortBuilder.builder()
                            .port(IntOrString.of(8080 + peer))
                            .build()))
                    .build());
        }
        if (!alike) {
            for (int pod = i; pod < pods; pod += 200) {
                rules.add(NetworkPolicyIngressRuleBuilder.builder()
                        .from(List.of(new NetworkPolicyPeer(labels("only", "pod-" + pod), LabelSelector.EMPTY, null)))
                        .build());
            }
        }
        rules.add(NetworkPolicyIngressRuleBuilder.builder()
                .from(List.of(new NetworkPolicyPeer(
                        null, null, new NetworkPolicyPeer.IPBlock("203.0." + i + ".0/24", List.of()))))
                .build());
        return NetworkPolicyBuilder.builder()
                .metadata(meta(i % NAMESPACES, "policy-" + i, Map.of()))
                .spec(NetworkPolicySpecBuilder.builder()
                        .podSelector(labels("app", "app-" + i % APPLICATIONS))
                        .ingress(rules)
                        .build())
                .build();
    }

    private static LabelSelector labels(String key, String value) {
        return new LabelSelector(Map.of(key, value), List.of());
    }

    /** Selectors become sets. */
    @Benchmark
    public NetworkReachability compile() {
        return NetworkReachability.of(List.of(), all, policies);
    }

    /** One connection, another pair each time, with its explanation's data. */
    @Benchmark
    public NetworkVerdict verdict() {
        next = (next + 7919) % (pods * 31);
        int from = next % pods;
        int to = next * 31 % pods;
        return network.verdict(NetworkConnection.tcp(end(from), end(to), 8081));
    }

    private static NetworkEndpoint end(int pod) {
        return NetworkEndpoint.pod("ns-" + pod % NAMESPACES, "pod-" + pod);
    }

    /** Everybody to everybody. */
    @Benchmark
    public ReachabilityMatrix matrix() {
        return network.matrix();
    }
}
