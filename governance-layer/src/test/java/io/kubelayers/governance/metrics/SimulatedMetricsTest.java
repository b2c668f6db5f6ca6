package io.kubelayers.governance.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.governance.disruption.TestPods;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.core.PodStatusBuilder;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.selector.Selector;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulatedMetricsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final LabelSelector WEB = new LabelSelector(Map.of("app", "web"), List.of());

    private static Pod pod(String name) {
        return TestPods.running(name, "shop")
                .withStatus(PodStatusBuilder.builder()
                        .phase(Pod.Phase.RUNNING)
                        .startTime(NOW.minusSeconds(600))
                        .conditions(List.of(PodConditionBuilder.builder()
                                .type("Ready")
                                .status("True")
                                .build()))
                        .build());
    }

    private static SimulatedMetrics metrics(MetricCatalog catalog) {
        return new SimulatedMetrics(
                SimulatedMetrics.Inventory.of(List.of(pod("a"), pod("b"))), UsageModel.IDLE, catalog, () -> NOW);
    }

    @Test
    void sharesAMetricAmongThePods() {
        var metrics = metrics(MetricCatalog.EMPTY.sharedByPods("shop", WEB, "qps", UsageCurve.constant(30)));

        assertThat(metrics.valuesOfPods("shop", Selector.of(WEB), "qps", Selector.everything()))
                .extracting(value -> value.describedObject().name() + " " + value.value())
                .containsExactly("a 15", "b 15");
        assertThat(metrics.valuesOfPods("shop", Selector.of(WEB), "other", Selector.everything()))
                .isEmpty();
        // series without labels are not those that somebody asks for by a label
        assertThat(metrics.valuesOfPods("shop", Selector.of(WEB), "qps", Selector.parse("page=buy")))
                .isEmpty();
    }

    @Test
    void picksSeriesByTheirLabels() {
        var metrics = metrics(MetricCatalog.EMPTY
                .external("shop", "queue", Map.of("name", "orders"), UsageCurve.constant(7))
                .external("", "queue", Map.of("name", "mails"), UsageCurve.constant(3)));

        assertThat(metrics.externalValues("shop", "queue", Selector.everything()))
                .hasSize(2);
        assertThat(metrics.externalValues("shop", "queue", Selector.parse("name=orders")))
                .extracting(value -> value.value().toString())
                .containsExactly("7");
        assertThat(metrics.externalValues("bank", "queue", Selector.everything()))
                .hasSize(1);
    }

    @Test
    void knowsMetricsOfObjects() {
        var ingress = new ObjectReference("Ingress", "shop", "main", null, null, null, null);
        var metrics = metrics(MetricCatalog.EMPTY.ofObject(ingress, "rps", UsageCurve.constant(0.5)));

        assertThat(metrics.valueOfObject(ingress, "rps", Selector.everything()).value())
                .hasToString("500m");
        assertThatThrownBy(() -> metrics.valueOfObject(ingress, "errors", Selector.everything()))
                .isInstanceOf(MetricsUnavailableException.class)
                .hasMessage("the server could not find the metric errors for ingress main");
    }

    @Test
    void measuresThePodsThatAreSelected() {
        assertThat(metrics(MetricCatalog.EMPTY).podMetrics("shop", Selector.parse("app=web")))
                .hasSize(2);
        assertThat(metrics(MetricCatalog.EMPTY).podMetrics("shop", Selector.parse("app=api")))
                .isEmpty();
    }
}
