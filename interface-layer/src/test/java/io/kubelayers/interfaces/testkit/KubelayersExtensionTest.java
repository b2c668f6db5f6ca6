package io.kubelayers.interfaces.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.ClusterBuilder;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

@KubelayersTest(
        nodes = 4,
        zones = {"x", "y"},
        seed = 7,
        start = "2030-05-01T12:00:00Z")
class KubelayersExtensionTest {
    /** Adds a node that the annotation cannot describe. */
    static final class WithGpuNode implements ClusterCustomizer {
        @Override
        public void customize(ClusterBuilder cluster) {
            cluster.node("gpu-1", node -> node.resource("nvidia.com/gpu", "2"));
        }
    }

    @ClusterSetup
    static void addEdgeNode(ClusterBuilder cluster) {
        cluster.node("edge-1", node -> node.cpu("1"));
    }

    private Cluster prepared;

    @BeforeEach
    void prepare(Cluster cluster) {
        prepared = cluster;
    }

    private static List<String> nodes(Cluster cluster) {
        return cluster.lister(Node.class).list().stream()
                .map(node -> node.metadata().name() + " "
                        + node.metadata().labels().getOrDefault("topology.kubernetes.io/zone", "-"))
                .toList();
    }

    @Test
    void the_class_describes_the_cluster(Cluster cluster) {
        assertThat(nodes(cluster)).containsExactly("edge-1 -", "node-1 x", "node-2 y", "node-3 x", "node-4 y");
        assertThat(cluster.now()).isEqualTo(Instant.parse("2030-05-01T12:00:00Z"));
    }

    @Test
    @KubelayersTest(nodes = 1, customizers = WithGpuNode.class)
    void a_method_may_describe_its_own(Cluster cluster) {
        assertThat(nodes(cluster)).containsExactly("edge-1 -", "gpu-1 -", "node-1 a");
        assertThat(cluster.now()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void preparation_and_test_share_the_cluster(Cluster cluster) {
        assertThat(cluster).isSameAs(prepared);
    }

    @RepeatedTest(2)
    void tests_do_not(Cluster cluster) {
        var map = ConfigMapBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .namespace("default")
                        .name("mine")
                        .build())
                .build();
        assertThat(cluster.lister(ConfigMap.class).get("default", "mine")).isEmpty();
        assertThat(cluster.client().create(map).metadata().uid())
                .as("the same seed gives the same uid")
                .isEqualTo(cluster.fork()
                        .lister(ConfigMap.class)
                        .get("default", "mine")
                        .orElseThrow()
                        .metadata()
                        .uid());
    }

    @Nested
    class InsideAnotherClass {
        @Test
        void the_outer_description_and_setup_hold(Cluster cluster) {
            assertThat(nodes(cluster)).hasSize(5).contains("edge-1 -");
        }
    }

    @Test
    void a_failure_tells_how_to_replay_it(Cluster cluster) {
        var running = new Running(cluster, 7, "2030-05-01T12:00:00Z");
        var replay = "Cluster: seed 7, started 2030-05-01T12:00:00Z, failed at 2030-05-01T12:00:00Z; "
                + "@KubelayersTest(seed = 7) replays it";

        assertThat(running.explain(new AssertionError("no luck")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("no luck\n" + replay);
        var compared = new AssertionFailedError("not equal", "1", "2");
        assertThat(running.explain(compared))
                .isInstanceOfSatisfying(AssertionFailedError.class, failure -> {
                    assertThat(failure.getExpected().getValue()).isEqualTo("1");
                    assertThat(failure.getActual().getValue()).isEqualTo("2");
                })
                .hasMessage("not equal\n" + replay);
        var broken = new IllegalStateException("broken");
        assertThat(running.explain(broken)).isSameAs(broken);
        assertThat(broken.getSuppressed())
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo(replay);
    }

    /** Not a test: its set-up method is wrong. */
    static final class WrongSetup {
        @ClusterSetup
        void forgetsStatic(ClusterBuilder cluster) {}
    }

    @Test
    void a_wrong_setup_method_is_told() throws NoSuchMethodException {
        var method = WrongSetup.class.getDeclaredMethod("forgetsStatic", ClusterBuilder.class);
        assertThatThrownBy(() -> ClusterStart.checked(method))
                .hasMessage(
                        "@ClusterSetup WrongSetup.forgetsStatic must be static and take a ClusterBuilder, nothing else");
    }

    @RepeatedTest(3)
    @KubelayersTest(manifests = "shop.yaml", shuffled = true)
    void the_shop_comes_up_in_any_order(Cluster cluster) {
        KubelayersAssertions.assertThat(cluster.advance(Duration.ofMinutes(1)))
                .deployment("shop/web")
                .isAvailable();
    }
}
