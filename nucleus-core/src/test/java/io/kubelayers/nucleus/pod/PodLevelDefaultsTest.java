package io.kubelayers.nucleus.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.resources.ResourceList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PodLevelDefaultsTest {
    private static ResourceRequirements of(String[] requests, String... limits) {
        return new ResourceRequirements(
                limits.length == 0 ? Map.of() : ResourceList.of(limits),
                requests.length == 0 ? Map.of() : ResourceList.of(requests),
                List.of());
    }

    private static String[] asking(String... amounts) {
        return amounts;
    }

    record Case(String sentence, ResourceRequirements pod, ResourceRequirements container, ResourceRequirements made) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "without limits of its own a pod asks for what it says",
                        of(asking("cpu", "1")),
                        of(asking("memory", "1Gi"), "memory", "2Gi"),
                        of(asking("cpu", "1"))),
                new Case(
                        "with limits it asks for what its containers ask for, else for its limits",
                        of(asking(), "cpu", "2", "memory", "4Gi"),
                        of(asking("cpu", "500m", "example.com/gpu", "1")),
                        of(asking("cpu", "1", "memory", "4Gi"), "cpu", "2", "memory", "4Gi")),
                new Case(
                        "what it asks for itself stays",
                        of(asking("cpu", "1500m"), "cpu", "2"),
                        of(asking("cpu", "500m")),
                        of(asking("cpu", "1500m"), "cpu", "2")),
                new Case(
                        "it may have the huge pages that its containers may have, and asks for them",
                        of(asking("cpu", "1"), "cpu", "2"),
                        of(asking(), "hugepages-2Mi", "4Mi"),
                        of(asking("cpu", "1", "hugepages-2Mi", "8Mi"), "cpu", "2", "hugepages-2Mi", "8Mi")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fillsInWhatIsNotSaid(Case example) {
        var container = ContainerBuilder.builder()
                .name("a")
                .image("i")
                .resources(example.container())
                .build();
        var spec = PodSpecBuilder.builder()
                .containers(List.of(container, container.withName("b")))
                .resources(example.pod())
                .build();

        assertThat(PodLevelDefaults.of(spec).resources()).isEqualTo(example.made());
        assertThat(PodLevelDefaults.of(spec.withResources(null)).resources()).isNull();
    }
}
