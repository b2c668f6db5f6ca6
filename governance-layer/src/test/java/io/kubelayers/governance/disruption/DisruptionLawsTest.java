package io.kubelayers.governance.disruption;

import static io.kubelayers.governance.disruption.Budgets.NOW;
import static io.kubelayers.governance.disruption.Budgets.pod;
import static io.kubelayers.governance.disruption.Budgets.scale;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Evictions through a budget never leave fewer healthy pods than it wants, whatever the order and the syncs in between. */
class DisruptionLawsTest {
    @Provide
    Arbitrary<PodDisruptionBudget> budgets() {
        var numbers = Arbitraries.integers().between(0, 12).map(String::valueOf);
        var shares = Arbitraries.integers().between(0, 100).map(share -> share + "%");
        var amounts = Arbitraries.oneOf(numbers, shares);
        return Arbitraries.oneOf(amounts.map(Budgets::minAvailable), amounts.map(Budgets::maxUnavailable));
    }

    private static List<Pod> pods(List<Boolean> readiness) {
        var pods = new ArrayList<Pod>();
        for (int i = 0; i < readiness.size(); i++) {
            pods.add(pod("web-" + i, readiness.get(i)));
        }
        return pods;
    }

    private static int healthy(List<Pod> pods) {
        int healthy = 0;
        for (var pod : pods) {
            if (PodHealth.isReady(pod) && !pod.metadata().isBeingDeleted()) {
                healthy++;
            }
        }
        return healthy;
    }

    @Property
    void evictionsNeverGoBelowDesiredHealthy(
            @ForAll("budgets") PodDisruptionBudget budget,
            @ForAll @Size(min = 1, max = 12) List<Boolean> readiness,
            @ForAll @IntRange(min = 0, max = 1000) int seed) {
        var pods = pods(readiness);
        int wanted = pods.size();
        var random = new Random(seed);
        var present = DisruptionMath.status(budget, pods, scale(wanted), NOW).updated();
        int before = healthy(pods);
        for (int i = 0; i < 40; i++) {
            if (random.nextInt(4) == 0) {
                present =
                        DisruptionMath.status(present, pods, scale(wanted), NOW).updated();
            }
            int at = random.nextInt(pods.size());
            var decision = EvictionMath.decide(pods.get(at), List.of(present), NOW);
            if (!decision.granted()) {
                continue;
            }
            present = decision.charged() == null ? present : decision.charged();
            pods.set(at, pods.get(at).withMetadata(pods.get(at).metadata().withDeletionTimestamp(NOW)));
            assertThat(healthy(pods))
                    .isGreaterThanOrEqualTo(Math.min(before, present.status().desiredHealthy()));
        }
    }

    @Property
    void theMathIsIdempotent(
            @ForAll("budgets") PodDisruptionBudget budget, @ForAll @Size(max = 12) List<Boolean> readiness) {
        var pods = pods(readiness);
        var once = DisruptionMath.status(budget, pods, scale(pods.size()), NOW).updated();

        assertThat(DisruptionMath.status(once, pods, scale(pods.size()), NOW.plusSeconds(7))
                        .changed())
                .isFalse();
    }

    @Property
    void moreHealthyPodsNeverAllowFewerDisruptions(
            @ForAll("budgets") PodDisruptionBudget budget,
            @ForAll @Size(min = 1, max = 12) List<Boolean> readiness,
            @ForAll @IntRange(min = 0, max = 11) int healed) {
        var pods = pods(readiness);
        int before = DisruptionMath.status(budget, pods, scale(pods.size()), NOW)
                .status()
                .disruptionsAllowed();
        pods.set(healed % pods.size(), pod("web-" + healed % pods.size(), true));
        int after = DisruptionMath.status(budget, pods, scale(pods.size()), NOW)
                .status()
                .disruptionsAllowed();

        assertThat(after).isGreaterThanOrEqualTo(before);
    }
}
