package io.kubelayers.interfaces.testkit;

import static io.kubelayers.interfaces.testkit.KubelayersAssertions.assertThat;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.quota;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.pod.Pods;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's first sample, running. */
@KubelayersTest(nodes = 3, manifests = "shop.yaml")
class ReadmeTest {
    Pod checkout = Pods.named("shop/checkout").cpu("1").zone("a").build();
    Pod hugePod = Pods.named("dev/huge").cpu("3").build();

    @Test
    void theCheckoutLands(Cluster cluster) {
        assertThat(cluster).schedules(checkout).onNodeWith(zone("a"));
        assertThat(cluster).user("jane").in("shop").cannot("delete", "pods");
        assertThat(cluster).request(hugePod).isRejectedBy(quota("dev"));
    }

    /** Every line of the sample stands in this file. */
    @Test
    void the_sample_is_this_test() throws IOException {
        var here =
                Files.readAllLines(Path.of("src/test/java", getClass().getName().replace('.', '/') + ".java"));
        assertThat(here).containsAll(sample());
    }

    private static List<String> sample() throws IOException {
        var lines = Files.readAllLines(Path.of("../README.md"));
        int start = lines.indexOf("class ShopTest {");
        var sample = new ArrayList<>(lines.subList(
                start + 1, start + lines.subList(start, lines.size()).indexOf("```")));
        assertThat(sample).hasSizeGreaterThan(8);
        return sample;
    }
}
