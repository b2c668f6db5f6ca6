package io.kubelayers.application.scheduling.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.scheduling.APod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.ResourceRequirements;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodInfoTest {
    private static final long MIB = 1024 * 1024;

    @Test
    void containersThatRequestNothingAreScoredAsIfTheyAskedForALittle() {
        var pod = PodInfo.of(APod.named("p")
                .spec(spec -> spec.withContainers(
                        List.of(APod.container("a", Map.of("cpu", "1")), APod.container("b", Map.of("memory", "1Gi")))))
                .build());
        assertThat(pod.requests()).hasToString("cpu 1000m, memory 1073741824");
        assertThat(pod.nonZeroMilliCpu()).isEqualTo(1100);
        assertThat(pod.nonZeroMemory()).isEqualTo((1024 + 200) * MIB);
        assertThat(pod.scoredRequest("cpu")).isEqualTo(1100);
    }

    @Test
    void aRequestOfTheWholePodReplacesThoseOfItsContainers() {
        var pod = PodInfo.of(APod.named("p")
                .cpu("1")
                .spec(spec -> spec.withResources(
                        new ResourceRequirements(Map.of(), APod.quantities(Map.of("cpu", "2")), List.of())))
                .build());
        assertThat(pod.requests().milliCpu()).isEqualTo(2000);
        assertThat(pod.nonZeroMilliCpu()).isEqualTo(2000);
        assertThat(pod.nonZeroMemory()).isEqualTo(200 * MIB);
    }

    @Test
    void isKnownByNamespaceAndName() {
        assertThat(PodInfo.of(APod.named("web").build()).key()).isEqualTo("default/web");
        assertThatThrownBy(() -> PodInfo.of(PodBuilder.builder().build())).hasMessage("metadata.name: Required value");
    }
}
