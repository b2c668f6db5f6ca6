package io.kubelayers.interfaces.testkit;

import static io.kubelayers.interfaces.testkit.KubelayersAssertions.assertThat;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.budget;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.quota;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.rbac;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.zone;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.pod.Pods;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The test that a user of the kit writes for a shop. */
@KubelayersTest(nodes = 3, manifests = "shop.yaml")
class ShopTest {
    @Test
    void a_pod_that_wants_zone_a_gets_it(Cluster cluster) {
        assertThat(cluster)
                .schedules(Pods.named("shop/cache").cpu("1").zone("a"))
                .onNode("node-1")
                .onNodeWith(zone("a"));
    }

    @Test
    void a_pod_larger_than_any_node_waits(Cluster cluster) {
        assertThat(cluster).doesNotSchedule(Pods.named("shop/giant").cpu("5")).because("Insufficient cpu");
    }

    @Test
    void developers_keep_pods_in_their_namespace_only(Cluster cluster) {
        assertThat(cluster).user("jane", "developers").in("dev").can("delete", "pods");
        assertThat(cluster)
                .user("jane", "developers")
                .in("shop")
                .cannot("delete", "pods")
                .cannot("get", "secrets");
    }

    @Test
    void the_quota_holds_for_everybody(Cluster cluster) {
        var modest = Pods.named("dev/modest").cpu("1").build();
        var greedy = Pods.named("dev/greedy").cpu("3").build();
        assertThat(cluster).user("jane", "developers").in("dev").request(modest).isAccepted();
        assertThat(cluster).user("jane", "developers").in("dev").request(greedy).isRejectedBy(quota("dev"));
        assertThat(cluster).user("joe").in("dev").request(modest).isRejectedBy(rbac());
    }

    @Test
    void the_shop_grows_under_load(Cluster cluster) {
        assertThat(cluster.advance(Duration.ofMinutes(1)))
                .hpa("shop/web")
                .atLoad("cpu", "500m")
                .recommends(5);
    }

    @Test
    void no_web_pod_may_leave(Cluster cluster) {
        cluster.advance(Duration.ofMinutes(1));
        var pod = cluster.lister(io.kubelayers.nucleus.core.Pod.class)
                .list("shop")
                .get(0);
        assertThat(cluster)
                .eviction("shop/" + pod.metadata().name())
                .isRefused()
                .because(budget("web"));
    }

    @Test
    void the_shop_is_up_within_a_minute(Cluster cluster) {
        assertThat(cluster)
                .after(Duration.ofMinutes(1))
                .deployment("shop/web")
                .isAvailable()
                .hasReadyReplicas(3);
    }

    @Test
    void the_name_of_the_shop_leads_to_it(Cluster cluster) {
        assertThat(cluster)
                .service("shop/web")
                .resolves("web.shop.svc.cluster.local")
                .resolves("web");
    }
}
