package io.kubelayers.nucleus.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.server.Body;
import io.kubelayers.nucleus.server.RequestOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Containers that are added to a running pod to look into it. */
class EphemeralContainersTest {
    private final Cluster cluster = Cluster.builder().withoutNodeAgent().start();

    @BeforeEach
    void createPod() {
        cluster.client().create(WebPod.create());
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private Pod add(Map<String, ?> change) {
        return cluster.client()
                .on(Pod.class)
                .patch(
                        "default",
                        "web",
                        "ephemeralcontainers",
                        Body.Patch.strategic(change),
                        RequestOptions.NONE.withFieldManager("debugger"));
    }

    private static Map<String, ?> container(String name, String image) {
        return Map.of("spec", Map.of("ephemeralContainers", List.of(Map.of("name", name, "image", image))));
    }

    @Test
    void theyComeAndBelongToWhoeverAddsThem() {
        var pod = add(container("shell", "busybox"));
        assertThat(pod.spec().ephemeralContainers()).singleElement().satisfies(one -> assertThat(one.imagePullPolicy())
                .isEqualTo("Always"));
        assertThat(pod.metadata().managedFields())
                .anySatisfy(entry -> assertThat(entry.manager() + " " + entry.subresource())
                        .isEqualTo("debugger ephemeralcontainers"));
    }

    @Test
    void theyNeverChange() {
        add(container("shell", "busybox"));
        assertThatThrownBy(() -> add(container("shell", "alpine")))
                .hasMessageContaining("existing ephemeral containers \"shell\" may not be changed");
    }

    @Test
    void nothingElseChangesByTheSameWay() {
        var pod = add(Map.of("metadata", Map.of("labels", Map.of("a", "b"))));
        assertThat(pod.metadata().labels()).isEmpty();
    }
}
