package io.kubelayers.nucleus.nodelifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.coordination.LeaseBuilder;
import io.kubelayers.nucleus.coordination.LeaseSpecBuilder;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeBuilder;
import io.kubelayers.nucleus.core.NodeCondition;
import io.kubelayers.nucleus.core.NodeConditionBuilder;
import io.kubelayers.nucleus.core.NodeSpecBuilder;
import io.kubelayers.nucleus.core.NodeStatusBuilder;
import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.core.Toleration;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.pod.Pods;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeDecisionsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Node node(String name, String type, String status, Taint... taints) {
        var condition = NodeConditionBuilder.builder()
                .type(type)
                .status(status)
                .lastHeartbeatTime(START)
                .lastTransitionTime(START)
                .build();
        return NodeBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name)
                        .creationTimestamp(START)
                        .build())
                .spec(NodeSpecBuilder.builder().taints(List.of(taints)).build())
                .status(NodeStatusBuilder.builder()
                        .conditions(type.isEmpty() ? List.of() : List.of(condition))
                        .build())
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "Ready, True, ''",
        "Ready, False, node.kubernetes.io/not-ready",
        "Ready, Unknown, node.kubernetes.io/unreachable",
        "MemoryPressure, True, node.kubernetes.io/memory-pressure",
        "MemoryPressure, Unknown, ''",
        "DiskPressure, True, node.kubernetes.io/disk-pressure",
        "PIDPressure, True, node.kubernetes.io/pid-pressure",
        "NetworkUnavailable, True, node.kubernetes.io/network-unavailable",
        "NetworkUnavailable, False, ''",
    })
    void aConditionAsksForATaint(String type, String status, String taint) {
        var taints = ConditionTaints.of(node("n", type, status), START).taints();
        assertThat(taints).extracting(Taint::key).isEqualTo(taint.isEmpty() ? List.of() : List.of(taint));
    }

    @Test
    void othersTaintsStayAndOldOnesOfOursGo() {
        var own = new Taint("gpu", "true", "NoSchedule", null);
        var old = new Taint(NodeTaints.NOT_READY, null, "NoSchedule", null);
        var evicting = new Taint(NodeTaints.UNREACHABLE, null, "NoExecute", null);
        assertThat(ConditionTaints.of(node("n", "Ready", "True", old, own, evicting), START)
                        .taints())
                .containsExactly(own, evicting);
    }

    @Test
    void aNodeIsHeardOfByItsLease() {
        var node = node("n", NodeCondition.Type.READY, "True");
        var lease = LeaseBuilder.builder()
                .spec(LeaseSpecBuilder.builder()
                        .leaseDurationSeconds(40)
                        .renewTime(START.plusSeconds(100))
                        .build())
                .build();
        var health = NodeHealth.of(node, lease, START.plusSeconds(120));
        assertThat(health.status()).isSameAs(node.status());
        assertThat(health.nextLook()).isEqualTo(Duration.ofSeconds(30));

        var lost = NodeHealth.of(node, lease, START.plusSeconds(150));
        assertThat(lost.explain()).isEqualTo("not heard of since 2026-01-01T00:01:40Z");
        assertThat(lost.status().conditions().get(0)).satisfies(ready -> {
            assertThat(ready.status()).isEqualTo("Unknown");
            assertThat(ready.reason()).isEqualTo("NodeStatusUnknown");
            assertThat(ready.message()).isEqualTo("Kubelet stopped posting node status.");
        });
        assertThat(lost.status().conditions()).hasSize(4);
    }

    @Test
    void aNodeThatNeverSaidAnythingHasAMinute() {
        var node = node("n", "", "");
        assertThat(NodeHealth.of(node, null, START.plusSeconds(59)).nextLook()).isEqualTo(Duration.ofSeconds(1));
        assertThat(NodeHealth.of(node, null, START.plusSeconds(60)).status().conditions())
                .extracting(NodeCondition::message)
                .containsOnly("Kubelet never posted node status.");
    }

    @Test
    void aLeaseWithoutDurationStandsForOneRenewedAllTheTime() {
        var lease = LeaseBuilder.builder().build();
        assertThat(NodeHealth.of(node("n", "Ready", "True"), lease, START.plusSeconds(9999))
                        .nextLook())
                .isNull();
    }

    @ParameterizedTest(name = "{0} ready, {1} not: {2}, every {3} s")
    @CsvSource({"3, 0, NORMAL, 10", "3, 2, NORMAL, 10", "2, 3, PARTIAL, ''", "40, 60, PARTIAL, 100", "0, 1, FULL, 10"})
    void zonesAreHitMoreOrLess(int ready, int notReady, ZoneDisruption state, String seconds) {
        assertThat(ZoneDisruption.of(ready, notReady)).isEqualTo(state);
        var interval = state.interval(ready + notReady);
        assertThat(interval == null ? "" : String.valueOf(interval.toSeconds())).isEqualTo(seconds);
    }

    @Test
    void nodesAreGivenUpOneEveryTenSeconds() {
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < 10; i++) {
            nodes.add(node("n" + i, "Ready", i < 3 ? "Unknown" : "True"));
        }
        var first = NodeEvictions.of(nodes, Map.of(), START);
        assertThat(first.changed()).extracting(node -> node.metadata().name()).containsExactly("n0");
        assertThat(first.next()).isEqualTo(Duration.ofSeconds(10));

        nodes.set(0, first.changed().get(0));
        assertThat(NodeEvictions.of(nodes, first.lastGivenUp(), START.plusSeconds(9))
                        .changed())
                .isEmpty();
        var second = NodeEvictions.of(nodes, first.lastGivenUp(), START.plusSeconds(10));
        assertThat(second.changed()).extracting(node -> node.metadata().name()).containsExactly("n1");
    }

    @Test
    void aTaintOfTheOtherKindIsExchangedAtOnce() {
        var notReady = new Taint(NodeTaints.NOT_READY, null, "NoExecute", START);
        var nodes = List.of(node("a", "Ready", "Unknown", notReady), node("b", "Ready", "True"));
        assertThat(NodeEvictions.of(nodes, Map.of(), START).changed())
                .singleElement()
                .satisfies(node -> assertThat(node.spec().taints())
                        .extracting(Taint::key)
                        .containsExactly(NodeTaints.UNREACHABLE));
    }

    @ParameterizedTest(name = "tolerating {0}: {1}")
    @CsvSource({
        "'', PT0S",
        "node.kubernetes.io/not-ready, PT0S",
        "node.kubernetes.io/unreachable=60, PT1M",
        "node.kubernetes.io/unreachable=-5, PT0S",
        "node.kubernetes.io/unreachable, for ever",
    })
    void aPodStaysAsLongAsItsTolerationsSay(String tolerated, String stay) {
        var tolerations = new ArrayList<Toleration>();
        if (!tolerated.isEmpty()) {
            var parts = tolerated.split("=");
            Long seconds = parts.length == 2 ? Long.valueOf(parts[1]) : null;
            tolerations.add(new Toleration(parts[0], "Exists", null, "NoExecute", seconds));
        }
        var pod = Pods.named("p").build();
        var decision = TaintEviction.of(
                pod.withSpec(pod.spec().withTolerations(tolerations)),
                node("n", "Ready", "Unknown", new Taint(NodeTaints.UNREACHABLE, null, "NoExecute", START)));
        assertThat(decision.stay() == null ? "for ever" : decision.stay().toString())
                .isEqualTo(stay);
    }
}
