package io.kubelayers.application.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.ClusterBuilder;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.control.DeterministicDriver;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiErrors;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Requests come in any order, the scheduler fails one time in five, and one of five of its bindings and other writes is
 * refused: in the end as many pods are bound as there is room for, on no node more than it holds.
 */
class FaultySchedulingTest {
    private static final int ONE_IN = 5;
    private static final int PODS_A_NODE = 4;

    @Property(tries = 40)
    void allThatFitIsBoundAndNoMore(
            @ForAll long seed, @ForAll @IntRange(max = 3) int nodes, @ForAll @IntRange(max = 12) int pods) {
        try (var cluster = cluster(seed).nodes(nodes, node -> node.cpu("2")).start()) {
            for (int i = 0; i < pods; i++) {
                cluster.apply(APod.named("pod-" + i).cpu("500m").build());
                if (i % 3 == 0) {
                    cluster.settle();
                }
            }
            cluster.advance(Duration.ofMinutes(20));
            assertBound(cluster, Math.min(pods, nodes * PODS_A_NODE));

            cluster.addNode("late", new NodeTemplate().cpu("2"));
            cluster.advance(Duration.ofMinutes(20));
            assertBound(cluster, Math.min(pods, (nodes + 1) * PODS_A_NODE));
        }
    }

    private static ClusterBuilder cluster(long seed) {
        return Cluster.builder()
                .withoutNodeAgent()
                .controller(SchedulerController.controller())
                .seed(seed)
                .order(DeterministicDriver.Order.SHUFFLED)
                .faults((controller, request, random) -> random.nextInt(ONE_IN) == 0
                        ? Optional.of(ApiErrors.internal("the disk is slow"))
                        : Optional.empty())
                .admission(new RefusesSome(new SplittableRandom(seed)));
    }

    private static void assertBound(Cluster cluster, int expected) {
        var counts = new TreeMap<String, Integer>();
        for (var pod : cluster.lister(Pod.class).list()) {
            if (pod.spec().nodeName() != null) {
                counts.merge(pod.spec().nodeName(), 1, Integer::sum);
            }
        }
        assertThat(counts.values()).allMatch(count -> count <= PODS_A_NODE);
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(expected);
    }

    private record RefusesSome(SplittableRandom random) implements AdmissionPlugin.Validating {
        @Override
        public String name() {
            return "RefusesSome";
        }

        @Override
        public boolean handles(AdmissionRequest request) {
            return request.user().username().startsWith("system:serviceaccount:kube-system:");
        }

        @Override
        public void validate(AdmissionRequest request) {
            if (random.nextInt(ONE_IN) == 0) {
                throw ApiErrors.internal("the disk is full");
            }
        }
    }
}
