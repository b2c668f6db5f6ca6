package io.kubelayers.governance.quota;

import static io.kubelayers.governance.quota.Quotas.quota;
import static io.kubelayers.nucleus.resources.ResourceList.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.application.workloads.PodTemplateSpec;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.ReplicaSetBuilder;
import io.kubelayers.application.workloads.ReplicaSetSpecBuilder;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.control.DeterministicDriver;
import io.kubelayers.nucleus.control.FaultInjector;
import io.kubelayers.nucleus.core.NamespaceBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * In a cluster whose controllers act in any order and fail now and then, a namespace never holds more pods than its
 * quota allows, and in the end the quota says how many there are.
 */
class QuotaSimulationTest {
    private static final int ROOM = 5;

    @Property(tries = 15)
    void aQuotaHoldsWhateverTheControllersDo(@ForAll long seed) {
        var running = new AtomicReference<Cluster>();
        var cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
                .seed(seed)
                .order(DeterministicDriver.Order.SHUFFLED)
                .faults(oneInTen())
                .onStep(step -> check(running.get()))
                .start();
        running.set(cluster);
        try (cluster) {
            cluster.apply(NamespaceBuilder.builder()
                    .metadata(ObjectMetaBuilder.builder().name("team").build())
                    .build());
            cluster.apply(quota("dev", of("pods", "" + ROOM), Map.of()));
            cluster.settle();
            cluster.apply(List.of(replicas("web", 4), replicas("db", 4)));
            cluster.advance(Duration.ofMinutes(10));
            assertThat(pods(cluster)).hasSize(ROOM);

            cluster.client().delete(pods(cluster).get(0));
            cluster.client().delete(pods(cluster).get(0));
            // a set that was refused often asks again after 1,000 s, and one time in ten that fails too
            cluster.advance(Duration.ofMinutes(100));

            assertThat(pods(cluster)).hasSize(ROOM);
            assertThat(cluster.lister(ResourceQuota.class)
                            .get("team", "dev")
                            .orElseThrow()
                            .status()
                            .used())
                    .isEqualTo(of("pods", "" + ROOM));
        }
    }

    private static void check(Cluster cluster) {
        if (cluster != null) {
            assertThat(pods(cluster)).hasSizeLessThanOrEqualTo(ROOM);
        }
    }

    private static List<Pod> pods(Cluster cluster) {
        return cluster.lister(Pod.class).list("team");
    }

    private static FaultInjector oneInTen() {
        return (controller, request, random) ->
                random.nextInt(10) == 0 ? Optional.of(ApiErrors.internal("injected")) : Optional.empty();
    }

    private static ReplicaSet replicas(String name, int count) {
        var labels = Map.of("app", name);
        var template = new PodTemplateSpec(
                ObjectMetaBuilder.builder().labels(labels).build(),
                Quotas.pod("unused", Quotas.requesting("cpu", "100m").withImage(name))
                        .spec());
        return ReplicaSetBuilder.builder()
                .metadata(Quotas.meta(name))
                .spec(ReplicaSetSpecBuilder.builder()
                        .replicas(count)
                        .selector(new LabelSelector(labels, List.of()))
                        .template(template)
                        .build())
                .build();
    }
}
