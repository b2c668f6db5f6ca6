package io.kubelayers.nucleus.resources;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Render;
import org.junit.jupiter.api.Test;

class PodFootprintTest {

    @Test
    void saysWhichPhaseNeedsHowMuch() {
        Pod pod = Pods.pod()
                .init("proxy+: cpu 100m")
                .init("migrate: cpu 2")
                .run("web: cpu 1 memory 1Gi")
                .overhead("cpu 250m")
                .build();

        PodFootprint footprint = PodFootprint.requests(pod);

        assertThat(footprint.explain()).isEqualTo("requests cpu 2350m, memory 1Gi");
        assertThat(Render.text(footprint))
                .isEqualTo(
                        """
                        · pod/web: requests cpu 2350m, memory 1Gi [PodResources]
                          · while the containers run: cpu 1100m, memory 1Gi [PodResources.phase]
                            · container/proxy: cpu 100m [PodResources.container]
                            · container/web: cpu 1, memory 1Gi [PodResources.container]
                          · while init container proxy runs: cpu 100m [PodResources.phase]
                            · container/proxy: cpu 100m [PodResources.container]
                          · while init container migrate runs: cpu 2100m [PodResources.phase]
                            · container/proxy: cpu 100m [PodResources.container]
                            · container/migrate: cpu 2 [PodResources.container]
                          · the runtime adds cpu 250m [PodResources.overhead]
                        """);
    }

    @Test
    void showsWhatIsInForceBesideWhatWasDeclared() {
        Pod pod = Pods.pod()
                .run("web: cpu 1 / cpu 1")
                .status("web", "cpu 2", "cpu 2 / cpu 2")
                .whole("/ memory 1Gi")
                .overhead("cpu 1")
                .build();

        assertThat(Render.text(PodFootprint.limits(pod, PodResourceOptions.IN_FORCE)))
                .isEqualTo(
                        """
                        · pod/web: limits cpu 3, memory 1Gi [PodResources]
                          · while the containers run: cpu 2 [PodResources.phase]
                            · container/web: cpu 2 (declared cpu 1) [PodResources.container]
                          · the pod as a whole declares memory 1Gi instead [PodResources.podLevel]
                          · the runtime adds cpu 1 to limits that are set [PodResources.overhead]
                        """);
    }
}
