package io.kubelayers.nucleus.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.pod.Pods;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The same agent in real time. */
class LiveNodeTest {
    @Test
    void aPodRunsAndGoesOnThreads() {
        try (var cluster = Cluster.builder().nodes(1, node -> node).startThreads()) {
            cluster.client().create(Pods.named("web").on("node-1").build());
            var pods = cluster.informers().lister(Pod.class);
            await(() -> pods.get("default", "web")
                    .filter(pod -> "Running".equals(pod.status().phase()))
                    .isPresent());
            cluster.client().on(Pod.class).delete("default", "web");
            await(() -> pods.get("default", "web").isEmpty());
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            Thread.yield();
        }
    }
}
