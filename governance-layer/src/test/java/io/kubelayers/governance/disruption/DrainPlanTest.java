package io.kubelayers.governance.disruption;

import static io.kubelayers.governance.disruption.Budgets.NOW;
import static io.kubelayers.governance.disruption.Budgets.minAvailable;
import static io.kubelayers.governance.disruption.Budgets.ready;
import static io.kubelayers.governance.disruption.Budgets.synced;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.governance.disruption.DrainPlan.PodNote;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.OwnerReference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrainPlanTest {
    private static Pod owned(String name, String kind) {
        var pod = Budgets.pod(name, true);
        return pod.withMetadata(pod.metadata()
                .withOwnerReferences(List.of(new OwnerReference("apps/v1", kind, "x", "9", true, null)))
                .withLabels(Map.of("app", "agent")));
    }

    private static DrainPlan plan(List<Pod> pods, DrainOptions options, PodDisruptionBudget... budgets) {
        return DrainPlan.of("n1", pods, List.of(budgets), options, NOW);
    }

    @Test
    void aBudgetSpreadsTheDrainOverRounds() {
        // all three pods are on the node, and one may be missing at a time
        var plan = plan(ready(3), DrainOptions.USUAL, synced(minAvailable("2"), ready(3)));

        assertThat(plan.completes()).isTrue();
        assertThat(plan.rounds()).extracting(round -> round.get(0).pod()).containsExactly("web-0", "web-1", "web-2");
        assertThat(plan.explain()).isEqualTo("node \"n1\": evicts 3 pods in 3 rounds");
    }

    @Test
    void withoutBudgetAllGoAtOnce() {
        assertThat(plan(ready(3), DrainOptions.USUAL).rounds()).hasSize(1);
    }

    @Test
    void aBudgetThatAllowsNothingBlocksForGood() {
        var plan = plan(ready(2), DrainOptions.USUAL, synced(minAvailable("100%"), ready(2)));

        assertThat(plan.completes()).isFalse();
        assertThat(plan.explain())
                .isEqualTo("node \"n1\": evicts 0 pods in 0 rounds, then 2 stay blocked: Cannot evict pod as it would"
                        + " violate the pod's disruption budget. The disruption budget web needs 2 healthy pods and has 2"
                        + " currently");
    }

    @Test
    void daemonsStayAndMirrorPodsToo() {
        var mirror = owned("etcd", "Node");
        mirror = mirror.withMetadata(mirror.metadata().withAnnotations(Map.of("kubernetes.io/config.mirror", "x")));
        var plan = plan(List.of(owned("agent", "DaemonSet"), mirror), DrainOptions.USUAL);

        assertThat(plan.left())
                .containsExactly(
                        new PodNote("shop/agent", "ignoring DaemonSet-managed Pods"),
                        new PodNote("shop/etcd", "mirror pod of a static pod"));
        assertThat(plan.rounds()).isEmpty();
        assertThat(plan.completes()).isTrue();
    }

    @Test
    void withoutFlagsObstaclesStopItBeforeItBegins() {
        var lonely = owned("lonely", "Job")
                .withMetadata(owned("lonely", "Job").metadata().withOwnerReferences(List.of()));
        var plan = plan(List.of(owned("agent", "DaemonSet"), lonely), DrainOptions.NONE);

        assertThat(plan.explain())
                .isEqualTo("cannot drain node \"n1\": DaemonSet-managed Pods (use --ignore-daemonsets to ignore):"
                        + " shop/agent");
        assertThat(plan.obstacles()).hasSize(2);
        assertThat(plan(List.of(lonely), DrainOptions.NONE.withForce(true)).completes())
                .isTrue();
    }
}
