package io.kubelayers.application.workloads;

import static io.kubelayers.application.workloads.Workloads.NOW;
import static io.kubelayers.application.workloads.Workloads.annotated;
import static io.kubelayers.application.workloads.Workloads.createdAt;
import static io.kubelayers.application.workloads.Workloads.inPhase;
import static io.kubelayers.application.workloads.Workloads.names;
import static io.kubelayers.application.workloads.Workloads.notReady;
import static io.kubelayers.application.workloads.Workloads.onNode;
import static io.kubelayers.application.workloads.Workloads.pod;
import static io.kubelayers.application.workloads.Workloads.readySince;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.ContainerStatusBuilder;
import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PodDeletionOrderTest {
    record Case(String name, Pod goes, Pod stays, String reason) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("unassigned before assigned", onNode(pod("a"), null), pod("b"), "has no node yet"),
                new Case(
                        "pending before running",
                        inPhase(pod("a"), Pod.Phase.PENDING),
                        pod("b"),
                        "is in an earlier phase"),
                new Case(
                        "unknown before running",
                        inPhase(pod("a"), Pod.Phase.UNKNOWN),
                        pod("b"),
                        "is in an earlier phase"),
                new Case("not ready before ready", notReady(pod("a")), pod("b"), "is not ready"),
                new Case(
                        "a node that is missing weighs more than readiness",
                        onNode(pod("a"), null),
                        notReady(pod("b")),
                        "has no node yet"),
                new Case("the lower deletion cost", cost("a", "-10"), pod("b"), "has the lower deletion cost"),
                new Case("no deletion cost is cost 0", pod("a"), cost("b", "1"), "has the lower deletion cost"),
                new Case("a malformed cost is cost 0", cost("a", "+5"), cost("b", "1"), "has the lower deletion cost"),
                new Case(
                        "became ready later",
                        readySince(pod("a"), NOW.minusSeconds(10)),
                        pod("b"),
                        "became ready later"),
                new Case("more restarts", restarted(pod("a"), 3), restarted(pod("b"), 2), "has restarted more often"),
                new Case(
                        "more restarts of a sidecar",
                        sidecarRestarted(pod("a"), 1),
                        pod("b"),
                        "has sidecars that restarted more often"),
                new Case("the younger", createdAt(pod("a"), NOW.minusSeconds(60)), pod("b"), "is younger"),
                new Case(
                        "ages of the same power of two go by uid",
                        createdAt(pod("a"), NOW.minusSeconds(3601)),
                        pod("b"),
                        "is younger"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void firstToGo(Case c) {
        var order = PodDeletionOrder.among(List.of(), NOW);
        assertThat(names(order.first(1, List.of(c.stays, c.goes)))).containsExactly("a");
        assertThat(order.why(c.goes, c.stays).message()).isEqualTo(c.reason);
    }

    @Test
    void podsThatShareANodeWithMoreRelatedPodsGoFirst() {
        var crowded = List.of(pod("a"), pod("b"));
        var alone = onNode(pod("c"), "n2");
        var all = Stream.concat(Stream.of(alone), crowded.stream()).toList();
        var order = PodDeletionOrder.among(all, NOW);
        assertThat(names(order.first(1, all))).containsExactly("a");
        assertThat(order.why(crowded.get(0), alone).inputs())
                .containsEntry("value", "2")
                .containsEntry("value of c", "1");
    }

    /** Whatever order the pods are listed in, the same ones go. */
    @Property(tries = 200)
    void theListingOrderDoesNotMatter(@ForAll long seed, @ForAll @IntRange(max = 6) int count) {
        var random = new Random(seed);
        var pods = new ArrayList<Pod>();
        for (int i = 0; i < 6; i++) {
            var pod = cost("p" + i, String.valueOf(random.nextInt(3)));
            pods.add(random.nextBoolean() ? pod : notReady(pod));
        }
        var order = PodDeletionOrder.among(pods, NOW);
        var expected = names(order.first(count, pods));
        Collections.shuffle(pods, random);
        if (count < pods.size()) {
            assertThat(names(order.first(count, pods))).isEqualTo(expected);
        } else {
            assertThat(order.first(count, pods)).hasSize(pods.size());
        }
    }

    private static Pod cost(String name, String cost) {
        return annotated(pod(name), PodDeletionOrder.DELETION_COST, cost);
    }

    private static Pod restarted(Pod pod, int times) {
        var status = ContainerStatusBuilder.builder()
                .name("main")
                .restartCount(times)
                .build();
        return pod.withStatus(pod.status().withContainerStatuses(List.of(status)));
    }

    private static Pod sidecarRestarted(Pod pod, int times) {
        var sidecar =
                ContainerBuilder.builder().name("proxy").restartPolicy("Always").build();
        var status = ContainerStatusBuilder.builder()
                .name("proxy")
                .restartCount(times)
                .build();
        return pod.withSpec(pod.spec().withInitContainers(List.of(sidecar)))
                .withStatus(pod.status().withInitContainerStatuses(List.of(status)));
    }
}
