package io.kubelayers.nucleus.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Binding;
import io.kubelayers.nucleus.core.ObjectReferenceBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pod is given to a node once, by either of two resources. */
class BindingTest {
    private final Cluster cluster = Cluster.builder().withoutNodeAgent().start();

    @BeforeEach
    void createPod() {
        cluster.client().create(WebPod.create());
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private static Binding binding(String kind, String node) {
        var metadata = ObjectMetaBuilder.builder()
                .name("web")
                .namespace("default")
                .labels(Map.of("topology.kubernetes.io/zone", "a"))
                .build();
        return new Binding(
                metadata, ObjectReferenceBuilder.builder().kind(kind).name(node).build());
    }

    @Test
    void theCollectionOfBindingsDoesTheSame() {
        assertThatThrownBy(() -> cluster.client().create(binding("Pod", "")))
                .hasMessage("[target.kind: Unsupported value: \"Pod\": supported values: \"Node\", \"<empty>\","
                        + " target.name: Required value]");
    }

    @Test
    void labelsOfABindingComeToThePod() {
        cluster.client().on(Pod.class).post("default", "web", "binding", binding("Node", "node-1"));
        var pod = cluster.client().on(Pod.class).get("default", "web");
        assertThat(pod.spec().nodeName()).isEqualTo("node-1");
        assertThat(pod.metadata().labels()).containsEntry("topology.kubernetes.io/zone", "a");
    }
}
