package io.kubelayers.interfaces.testkit;

import static io.kubelayers.interfaces.testkit.KubelayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler;
import io.kubelayers.governance.autoscaling.horizontal.MetricIdentifier;
import io.kubelayers.governance.autoscaling.horizontal.MetricSpec;
import io.kubelayers.governance.autoscaling.horizontal.MetricSpecBuilder;
import io.kubelayers.governance.autoscaling.horizontal.MetricTarget;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three web pods that request 500m each; the autoscaler wants them at 60 percent, between 2 and 10 of them. */
@KubelayersTest(nodes = 1, manifests = "shop.yaml")
class HpaAssertTest {
    @BeforeEach
    void run(Cluster cluster) {
        Bindings.bindAll(cluster, "shop", "node-1");
    }

    @Test
    void recommends_by_the_load(Cluster cluster) {
        var hpa = assertThat(cluster).hpa("shop/web");
        hpa.atLoad("cpu", "300m").recommends(3);
        hpa.atLoad("cpu", "500m").recommends(5).because("cpu resource utilization");
        hpa.atLoad("cpu", "310m").doesNotScale();
        hpa.atLoad("cpu", "10m").recommends(2);
    }

    @Test
    void tells_the_calculation(Cluster cluster) {
        assertThatThrownBy(() -> assertThat(cluster)
                        .hpa("shop/web")
                        .atLoad("cpu", "500m")
                        .recommends(7))
                .hasMessage(
                        """

                        Expected: autoscaler shop/web recommends 7 replicas
                        But:      it recommends 5: New size: 5; reason: cpu resource utilization (percentage of request) above target
                        Why:
                          + replicas 3 -> 5: New size: 5; reason: cpu resource utilization (percentage of request) above target [HorizontalPodAutoscaler]
                            + cpu resource utilization (percentage of request) asks for 5 replicas (rule ratio times pods, rounded up, ratio 1.6667, tolerance 10%, utilization 100%, measured 500m, pods 3) [MetricProposal]
                            · recommended size matches current size (recommended 5, stabilized 5, lowest of 0s 5, highest of 300s 5) [ReadyForNewScale]
                            + the desired count is within the acceptable range (wanted 5, replicas 5, allowed 2..6) [DesiredWithinRange]""");
        assertThatThrownBy(() -> assertThat(cluster)
                        .hpa("shop/web")
                        .atLoad("cpu", "300m")
                        .recommends(7))
                .hasMessageStartingWith(
                        "\nExpected: autoscaler shop/web recommends 7 replicas\nBut:      it leaves 3: ");
        assertThatThrownBy(() -> assertThat(cluster)
                        .hpa("shop/web")
                        .atLoad("cpu", "500m")
                        .doesNotScale())
                .hasMessageStartingWith(
                        "\nExpected: autoscaler shop/web recommends 3 replicas\nBut:      it recommends 5: ");
    }

    @Test
    void tells_which_metric_the_test_forgot(Cluster cluster) {
        var hpa = cluster.client().on(HorizontalPodAutoscaler.class).get("shop", "web");
        var requests = MetricSpecBuilder.builder()
                .type("Pods")
                .pods(new MetricSpec.PodsMetricSource(
                        new MetricIdentifier("http_requests", null),
                        new MetricTarget("AverageValue", null, Quantity.parse("100"), null)))
                .build();
        cluster.client().update(hpa.withSpec(hpa.spec().withMetrics(List.of(requests))));

        assertThat(cluster).hpa("shop/web").atMetric("http_requests", "150").recommends(5);
        assertThatThrownBy(() -> assertThat(cluster).hpa("shop/web").recommends(5))
                .hasMessageContaining(
                        "the test says no value of metric http_requests: add .atMetric(\"http_requests\", …)");
    }

    @Test
    void tells_that_the_target_is_missing(Cluster cluster) {
        var web = cluster.client().on(Deployment.class).get("shop", "web");
        cluster.apply(
                web.withMetadata(web.metadata().withName("wbe").withUid(null).withResourceVersion(null)));
        cluster.client().on(Deployment.class).delete("shop", "web");
        cluster.settle();
        assertThatThrownBy(() -> assertThat(cluster)
                        .hpa("shop/web")
                        .atLoad("cpu", "300m")
                        .recommends(3))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        """

                        Expected: autoscaler shop/web has the target Deployment shop/web
                        But:      deployments/scale.apps "web" not found
                        Hint:     typo of shop/wbe?""");
    }

    @Test
    void without_a_load_it_looks_at_the_metrics_of_the_cluster(Cluster cluster) {
        assertThat(cluster).hpa("shop/web").recommends(2);
    }
}
