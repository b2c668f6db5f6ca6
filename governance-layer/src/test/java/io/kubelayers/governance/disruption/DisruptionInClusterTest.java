package io.kubelayers.governance.disruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.governance.LayerParts;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.DeleteOptionsBuilder;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.meta.Preconditions;
import io.kubelayers.nucleus.pod.PodConditions;
import io.kubelayers.nucleus.runtime.VirtualClock;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.value.IntOrString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Budgets and evictions in a cluster on virtual time. */
class DisruptionInClusterTest {
    private static Cluster cluster() {
        var parts = new LayerParts()
                .rules(new PodDisruptionBudgetRules())
                .controller(DisruptionController.controller())
                .subresource(context -> new EvictionHandler(
                        context.client(), context.informers(), context.objects(), context.runtime()));
        return Cluster.builder()
                // the pods of these tests are on a node that is not there
                .nucleus(nucleus -> nucleus.without("pod-garbage-collector"))
                .layers(parts)
                .authorizer(Authorizer.alwaysAllow())
                .clock(VirtualClock.at("2026-01-01T00:00:00Z"))
                .start();
    }

    private static PodDisruptionBudget budget(Cluster cluster) {
        return cluster.client().on(PodDisruptionBudget.class).get("default", "web");
    }

    /** A budget of app web that keeps so many pods. */
    private static void keep(Cluster cluster, int pods) {
        cluster.apply(new PodDisruptionBudget(
                ObjectMetaBuilder.builder().name("web").namespace("default").build(),
                new PodDisruptionBudget.Spec(
                        IntOrString.of(pods), new LabelSelector(Map.of("app", "web"), List.of()), null, null),
                null));
    }

    private static ApiResponse evict(
            Cluster cluster, String pod, @Nullable Preconditions preconditions, String... dryRun) {
        var eviction = new Eviction(
                ObjectMetaBuilder.builder().name(pod).namespace("default").build(),
                DeleteOptionsBuilder.builder()
                        .preconditions(preconditions)
                        .dryRun(List.of(dryRun))
                        .build());
        return cluster.client().on(Pod.class).post("default", pod, "eviction", eviction);
    }

    private static ApiException refusal(Cluster cluster, String pod) {
        return catchThrowableOfType(ApiException.class, () -> evict(cluster, pod, null));
    }

    @Test
    void theStatusFollowsThePods() {
        try (var cluster = cluster()) {
            keep(cluster, 1);
            cluster.settle();
            assertThat(budget(cluster).status().disruptionsAllowed()).isZero();
            assertThat(cluster.client().on(Event.class).list("default").items())
                    .extracting(Event::reason)
                    .containsExactly("NoPods");

            TestPods.create(cluster.client(), "web-0", true);
            TestPods.create(cluster.client(), "web-1", true);
            cluster.settle();
            assertThat(budget(cluster).status().disruptionsAllowed()).isEqualTo(1);
            assertThat(budget(cluster).status().conditions().get(0).reason()).isEqualTo("SufficientPods");
        }
    }

    /** All begin at once, so that several read the budget before the first of them charges it. */
    @RepeatedTest(5)
    void evictionsAtTheSameTimeTakeWhatTheBudgetGivesAndNoMore() throws Exception {
        try (var cluster = cluster()) {
            assertThat(evictAllAtOnce(cluster, () -> {})).isEqualTo(7);
            assertThat(budget(cluster).status().disruptedPods()).hasSize(7);
        }
    }

    @RepeatedTest(5)
    void theyDoNotWhileTheControllerCountsEither() throws Exception {
        try (var cluster = cluster()) {
            assertThat(evictAllAtOnce(cluster, cluster::settle)).isEqualTo(7);
            cluster.settle();
            assertThat(budget(cluster).status().currentHealthy()).isEqualTo(5);
            assertThat(budget(cluster).status().disruptionsAllowed()).isZero();
        }
    }

