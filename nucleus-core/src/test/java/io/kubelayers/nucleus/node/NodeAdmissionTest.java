package io.kubelayers.nucleus.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.ContainerPortBuilder;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeBuilder;
import io.kubelayers.nucleus.core.NodeSpecBuilder;
import io.kubelayers.nucleus.core.NodeStatusBuilder;
import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.pod.Pods;
import io.kubelayers.nucleus.resources.PodResources;
import io.kubelayers.nucleus.resources.ResourceList;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a node says to a pod that was bound to it, while it already runs a pod of 1500m and 1Gi. */
class NodeAdmissionTest {
    private record Case(String name, Pods pod, String answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("a pod that fits", Pods.named("p").requests("cpu", "500m"), "the node takes the pod"),
                new Case("a pod that asks for nothing", Pods.named("p"), "the node takes the pod"),
                new Case(
                        "too much CPU",
                        Pods.named("p").requests("cpu", "501m"),
                        "Node didn't have enough resource: cpu, requested: 501, used: 1500, capacity: 2000"),
                new Case(
                        "too much memory",
                        Pods.named("p").requests("memory", "4Gi"),
                        "Node didn't have enough resource: memory, requested: 4294967296, used: 1073741824,"
                                + " capacity: 4294967296"),
                new Case(
                        "CPU is looked at before memory",
                        Pods.named("p").requests("cpu", "3", "memory", "9Gi"),
                        "Node didn't have enough resource: cpu, requested: 3000, used: 1500, capacity: 2000"),
                new Case(
                        "a device nobody knows is left to its plugin",
                        Pods.named("p").requests("example.com/gpu", "1"),
                        "the node takes the pod"),
                new Case(
                        "another node is asked for",
                        Pods.named("p").nodeSelector("zone", "b"),
                        "Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector"),
                new Case(
                        "the host port is taken",
                        Pods.named("p")
                                .change(container -> container.withPorts(List.of(ContainerPortBuilder.builder()
                                        .containerPort(80)
                                        .hostPort(80)
                                        .build()))),
                        "Predicate NodePorts failed: node(s) didn't have free ports for the requested pod ports"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void answers(Case row) {
        assertThat(NodeAdmission.decide(row.pod().build(), node(List.of()), use())
                        .explain())
                .isEqualTo(row.answer());
    }

    @ParameterizedTest(name = "a taint with effect {0}")
    @MethodSource("effects")
    void onlyTaintsThatEvictKeepABoundPodOut(String effect, boolean admitted) {
        var taints = List.of(new Taint("maintenance", null, effect, null));
        var decision = NodeAdmission.decide(Pods.named("p").build(), node(taints), use());
        assertThat(decision.admitted()).isEqualTo(admitted);
        assertThat(decision.reason()).isEqualTo(admitted ? "" : "TaintToleration");
    }

    static Stream<Arguments> effects() {
        return Stream.of(Arguments.of("NoSchedule", true), Arguments.of("NoExecute", false));
    }

    private static Node node(List<Taint> taints) {
        return NodeBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name("n")
                        .labels(Map.of("zone", "a"))
                        .build())
                .spec(NodeSpecBuilder.builder().taints(taints).build())
                .status(NodeStatusBuilder.builder()
                        .allocatable(ResourceList.of("cpu", "2", "memory", "4Gi", "pods", "10"))
                        .build())
                .build();
    }

    private static NodeUse use() {
        var there =
                Pods.named("there").requests("cpu", "1500m", "memory", "1Gi").build();
        return NodeUse.NONE.plus(
                AgentPod.admitted("u", "n", PodResources.requests(there), List.of("TCP/0.0.0.0/80"), Instant.EPOCH));
    }
}
