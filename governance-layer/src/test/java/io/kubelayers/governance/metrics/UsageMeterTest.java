package io.kubelayers.governance.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.NodeBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.PodStatusBuilder;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageMeterTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:01:07Z");
    private static final Instant SCRAPE = Instant.parse("2026-01-01T00:01:00Z");
    private static final LabelSelector WEB = new LabelSelector(Map.of("app", "web"), List.of());

    private static Container container(String name, String cpu) {
        return ContainerBuilder.builder()
                .name(name)
                .resources(new ResourceRequirements(
                        Map.of(), Map.of("cpu", Quantity.parse(cpu), "memory", Quantity.parse("1Gi")), List.of()))
                .build();
    }

    private static Pod pod(String name, Instant start, boolean ready, Container... containers) {
        return new Pod(
                ObjectMetaBuilder.builder()
                        .name(name)
                        .namespace("shop")
                        .labels(Map.of("app", "web"))
                        .build(),
                PodSpecBuilder.builder()
                        .nodeName("n1")
                        .containers(List.of(containers))
                        .build(),
                PodStatusBuilder.builder()
                        .phase(Pod.Phase.RUNNING)
                        .startTime(start)
                        .conditions(List.of(PodConditionBuilder.builder()
                                .type("Ready")
                                .status(ready ? "True" : "False")
                                .build()))
                        .build());
    }

    private static Pod old(String name) {
        return pod(name, NOW.minusSeconds(600), true, container("main", "1"));
    }

    private static String cpu(PodMetrics metrics, int container) {
        return metrics.containers().get(container).usage().get("cpu").toString();
    }

    @Test
    void measuresFifteenSecondsAtATime() {
        var model = UsageModel.of(UsageRule.pods("shop", WEB).cpu(UsageCurve.constant(0.25)));
        var metrics = UsageMeter.at(NOW, model, List.of()).pod(old("a")).orElseThrow();

        assertThat(metrics.timestamp()).isEqualTo(SCRAPE);
        assertThat(metrics.window()).hasSeconds(15);
        assertThat(cpu(metrics, 0)).isEqualTo("250m");
        assertThat(metrics.metadata().labels()).isEqualTo(Map.of("app", "web"));
    }

    @Test
    void aPodThatDidNotRunAllTheTimeHasNoSampleYet() {
        var meter = UsageMeter.at(NOW, UsageModel.IDLE, List.of());

        assertThat(meter.pod(pod("a", SCRAPE.minusSeconds(14), true, container("main", "1"))))
                .isEmpty();
        assertThat(meter.pod(pod("a", SCRAPE.minusSeconds(15), true, container("main", "1"))))
                .isPresent();
    }

    @Test
    void containersShareInProportionToTheirRequests() {
        var model = UsageModel.of(UsageRule.pods("", WEB).cpu(UsageCurve.constant(1)));
        var pod = pod("a", NOW.minusSeconds(600), true, container("big", "3"), container("small", "1"));
        var metrics = UsageMeter.at(NOW, model, List.of()).pod(pod).orElseThrow();

        assertThat(cpu(metrics, 0)).isEqualTo("750m");
        assertThat(cpu(metrics, 1)).isEqualTo("250m");
    }

    @Test
    void readyPodsShareALoad() {
        var model = UsageModel.of(UsageRule.pods("shop", WEB).shared("cpu", UsageCurve.constant(1)));
        var unready = pod("c", NOW.minusSeconds(600), false, container("main", "1"));
        var meter = UsageMeter.at(NOW, model, List.of(old("a"), old("b"), unready));

        assertThat(meter.pods(pod -> true))
                .extracting(metrics -> cpu(metrics, 0))
                .containsExactly("500m", "500m", "0");
    }

    @Test
    void withoutARuleAPodIdles() {
        var metrics =
                UsageMeter.at(NOW, UsageModel.IDLE, List.of()).pod(old("a")).orElseThrow();

        assertThat(cpu(metrics, 0)).isEqualTo("100m");
        assertThat(metrics.containers().get(0).usage().get("memory")).hasToString("104858Ki");
    }

    @Test
    void aPodMaySayItself() {
        var pod = old("a");
        var annotated =
                pod.withMetadata(pod.metadata().withAnnotations(Map.of(UsageModel.CPU_ANNOTATION, "steps 0s=1 10m=2")));
        var model = UsageModel.of(UsageRule.pods("shop", WEB).cpu(UsageCurve.constant(9)));

        // 600 s after its start, but at 593 s the scrape still saw the first step
        assertThat(cpu(UsageMeter.at(NOW, model, List.of()).pod(annotated).orElseThrow(), 0))
                .isEqualTo("1");
    }

    @Test
    void aNodeUsesWhatItsPodsUse() {
        var model = UsageModel.of(UsageRule.pods("shop", WEB).cpu(UsageCurve.constant(0.5)));
        var node =
                NodeBuilder.builder().metadata(ObjectMeta.EMPTY.withName("n1")).build();

        assertThat(UsageMeter.at(NOW, model, List.of(old("a"), old("b")))
                        .node(node)
                        .usage()
                        .get("cpu"))
                .hasToString("1");
    }
}