    /** Evicts each of 12 pods, of which 5 must stay, and does something over and over meanwhile; gives how many went. */
    private static int evictAllAtOnce(Cluster cluster, Runnable meanwhile) throws Exception {
        keep(cluster, 5);
        for (int i = 0; i < 12; i++) {
            TestPods.create(cluster.client(), "web-" + i, true);
        }
        cluster.settle();
        var begin = new CyclicBarrier(12);
        var threads = Executors.newFixedThreadPool(12);
        var evictions = new ArrayList<Future<Boolean>>();
        for (int i = 0; i < 12; i++) {
            var pod = "web-" + i;
            evictions.add(threads.submit(() -> {
                begin.await();
                try {
                    evict(cluster, pod, null);
                    return true;
                } catch (ApiException refused) {
                    assertThat(refused.code()).isEqualTo(429);
                    return false;
                }
            }));
        }
        int granted = 0;
        for (var eviction : evictions) {
            while (!eviction.isDone()) {
                meanwhile.run();
                Thread.onSpinWait();
            }
            granted += eviction.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(cluster.client().on(Pod.class).list("default").items())
                .filteredOn(pod -> !pod.metadata().isBeingDeleted())
                .hasSize(12 - granted);
        return granted;
    }

    @Test
    void anEvictionTakesWhatTheBudgetGives() {
        try (var cluster = cluster()) {
            keep(cluster, 1);
            TestPods.create(cluster.client(), "web-0", true);
            TestPods.create(cluster.client(), "web-1", true);
            cluster.settle();

            var answer = (ApiResponse.Outcome) evict(cluster, "web-0", null);
            assertThat(answer.code()).isEqualTo(201);
            var evicted = cluster.client().on(Pod.class).get("default", "web-0");
            assertThat(evicted.metadata().isBeingDeleted()).isTrue();
            assertThat(PodConditions.find(evicted.status(), PodConditionType.DISRUPTION_TARGET)
                            .orElseThrow()
                            .reason())
                    .isEqualTo("EvictionByEvictionAPI");
            assertThat(budget(cluster).status().disruptedPods()).containsOnlyKeys("web-0");

            var refused = refusal(cluster, "web-1");
            assertThat(refused.code()).isEqualTo(429);
            assertThat(refused.status().details().causes().get(0).message())
                    .isEqualTo("The disruption budget web does not allow evicting pods currently");

            cluster.settle();
            assertThat(budget(cluster).status().disruptedPods()).isEmpty();
            assertThat(refusal(cluster, "web-1")
                            .status()
                            .details()
                            .causes()
                            .get(0)
                            .message())
                    .isEqualTo("The disruption budget web needs 1 healthy pods and has 1 currently");
        }
    }

    @Test
    void allBudgetsOfAPodAreUpdatedButNoneIsCharged() {
        try (var cluster = cluster()) {
            keep(cluster, 1);
            var second = budget(cluster);
            cluster.apply(second.withMetadata(ObjectMetaBuilder.builder()
                    .name("web2")
                    .namespace("default")
                    .build()));
            TestPods.create(cluster.client(), "web-0", true);
            cluster.settle();

            assertThat(cluster.client()
                            .on(PodDisruptionBudget.class)
                            .list("default")
                            .items())
                    .extracting(budget -> budget.status().currentHealthy())
                    .containsExactly(1, 1);
            assertThat(refusal(cluster, "web-0").code()).isEqualTo(500);
        }
    }

    @Test
    void aDryRunChangesNothing() {
        try (var cluster = cluster()) {
            keep(cluster, 1);
            TestPods.create(cluster.client(), "web-0", true);
            TestPods.create(cluster.client(), "web-1", true);
            cluster.settle();
            var before = cluster.store().revision();

            evict(cluster, "web-0", null, "All");
            assertThat(cluster.store().revision()).isEqualTo(before);
        }
    }

    @Test
    void aMissingPodIsNotFound() {
        try (var cluster = cluster()) {
            var refused = refusal(cluster, "web-0");

            assertThat(refused.code()).isEqualTo(404);
            assertThat(refused).hasMessage("pods \"web-0\" not found");
        }
    }

    @Test
    void aPreconditionMustHold() {
        try (var cluster = cluster()) {
            var pod = TestPods.create(cluster.client(), "web-0", true);
            var refused = catchThrowableOfType(
                    ApiException.class, () -> evict(cluster, "web-0", new Preconditions("other", null)));
            assertThat(refused.code()).isEqualTo(409);

            evict(
                    cluster,
                    "web-0",
                    new Preconditions(pod.metadata().uid(), pod.metadata().resourceVersion()));
            assertThat(cluster.client()
                            .on(Pod.class)
                            .get("default", "web-0")
                            .metadata()
                            .isBeingDeleted())
                    .isTrue();
        }
    }

    @Test
    void anUnhealthyPodGoesForFree() {
        try (var cluster = cluster()) {
            keep(cluster, 1);
            TestPods.create(cluster.client(), "web-0", true);
            TestPods.create(cluster.client(), "web-1", false);
            cluster.settle();
            assertThat(budget(cluster).status().disruptionsAllowed()).isZero();

            evict(cluster, "web-1", null);
            assertThat(budget(cluster).status().disruptedPods()).isEmpty();
        }
    }

    @Test
    void anAbandonedDisruptionIsTakenBackAfterTwoMinutes() {
        try (var cluster = cluster()) {
            var pod = TestPods.create(cluster.client(), "web-0", true);
            cluster.client().updateStatus(StaleDisruption.marked(pod, cluster.now()));

            cluster.advance(Duration.ofSeconds(119));
            assertThat(isTarget(cluster)).isTrue();
            cluster.advance(Duration.ofSeconds(1));
            assertThat(isTarget(cluster)).isFalse();
        }
    }

    private static boolean isTarget(Cluster cluster) {
        return StaleDisruption.isTarget(cluster.client().on(Pod.class).get("default", "web-0"));
    }

    @Test
    void anEvictionThatNeverHappensIsGivenUp() {
        try (var cluster = cluster()) {
            keep(cluster, 1);
            TestPods.create(cluster.client(), "web-0", true);
            TestPods.create(cluster.client(), "web-1", true);
            cluster.settle();
            var granted = budget(cluster);
            cluster.client()
                    .updateStatus(
                            granted.withStatus(granted.status().withDisruptedPods(Map.of("web-0", cluster.now()))));
            cluster.settle();
            assertThat(budget(cluster).status().disruptionsAllowed()).isZero();

            cluster.advance(Duration.ofSeconds(121));
            assertThat(budget(cluster).status().disruptionsAllowed()).isEqualTo(1);
            assertThat(cluster.client().on(Event.class).list("default").items())
                    .extracting(Event::reason)
                    .contains("NotDeleted");
        }
    }
}
