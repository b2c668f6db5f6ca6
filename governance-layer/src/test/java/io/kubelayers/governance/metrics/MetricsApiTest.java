package io.kubelayers.governance.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.governance.LayerParts;
import io.kubelayers.governance.disruption.TestPods;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.LayerContext;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.runtime.VirtualClock;
import io.kubelayers.nucleus.server.RequestOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What {@code kubectl top} would see. */
class MetricsApiTest {
    private static MetricsSource source(LayerContext context) {
        return new SimulatedMetrics(
                SimulatedMetrics.Inventory.of(context.informers()),
                UsageModel.IDLE,
                MetricCatalog.EMPTY,
                context.runtime().clock());
    }

    private static Cluster cluster() {
        var parts = new LayerParts()
                .virtualResource(context -> new PodMetricsResource(source(context)))
                .virtualResource(context -> new NodeMetricsResource(source(context)));
        var cluster = Cluster.builder()
                .layers(parts)
                .clock(VirtualClock.at("2026-01-01T00:00:00Z"))
                .nodes(1, node -> node)
                .start();
        var pod = TestPods.running("web", "default");
        var annotated =
                pod.withMetadata(pod.metadata().withAnnotations(java.util.Map.of(UsageModel.CPU_ANNOTATION, "300m")));
        var created = cluster.client().create(annotated);
        cluster.client()
                .updateStatus(
                        created.withStatus(created.status().withPhase("Running").withStartTime(cluster.now())));
        return cluster;
    }

    @Test
    void podsAreMeasured() {
        try (var cluster = cluster()) {
            var metrics = cluster.client().on(PodMetrics.class);
            assertThat(metrics.list("default").items()).isEmpty();

            cluster.advance(Duration.ofSeconds(15));
            assertThat(metrics.get("default", "web").containers().get(0).usage().get("cpu"))
                    .hasToString("300m");
            assertThat(metrics.list("", RequestOptions.labels("app=web")).items())
                    .hasSize(1);
            assertThat(metrics.list("", RequestOptions.labels("app=api")).items())
                    .isEmpty();
            assertThat(metrics.list("", RequestOptions.NONE.withFieldSelector("metadata.namespace=default"))
                            .items())
                    .hasSize(1);
            assertThat(metrics.list("", RequestOptions.NONE.withFieldSelector("metadata.name!=web"))
                            .items())
                    .isEmpty();
        }
    }

    @Test
    void nodesAreMeasured() {
        try (var cluster = cluster()) {
            assertThat(cluster.client().on(NodeMetrics.class).list("").items()).hasSize(1);
        }
    }

    @Test
    void whatIsNotMeasuredIsNotFound() {
        try (var cluster = cluster()) {
            var refused = catchThrowableOfType(
                    ApiException.class,
                    () -> cluster.client().on(PodMetrics.class).get("default", "web"));

            assertThat(refused).hasMessage("podmetrics.metrics.k8s.io \"default/web\" not found");
        }
    }
}
