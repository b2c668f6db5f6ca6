package io.kubelayers.interfaces.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.selector.LabelSelectors;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.value.Quantity;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.statistics.Statistics;

/** Arbitrary values are valid: the API takes them as they are. And they are worth drawing: they meet. */
@Domain(KubelayersDomain.class)
@Domain(DomainContext.Global.class)
class KubelayersArbitrariesTest {
    private static final Cluster CLUSTER =
            Cluster.builder().layers(StandardLayers.all()).start();

    @AfterContainer
    static void close() {
        CLUSTER.close();
    }

    @Property(tries = 200)
    void quantities_are_read_back_as_they_are_written(@ForAll Quantity quantity) {
        assertThat(Quantity.parse(quantity.toString())).isEqualTo(quantity);
        assertThat(quantity.sign()).isNotNegative();
    }

    @Property(tries = 200)
    void selectors_are_valid_and_match_now_and_then(@ForAll LabelSelector selector, @ForAll Pod pod) {
        assertThat(LabelSelectors.validate(FieldPath.ROOT, selector)).isEmpty();
        Statistics.collect(Selector.of(selector).matches(pod.metadata().labels()));
        Statistics.coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 3);
            coverage.check(false).percentage(share -> share > 3);
        });
    }

    @Property(tries = 100)
    void the_server_takes_every_pod(@ForAll Pod pod) {
        assertThat(CLUSTER.client()
                        .on(Pod.class)
                        .create(pod, RequestOptions.dryRunOnly())
                        .metadata()
                        .name())
                .isEqualTo(pod.metadata().name());
    }

    @Property(tries = 100)
    void the_server_takes_every_node(@ForAll Node node) {
        assertThat(CLUSTER.client()
                        .on(Node.class)
                        .create(node, RequestOptions.dryRunOnly())
                        .metadata()
                        .name())
                .isEqualTo("node-0");
    }

    @Property(tries = 200)
    void a_pod_goes_only_where_it_fits(@ForAll Pod pod, @ForAll SmallCluster cluster) {
        var placement = cluster.scheduling().place(pod);
        Statistics.collect(placement.isScheduled());
        Statistics.coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 5);
            coverage.check(false).percentage(share -> share > 5);
        });
        if (placement.isScheduled()) {
            var node = cluster.snapshot().node(String.valueOf(placement.node()));
            assertThat(node).isNotNull();
            assertThat(node.node().spec().unschedulable()).isFalse();
            assertThat(node.with(placement.pod()).podCount()).isLessThanOrEqualTo((int)
                    node.node().status().allocatable().get("pods").value());
        }
    }

    @Property(tries = 50)
    void clusters_have_their_pods_on_their_nodes(@ForAll SmallCluster cluster) {
        var snapshot = cluster.snapshot();
        assertThat(snapshot.nodes().stream().mapToInt(node -> node.podCount()).sum())
                .isEqualTo(cluster.pods().size());
        assertThat(cluster.toString()).startsWith("cluster of " + snapshot.size() + " nodes\n  node-0 allocatable");
    }

    /** The simplest of each kind, where shrinking ends. */
    @net.jqwik.api.Example
    void shrinking_ends_at_the_plain() {
        var smallest = KubelayersArbitraries.pods().generator(100, true).next(new java.util.Random(42));
        var plain = simplest(smallest);
        assertThat(plain.metadata().labels()).isEmpty();
        assertThat(plain.spec().affinity()).isNull();
        assertThat(plain.spec().tolerations()).isEmpty();
        assertThat(plain.spec().nodeSelector()).isEmpty();
        assertThat(plain.spec().containers().get(0).resources().requests()).isEqualTo(Map.of());
    }

    private static Pod simplest(net.jqwik.api.Shrinkable<Pod> from) {
        var best = from;
        for (var next = best.shrink().findFirst(); next.isPresent(); ) {
            best = next.get();
            var distance = best.distance();
            next = best.shrink()
                    .filter(candidate -> candidate.distance().compareTo(distance) < 0)
                    .findFirst();
        }
        return best.value();
    }
}
