package io.kubelayers.nucleus.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.Binding;
import io.kubelayers.nucleus.core.ObjectReferenceBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pods learn from their node in which zone they are. */
class PodTopologyLabelsTest {
    private final Cluster cluster = Cluster.builder()
            .withoutControllers()
            .withoutAdmission(List.of("ServiceAccount"))
            .nodes(1, node -> node.zone("a")
                    .label("topology.kubernetes.io/region", "north")
                    .label("rack", "7"))
            .start();

    @AfterEach
    void stop() {
        cluster.close();
    }

    private Map<String, String> labels(String name) {
        return cluster.client().on(Pod.class).get("default", name).metadata().labels();
    }

    private void create(String name, String labels, String nodeName) {
        cluster.apply(Manifests.of(
                "pod.yaml",
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: default, labels: %s}
                spec: {nodeName: %s, containers: [{name: a, image: a}]}
                """
                        .formatted(name, labels, nodeName)));
    }

    private void bind(String name) {
        var target =
                ObjectReferenceBuilder.builder().kind("Node").name("node-1").build();
        var binding = new Binding(
                ObjectMetaBuilder.builder().name(name).namespace("default").build(), target);
        cluster.client().on(Pod.class).post("default", name, "binding", binding);
    }

    @Test
    void with_their_binding() {
        create("web", "{app: web}", "");
        bind("web");
        assertThat(labels("web"))
                .isEqualTo(Map.of(
                        "app", "web", "topology.kubernetes.io/zone", "a", "topology.kubernetes.io/region", "north"));
    }

    @Test
    void or_when_they_are_made_on_it() {
        create("fixed", "{}", "node-1");
        assertThat(labels("fixed")).containsOnlyKeys("topology.kubernetes.io/zone", "topology.kubernetes.io/region");
    }

    @Test
    void what_they_say_themselves_stays_where_they_are_made_but_not_where_they_are_bound() {
        create("own", "{topology.kubernetes.io/zone: elsewhere}", "node-1");
        assertThat(labels("own")).containsEntry("topology.kubernetes.io/zone", "elsewhere");
        create("bound", "{topology.kubernetes.io/zone: elsewhere}", "");
        bind("bound");
        assertThat(labels("bound")).containsEntry("topology.kubernetes.io/zone", "a");
    }

    @Test
    void a_node_that_is_not_there_tells_nothing() {
        create("lost", "{}", "gone");
        assertThat(labels("lost")).isEmpty();
    }
}
