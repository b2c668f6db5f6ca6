package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.core.Affinity;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.ContainerPort;
import io.kubelayers.nucleus.core.NodeAffinity;
import io.kubelayers.nucleus.core.NodeSelector;
import io.kubelayers.nucleus.core.NodeSelectorRequirement;
import io.kubelayers.nucleus.core.NodeSelectorTerm;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodAffinityTerm;
import io.kubelayers.nucleus.core.PodAntiAffinity;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.core.Toleration;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Arbitrary pods that have no node yet. */
final class PodArbitraries {
    private static final String ZONE = "topology.kubernetes.io/zone";

    private PodArbitraries() {}

    static Arbitrary<Pod> pods() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        KubelayersArbitraries.labels(),
                        requests(),
                        Arbitraries.of(0, 0, 0, 8080),
                        affinities(),
                        tolerations(),
                        zoneSelectors())
                .as((number, labels, requests, hostPort, affinity, tolerations, selector) -> PodBuilder.builder()
                        .metadata(ObjectMetaBuilder.builder()
                                .namespace("default")
                                .name("pod-" + number)
                                .labels(labels)
                                .build())
                        .spec(PodSpecBuilder.builder()
                                .containers(List.of(ContainerBuilder.builder()
                                        .name("app")
                                        .image("app:1")
                                        .resources(new ResourceRequirements(Map.of(), requests, List.of()))
                                        .ports(ports(hostPort))
                                        .build()))
                                .affinity(affinity.affinity())
                                .tolerations(tolerations)
                                .nodeSelector(selector)
                                .build())
                        .build());
    }

    private static Arbitrary<Map<String, Quantity>> requests() {
        return Combinators.combine(KubelayersArbitraries.cpu(), KubelayersArbitraries.memory())
                .as((cpu, memory) -> {
                    var requests = new TreeMap<String, Quantity>();
                    if (!cpu.isZero()) {
                        requests.put("cpu", cpu);
                    }
                    if (!memory.isZero()) {
                        requests.put("memory", memory);
                    }
                    return requests;
                });
    }

    private static List<ContainerPort> ports(int hostPort) {
        return hostPort == 0 ? List.of() : List.of(new ContainerPort(null, hostPort, hostPort, "TCP", null));
    }

    private static Arbitrary<Map<String, String>> zoneSelectors() {
        return Arbitraries.of("", "", "", "a", "b")
                .map(zone -> zone.isEmpty() ? Map.<String, String>of() : Map.of(ZONE, zone));
    }

    private static Arbitrary<List<Toleration>> tolerations() {
        return Arbitraries.of(
                List.of(),
                List.of(new Toleration("dedicated", Toleration.Operator.EXISTS, null, null, null)),
                List.of(new Toleration("dedicated", Toleration.Operator.EQUAL, "gpu", "NoSchedule", null)));
    }

    /** Boxes an affinity, since an arbitrary may not give null. */
    private record MaybeAffinity(@Nullable Affinity affinity) {}

    private static Arbitrary<MaybeAffinity> affinities() {
        var none = Arbitraries.just(new MaybeAffinity(null));
        var node = Combinators.combine(
                        Arbitraries.of("In", "NotIn"),
                        Arbitraries.of("a", "b", "c").set().ofMinSize(1).ofMaxSize(2))
                .as((operator, zones) -> new MaybeAffinity(new Affinity(inZones(operator, zones), null, null)));
        var spread = KubelayersArbitraries.selectors()
                .map(selector -> new MaybeAffinity(new Affinity(null, null, apartFrom(selector))));
        return Arbitraries.frequencyOf(Tuple.of(4, none), Tuple.of(1, node), Tuple.of(1, spread));
    }

    private static NodeAffinity inZones(String operator, Set<String> zones) {
        var requirement = new NodeSelectorRequirement(ZONE, operator, List.copyOf(new TreeSet<>(zones)));
        return new NodeAffinity(
                new NodeSelector(List.of(new NodeSelectorTerm(List.of(requirement), List.of()))), List.of());
    }

    private static PodAntiAffinity apartFrom(LabelSelector selector) {
        return new PodAntiAffinity(
                List.of(new PodAffinityTerm(selector, List.of(), "kubernetes.io/hostname", null, List.of(), List.of())),
                List.of());
    }
}
