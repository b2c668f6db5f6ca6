package io.kubelayers.nucleus.nodelifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NodeAdmissionsTest {
    private final Cluster cluster = Cluster.builder()
            .withoutNodeAgent()
            .admission(new TaintNodesByCondition())
            .start();

    @AfterEach
    void close() {
        cluster.close();
    }

    private record Case(String name, String tolerations, String result) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String NOT_READY = "node.kubernetes.io/not-ready";
    private static final String UNREACHABLE = "node.kubernetes.io/unreachable";

    static Stream<Case> tolerations() {
        return Stream.of(
                new Case("none", "[]", NOT_READY + "=300 " + UNREACHABLE + "=300"),
                new Case(
                        "one of its own is kept",
                        "[{key: node.kubernetes.io/not-ready, operator: Exists, effect: NoExecute, tolerationSeconds: 5}]",
                        NOT_READY + "=5 " + UNREACHABLE + "=300"),
                new Case("everything is tolerated", "[{operator: Exists}]", "null=null"),
                new Case(
                        "another effect does not count",
                        "[{key: node.kubernetes.io/unreachable, operator: Exists, effect: NoSchedule}]",
                        UNREACHABLE + "=null " + NOT_READY + "=300 " + UNREACHABLE + "=300"));
    }

    @ParameterizedTest
    @MethodSource("tolerations")
    void podsStayFiveMinutesUnlessTheySayHowLong(Case c) {
        var pod = (Pod) cluster.apply(Manifests.of(
                        "pod",
                        "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, image: i}],"
                                + " tolerations: " + c.tolerations() + "}}"))
                .get(0);
        assertThat(pod.spec().tolerations().stream()
                        .map(toleration -> toleration.key() + "=" + toleration.tolerationSeconds()))
                .containsExactly(c.result().split(" "));
    }

    @Test
    void aNewNodeIsTaintedOnce() {
        var taint = "node.kubernetes.io/not-ready";
        for (var taints : new String[] {"[]", "[{key: " + taint + ", effect: NoSchedule}]"}) {
            var node = (Node) cluster.apply(Manifests.of(
                            "node",
                            "{apiVersion: v1, kind: Node, metadata: {name: n" + taints.length() + "}, spec: {taints: "
                                    + taints + "}}"))
                    .get(0);
            assertThat(node.spec().taints()).singleElement().satisfies(only -> {
                assertThat(only.key()).isEqualTo(taint);
                assertThat(only.effect()).isEqualTo("NoSchedule");
            });
        }
    }
}
