package io.kubelayers.interfaces.testkit;

import static io.kubelayers.interfaces.testkit.KubelayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.nucleus.cluster.Cluster;
import org.junit.jupiter.api.Test;

@KubelayersTest(nodes = 1, manifests = "shop.yaml")
class DeploymentAssertTest {
    @Test
    void runs_once_its_pods_do(Cluster cluster) {
        Bindings.bindAll(cluster, "shop", "node-1");
        assertThat(cluster)
                .deployment("shop/web")
                .isAvailable()
                .isRolledOut()
                .wantsReplicas(3)
                .hasReadyReplicas(3);
        assertThatThrownBy(() -> assertThat(cluster).deployment("shop/web").wantsReplicas(5))
                .hasMessage("\nExpected: Deployment shop/web wants 5 replicas\nBut:      it wants 3");
        assertThatThrownBy(() -> assertThat(cluster).deployment("shop/web").hasReadyReplicas(2))
                .hasMessageStartingWith("\nExpected: Deployment shop/web has 2 ready replicas"
                        + "\nBut:      of 3 wanted, 3 are up to date, 3 ready, 3 available\nWhy:\n");
    }

    @Test
    @KubelayersTest(nodes = 1, cpu = "100m", manifests = "shop.yaml")
    void tells_how_its_pods_are(Cluster cluster) {
        assertThatThrownBy(() -> assertThat(cluster).deployment("shop/web").isAvailable())
                .hasMessageStartingWith(
                        """

                        Expected: Deployment shop/web is available
                        But:      of 3 wanted, 3 are up to date, 0 ready, 0 available
                        Why:
                          · deployment/shop/web: of 3 wanted, 3 are up to date, 0 ready, 0 available [deployment]
                        """)
                .hasMessageContaining("0/1 nodes are available: 1 Insufficient cpu.")
                .hasMessageEndingWith("    · and 1 more unready pods [deployment]");
        assertThatThrownBy(() -> assertThat(cluster).deployment("shop/web").isRolledOut())
                .hasMessageStartingWith("\nExpected: Deployment shop/web is rolled out\n");
    }

    @Test
    void tells_that_nobody_has_looked_yet(Cluster cluster) {
        var web = cluster.client().on(Deployment.class).get("shop", "web");
        cluster.client().update(web.withSpec(web.spec().withReplicas(4)));
        assertThatThrownBy(() -> assertThat(cluster).deployment("shop/web").isAvailable())
                .hasMessageStartingWith("\nExpected: Deployment shop/web is available"
                        + "\nBut:      its controller has not looked at it yet; does the test call settle()?");
    }
}
