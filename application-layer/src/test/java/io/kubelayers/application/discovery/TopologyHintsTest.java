package io.kubelayers.application.discovery;

import static io.kubelayers.application.discovery.Discovery.pod;
import static io.kubelayers.application.discovery.Discovery.service;
import static io.kubelayers.application.discovery.Discovery.stored;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeBuilder;
import io.kubelayers.nucleus.core.NodeConditionBuilder;
import io.kubelayers.nucleus.core.NodeStatusBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Endpoints that are given to zones by the processors that zones have. */
class TopologyHintsTest {
    private HintedZones remembered = HintedZones.NONE;
    private List<EndpointSlice> slices = List.of();

    private static Node node(String name, String zone, String cpu) {
        return NodeBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name)
                        .labels(Map.of("topology.kubernetes.io/zone", zone))
                        .build())
                .status(NodeStatusBuilder.builder()
                        .allocatable(Map.of("cpu", Quantity.parse(cpu)))
                        .conditions(List.of(NodeConditionBuilder.builder()
                                .type("Ready")
                                .status("True")
                                .build()))
                        .build())
                .build();
    }

    private static Map<String, Node> nodes(int cpuOfA, int cpuOfB) {
        var nodes = new TreeMap<String, Node>();
        nodes.put("n1", node("n1", "a", String.valueOf(cpuOfA)));
        nodes.put("n2", node("n2", "b", String.valueOf(cpuOfB)));
        return nodes;
    }

    private static Service auto() {
        var service = service();
        return service.withMetadata(
                service.metadata().withAnnotations(Map.of("service.kubernetes.io/topology-mode", "Auto")));
    }

    /** So many pods in each zone. */
    private static List<Pod> pods(int inA, int inB) {
        var pods = new ArrayList<Pod>();
        for (int i = 0; i < inA + inB; i++) {
            pods.add(pod("p" + i, "10.0.0." + i, i < inA ? "n1" : "n2"));
        }
        return pods;
    }

    private List<String> decide(Service service, List<Pod> pods, Map<String, Node> nodes) {
        var decision =
                EndpointSliceDecision.of(service, pods, nodes, slices, 100, ZoneShares.of(nodes.values()), remembered);
        var all = new ArrayList<>(slices);
        all.removeAll(decision.delete());
        decision.update()
                .forEach(changed ->
                        all.replaceAll(slice -> String.valueOf(slice.metadata().name())
                                        .equals(changed.metadata().name())
                                ? changed
                                : slice));
        all.addAll(decision.create());
        slices = stored(all);
        remembered = decision.hinted();
        return decision.events().stream()
                .map(event -> event.reason() + ": " + event.message())
                .toList();
    }

    private Map<String, Long> hints() {
        return slices.stream()
                .flatMap(slice -> slice.endpoints().stream())
                .flatMap(endpoint -> TrafficHints.zones(endpoint).stream())
                .collect(Collectors.groupingBy(zone -> zone, TreeMap::new, Collectors.counting()));
    }

    @Test
    void eachZoneServesItselfWhereItHasItsShare() {
        assertThat(decide(auto(), pods(2, 2), nodes(4, 4)))
                .containsExactly("TopologyAwareHintsEnabled: Topology Aware Hints has been enabled, addressType: IPv4");
        assertThat(hints()).isEqualTo(Map.of("a", 2L, "b", 2L));
        assertThat(decide(auto(), pods(2, 2), nodes(4, 4))).isEmpty();
    }

    @Test
    void aZoneWithTooManyEndpointsGivesSomeAway() {
        decide(auto(), pods(5, 1), nodes(4, 4));
        assertThat(hints()).isEqualTo(Map.of("a", 3L, "b", 3L));
    }

    @Test
    void whatIsMissingIsTold() {
        assertThat(decide(auto(), pods(1, 0), nodes(4, 4)))
                .containsExactly("TopologyAwareHintsDisabled: Insufficient number of endpoints (1 endpoints, 2 zones),"
                        + " addressType: IPv4");
        assertThat(decide(auto(), pods(2, 1), nodes(8, 1)))
                .containsExactly(
                        "TopologyAwareHintsDisabled: Unable to allocate minimum required endpoints to each zone"
                                + " without exceeding overload threshold (3 endpoints, 2 zones), addressType: IPv4");
        assertThat(decide(auto(), pods(3, 1), nodes(3, 1)))
                .containsExactly("TopologyAwareHintsEnabled: Topology Aware Hints has been enabled, addressType: IPv4");
        assertThat(decide(auto(), pods(2, 2), Map.of("n1", node("n1", "a", "4"), "n2", node("n2", "a", "4"))))
                .containsExactly(
                        "TopologyAwareHintsDisabled: Insufficient Node information: allocatable CPU or zone not"
                                + " specified on one or more nodes, addressType: IPv4");
        assertThat(hints()).isEmpty();
    }

    @Test
    void withoutTheAnnotationTheAdviceGoes() {
        decide(auto(), pods(2, 2), nodes(4, 4));
        assertThat(decide(service(), pods(2, 2), nodes(4, 4)))
                .containsExactly(
                        "TopologyAwareHintsDisabled: Topology Aware Hints has been disabled, addressType: IPv4");
        assertThat(hints()).isEmpty();
        assertThat(remembered).isEqualTo(HintedZones.NONE);
    }

    @Test
    void nodesThatComeCanOverloadAZone() {
        decide(auto(), pods(2, 2), nodes(4, 4));
        assertThat(remembered.areOverloaded(ZoneShares.of(nodes(4, 4).values())))
                .isFalse();
        assertThat(remembered.areOverloaded(ZoneShares.of(nodes(4, 16).values())))
                .isTrue();
        assertThat(remembered.areOverloaded(ZoneShares.UNKNOWN)).isTrue();
    }

    /** Where there is advice, all endpoints have it, and no zone is further from its share than by an endpoint or so. */
    @Property(tries = 300)
    void zonesGetTheirShare(
            @ForAll @IntRange(max = 12) int inA,
            @ForAll @IntRange(max = 12) int inB,
            @ForAll @IntRange(min = 1, max = 9) int cpuOfA,
            @ForAll @IntRange(min = 1, max = 9) int cpuOfB) {
        slices = List.of();
        remembered = HintedZones.NONE;
        var nodes = nodes(cpuOfA, cpuOfB);
        decide(auto(), pods(inA, inB), nodes);
        if (remembered.told()) {
            assertThat(hints().values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(inA + inB);
            ZoneShares.of(nodes.values()).byZone().forEach((zone, share) -> assertThat(
                            Math.abs(hints().getOrDefault(zone, 0L) - share * (inA + inB)))
                    .isLessThan(1.5));
        } else {
            assertThat(hints()).isEmpty();
        }
    }
}
