package io.kubelayers.nucleus.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same seed gives the same run, byte for byte; another order gives another log and the same result. */
class DeterminismTest {
    /** Copies each map's {@code wanted} into {@code done}, with a second look after a minute. */
    private static Controller copier() {
        return Controller.named("copier").over(ConfigMap.class).reconcile(context -> request -> {
            var found = context.informers().lister(ConfigMap.class).get(request.namespace(), request.name());
            if (found.isPresent() && found.get().data().containsKey("wanted")) {
                var config = found.get();
                var done = Map.of(
                        "wanted",
                        config.data().get("wanted"),
                        "done",
                        config.data().get("wanted"));
                if (!config.data().equals(done)) {
                    context.client().update(config.withData(done));
                }
                return Requeue.after(Duration.ofMinutes(1));
            }
            return Requeue.never();
        });
    }

    @Test
    void theSameSeedGivesTheSameLog() {
        assertThat(run(7, DeterministicDriver.Order.SHUFFLED)).isEqualTo(run(7, DeterministicDriver.Order.SHUFFLED));
    }

    @Test
    void anotherSeedShufflesOtherwise() {
        assertThat(run(7, DeterministicDriver.Order.SHUFFLED)).isNotEqualTo(run(8, DeterministicDriver.Order.SHUFFLED));
    }

    @Test
    void failedRequestsAreTriedAgainUntilTheySucceed() {
        var failures = new ArrayList<String>();
        try (var cluster = Cluster.builder()
                .withoutControllers()
                .controller(copier())
                .faults((controller, request, random) -> {
                    if (controller.equals("copier") && random.nextInt(2) == 0) {
                        failures.add(request.toString());
                        return Optional.of(ApiErrors.internal("injected"));
                    }
                    return Optional.empty();
                })
                .start()) {
            createMaps(cluster);
            cluster.settle().advance(Duration.ofSeconds(5));

            assertThat(failures).isNotEmpty();
            assertThat(cluster.lister(ConfigMap.class).list("default"))
                    .allSatisfy(config -> assertThat(config.data()).containsKey("done"));
        }
    }

    @Test
    void timersFireInTheOrderOfTime() {
        var log = new ArrayList<String>();
        try (var cluster = Cluster.builder()
                .controller(copier())
                .onStep(step -> log.add(step.toString()))
                .start()) {
            createMaps(cluster);
            cluster.settle();
            log.clear();
            cluster.advance(Duration.ofSeconds(59));
            assertThat(log).isEmpty();
            cluster.advance(Duration.ofSeconds(1));
            assertThat(log).isNotEmpty().allSatisfy(line -> assertThat(line).contains("2026-01-01T00:01:00Z copier"));
        }
    }

    @Test
    void aForkGoesOnWithTheTimersOfItsOrigin() {
        try (var cluster = Cluster.builder().controller(copier()).start()) {
            createMaps(cluster);
            cluster.settle();
            var fork = cluster.fork();
            assertThat(fork.driver().nextDue()).isEqualTo(cluster.driver().nextDue());

            long before = cluster.driver().steps();
            fork.advance(Duration.ofMinutes(1));
            assertThat(fork.driver().steps()).isGreaterThan(before);
            assertThat(cluster.driver().steps()).isEqualTo(before);
        }
    }

    @Test
    void controllersThatFightAreFoundOut() {
        var fighter = Controller.named("fighter").over(ConfigMap.class).reconcile(context -> request -> {
            var config = context.client().on(ConfigMap.class).get(request.namespace(), request.name());
            context.client()
                    .update(config.withData(Map.of("n", config.metadata().resourceVersion())));
            return Requeue.never();
        });
        try (var cluster = Cluster.builder()
                .withoutControllers()
                .controller(fighter)
                .maxSteps(1_000)
                .start()) {
            cluster.client().create(config("ball", Map.of()));
            assertThatThrownBy(cluster::settle)
                    .isInstanceOf(NotSettledException.class)
                    .hasMessageContaining("within 1000 steps")
                    .hasMessageContaining("fighter default/ball");
        }
    }

    private static List<String> run(long seed, DeterministicDriver.Order order) {
        var log = new ArrayList<String>();
        try (var cluster = Cluster.builder()
                .seed(seed)
                .order(order)
                .controller(copier())
                .onStep(step -> log.add(step.toString()))
                .start()) {
            createMaps(cluster);
            cluster.settle().advance(Duration.ofMinutes(3));
            cluster.store().snapshot();
            cluster.lister(ConfigMap.class).list().forEach(config -> log.add(config.toString()));
        }
        return log;
    }

    private static void createMaps(Cluster cluster) {
        for (int i = 0; i < 5; i++) {
            cluster.client().create(config("c" + i, Map.of("wanted", Integer.toString(i))));
        }
    }

    private static ConfigMap config(String name, Map<String, String> data) {
        return ConfigMapBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name)
                        .namespace("default")
                        .build())
                .data(data)
                .build();
    }
}
