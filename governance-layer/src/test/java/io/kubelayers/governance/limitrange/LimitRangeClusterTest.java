package io.kubelayers.governance.limitrange;

import static io.kubelayers.nucleus.resources.ResourceList.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.governance.limitrange.LimitRange.LimitType;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limit ranges at work in a cluster. */
class LimitRangeClusterTest {
    private final Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
            .start();

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void podsAreFilledInAndThenHeldToTheBounds() {
        cluster.apply(range(
                new LimitRange.Item(LimitType.CONTAINER, of("memory", "1Gi"), of("cpu", "100m"), null, null, null)));

        var stored = cluster.client().create(pod(Map.of()));

        var resources = stored.spec().containers().get(0).resources();
        assertThat(resources.requests()).isEqualTo(of("cpu", "100m", "memory", "1Gi"));
        assertThat(resources.limits()).isEqualTo(of("memory", "1Gi"));
        assertThatThrownBy(() -> cluster.client().create(pod(of("memory", "2Gi", "cpu", "1"))))
                .hasMessage("pods \"web\" is forbidden: maximum memory usage per Container is 1Gi, but limit is 2Gi");
    }

    @Test
    void boundsThatContradictEachOtherAreNotAccepted() {
        var contradicting = new LimitRange.Item(
                LimitType.POD, of("cpu", "1"), of("cpu", "2"), of("cpu", "1"), null, of("cpu", "500m"));

        assertThatThrownBy(() -> cluster.client().create(range(contradicting)))
                .hasMessageContaining("spec.limits[0].default: Forbidden: may not be specified when `type` is 'Pod'")
                .hasMessageContaining(
                        "spec.limits[0].min[cpu]: Invalid value: \"2\": min value 2 is greater than max value 1")
                .hasMessageContaining("ratio 500m is less than 1");
    }

    private static LimitRange range(LimitRange.Item item) {
        return LimitRangeBuilder.builder()
                .metadata(meta("bounds"))
                .spec(new LimitRange.Spec(List.of(item)))
                .build();
    }

    private static Pod pod(Map<String, Quantity> limits) {
        var container = ContainerBuilder.builder()
                .name("main")
                .image("web")
                .resources(new ResourceRequirements(limits, null, null))
                .build();
        return PodBuilder.builder()
                .metadata(meta("web"))
                .spec(PodSpecBuilder.builder().containers(List.of(container)).build())
                .build();
    }

    private static ObjectMeta meta(String name) {
        return ObjectMetaBuilder.builder().namespace("default").name(name).build();
    }
}
