package io.kubelayers.application.scheduling.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.nucleus.core.Node;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageLocalityTest {
    private static final long MIB = 1024 * 1024;

    private final ImageLocality plugin = new ImageLocality();

    @Test
    void aNodeThatHoldsTheImageIsPreferred() {
        var nodes = List.of(holding("has", "app:1", 1000 * MIB), holding("also", "app:1", 1000 * MIB));
        var pod = APod.named("p").build();
        assertThat(PluginHarness.scores(plugin, pod, nodes)).isEqualTo(Map.of("also", 100L, "has", 100L));
    }

    @Test
    void anImageThatFewNodesHoldCountsLess() {
        var nodes = List.of(holding("has", "app:1", 1000 * MIB), ANode.named("hasNot"));
        assertThat(PluginHarness.scores(plugin, APod.named("p").build(), nodes))
                .isEqualTo(Map.of("has", 48L, "hasNot", 0L)); // (1000 / 2 - 23) * 100 / (1000 - 23)
    }

    @Test
    void smallImagesDoNotCount() {
        var nodes = List.of(holding("has", "app:1", 20 * MIB));
        assertThat(PluginHarness.scores(plugin, APod.named("p").build(), nodes)).isEqualTo(Map.of("has", 0L));
    }

    @Test
    void noTagMeansLatest() {
        var pod = APod.named("p")
                .container(container -> container.withImage("registry:5000/app"))
                .build();
        var nodes = List.of(holding("has", "registry:5000/app:latest", 1000 * MIB));
        assertThat(PluginHarness.scores(plugin, pod, nodes)).isEqualTo(Map.of("has", 100L));
    }

    @Test
    void initContainersCountToo() {
        var pod = APod.named("p")
                .spec(spec -> spec.withInitContainers(
                        List.of(APod.container("init", Map.of()).withImage("setup:1"))))
                .build();
        var nodes = List.of(holding("has", "app:1", 1000 * MIB));
        assertThat(PluginHarness.scores(plugin, pod, nodes)).isEqualTo(Map.of("has", 49L)); // 977 of 1977
    }

    private static Node holding(String name, String image, long bytes) {
        var node = ANode.named(name);
        return node.withStatus(node.status().withImages(List.of(new Node.ContainerImage(List.of(image), bytes))));
    }
}
