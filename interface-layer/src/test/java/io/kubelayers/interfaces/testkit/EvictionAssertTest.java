package io.kubelayers.interfaces.testkit;

import static io.kubelayers.interfaces.testkit.KubelayersAssertions.assertThat;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.budget;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.pod.Pods;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@KubelayersTest(nodes = 1, manifests = "shop.yaml")
class EvictionAssertTest {
    private String guarded = "";

    @BeforeEach
    void run(Cluster cluster) {
        cluster.apply(Pods.named("shop/batch").cpu("100m").build());
        Bindings.bindAll(cluster, "shop", "node-1");
        guarded = cluster.lister(Pod.class).list("shop").stream()
                .map(pod -> pod.metadata().nameOrEmpty())
                .filter(name -> name.startsWith("web-"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_budget_that_is_just_met_lets_nobody_go(Cluster cluster) {
        assertThat(cluster)
                .eviction("shop/" + guarded)
                .isRefused()
                .because(budget("web"))
                .because("needs 3 healthy pods and has 3 currently");
        assertThat(cluster).eviction("shop/batch").isGranted().because("no disruption budget covers the pod");
    }

    @Test
    void tells_what_the_budget_says(Cluster cluster) {
        var why =
                """

                Why:
                  - pod/NAME: Cannot evict pod as it would violate the pod's disruption budget. The disruption budget web needs 3 healthy pods and has 3 currently [Eviction]
                    · poddisruptionbudget/web: The disruption budget web needs 3 healthy pods and has 3 currently [PodDisruptionBudget]"""
                        .replace("NAME", guarded);
        assertThatThrownBy(() -> assertThat(cluster).eviction("shop/" + guarded).isGranted())
                .hasMessage("\nExpected: pod " + guarded + " may be evicted"
                        + "\nBut:      Cannot evict pod as it would violate the pod's disruption budget."
                        + " The disruption budget web needs 3 healthy pods and has 3 currently" + why);
        assertThatThrownBy(() -> assertThat(cluster)
                        .eviction("shop/" + guarded)
                        .isRefused()
                        .because(budget("db")))
                .hasMessage("\nExpected: a reason given by disruption budget \"db\"\nBut:      none is" + why);
    }

    @Test
    void a_drain_waits_for_budgets_or_is_blocked_by_them(Cluster cluster) {
        assertThat(cluster).drain("node-1").isBlocked().because(budget("web"));
        assertThatThrownBy(() -> assertThat(cluster).drain("node-1").completesWithin(Duration.ofMinutes(1)))
                .hasMessageStartingWith("\nExpected: node node-1 is drained within 60s"
                        + "\nBut:      node \"node-1\" is not drained within 30m, ");
        assertThatThrownBy(() -> assertThat(cluster).drain("node-9"))
                .hasMessageContaining("nodes \"node-9\" not found");
    }

    @Test
    void tells_why_it_may_go(Cluster cluster) {
        assertThatThrownBy(() -> assertThat(cluster).eviction("shop/batch").isRefused())
                .hasMessage(
                        """

                        Expected: pod batch may not be evicted
                        But:      it may go: no disruption budget covers the pod
                        Why:
                          + pod/batch: no disruption budget covers the pod [Eviction]""");
    }
}
