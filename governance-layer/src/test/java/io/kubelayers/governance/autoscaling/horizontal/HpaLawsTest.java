package io.kubelayers.governance.autoscaling.horizontal;

import static io.kubelayers.governance.autoscaling.horizontal.Hpas.NOW;
import static io.kubelayers.governance.autoscaling.horizontal.Hpas.queuePerReplica;
import static io.kubelayers.governance.autoscaling.horizontal.Hpas.web;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingPolicy;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/**
 * Whatever the metrics say: the count stays within min and max, moves with the metric, rests within the tolerance, and never
 * moves faster than the behavior allows.
 */
class HpaLawsTest {
    @Provide
    Arbitrary<HPAScalingRules> rules() {
        var policy = Combinators.combine(
                        Arbitraries.of("Pods", "Percent"),
                        Arbitraries.integers().between(1, 150),
                        Arbitraries.integers().between(1, 300))
                .as(HPAScalingPolicy::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.of("Max", "Min", "Disabled"),
                        policy.list().ofMinSize(1).ofMaxSize(3))
                .as((window, select, policies) -> new HPAScalingRules(window, select, policies, null));
    }

    @Provide
    Arbitrary<HorizontalPodAutoscaler> autoscalers() {
        var plain = Arbitraries.integers().between(1, 20).flatMap(min -> Arbitraries.integers()
                .between(min, 60)
                .map(max -> web(min, max, queuePerReplica("1"))));
        var behavior = Combinators.combine(rules(), rules()).as(HorizontalPodAutoscalerBehavior::new);
        return Arbitraries.oneOf(plain, Combinators.combine(plain, behavior).as(Hpas::withBehavior));
    }

    /** Runs an autoscaler over a series of queue lengths, 15 seconds apart. */
    private static HpaDecision last(HorizontalPodAutoscaler hpa, int start, List<Long> queue) {
        var history = HpaHistory.EMPTY;
        int replicas = start;
        HpaDecision decision = null;
        for (int i = 0; i < queue.size(); i++) {
            decision = Hpas.decideQueue(hpa, replicas, queue.get(i), history, NOW.plusSeconds(15L * i));
            replicas = decision.replicas();
            history = decision.history();
        }
        return decision;
    }

    @Property
    void staysWithinMinAndMax(
            @ForAll("autoscalers") HorizontalPodAutoscaler hpa,
            @ForAll @IntRange(min = 1, max = 100) int start,
            @ForAll @Size(min = 1, max = 30) List<@LongRange(min = 0, max = 200) Long> queue) {
        var replicas = last(hpa, start, queue).replicas();

        assertThat(replicas).isBetween(hpa.spec().minReplicas(), hpa.spec().maxReplicas());
    }

    @Property
    void asksForMoreWhenTheMetricIsHigher(
            @ForAll @IntRange(min = 1, max = 50) int replicas,
            @ForAll @LongRange(min = 0, max = 500) long queue,
            @ForAll @LongRange(min = 0, max = 100) long more) {
        var hpa = web(1, 1000, queuePerReplica("3"));
        var lower = proposal(hpa, replicas, queue);
        var higher = proposal(hpa, replicas, queue + more);

        assertThat(higher).isGreaterThanOrEqualTo(lower);
    }

    private static int proposal(HorizontalPodAutoscaler hpa, int replicas, long queue) {
        return Hpas.decideQueue(hpa, replicas, queue, HpaHistory.EMPTY, NOW)
                .proposals()
                .get(0)
                .count()
                .replicas();
    }

    @Property
    void restsWithinTheTolerance(
            @ForAll @IntRange(min = 1, max = 100) int replicas, @ForAll @IntRange(min = -10, max = 10) int percentOff) {
        var hpa = web(1, 1000, queuePerReplica("100"));
        long queue = (long) replicas * (100 + percentOff);

        assertThat(proposal(hpa, replicas, queue)).isEqualTo(replicas);
    }

    @Property
    void anythingOutsideTheToleranceMoves(
            @ForAll @IntRange(min = 10, max = 100) int replicas,
            @ForAll @IntRange(min = 11, max = 300) int percentOff) {
        var hpa = web(1, 1000, queuePerReplica("100"));
        long queue = (long) replicas * (100 + percentOff);

        assertThat(proposal(hpa, replicas, queue)).isGreaterThan(replicas);
    }

    /** What was removed within the period may come back in addition, and is forgotten before what came back for it. */
    @Property
    void neverAddsMoreThanItsPodsPolicyAllowsInAPeriod(
            @ForAll @IntRange(min = 1, max = 10) int pods,
            @ForAll @IntRange(min = 15, max = 120) int period,
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 100) Long> queue) {
        var up = new HPAScalingRules(0, "Max", List.of(new HPAScalingPolicy("Pods", pods, period)), null);
        var hpa = Hpas.withBehavior(web(1, 1000, queuePerReplica("1")), new HorizontalPodAutoscalerBehavior(up, null));
        var history = HpaHistory.EMPTY;
        int replicas = 1;
        for (int i = 0; i < queue.size(); i++) {
            var now = NOW.plusSeconds(15L * i);
            var decision = Hpas.decideQueue(hpa, replicas, queue.get(i), history, now);
            boolean adds = decision.replicas() > replicas;
            history = decision.history();
            replicas = decision.replicas();
            if (!adds) {
                continue;
            }
            int added = HpaHistory.changeWithin(period, history.scaleUps(), now.plusNanos(1));
            int removed = HpaHistory.changeWithin(period, history.scaleDowns(), now.plusNanos(1));
            assertThat(added - removed).isLessThanOrEqualTo(pods);
        }
    }

    @Example
    void whatWasRemovedComesBackAtOnce() {
        var queue = new ArrayList<Long>();
        queue.addAll(Collections.nCopies(8, 50L));
        queue.addAll(Collections.nCopies(22, 0L)); // after five minutes all but one go
        queue.addAll(Collections.nCopies(10, 100L));
        neverAddsMoreThanItsPodsPolicyAllowsInAPeriod(5, 60, queue);
    }

    @Property
    void theSameRequestGivesTheSameDecision(
            @ForAll("autoscalers") HorizontalPodAutoscaler hpa,
            @ForAll @IntRange(min = 0, max = 60) int replicas,
            @ForAll @LongRange(min = 0, max = 200) long queue) {
        var once = Hpas.decideQueue(hpa, replicas, queue, HpaHistory.EMPTY, NOW);
        var again = Hpas.decideQueue(hpa, replicas, queue, HpaHistory.EMPTY, NOW);

        assertThat(again).isEqualTo(once);
    }

    /** Once the count is what the metric asks for, looking again changes nothing, however often. */
    @Property
    void atItsTargetItStays(
            @ForAll("autoscalers") HorizontalPodAutoscaler hpa, @ForAll @LongRange(min = 0, max = 80) long queue) {
        int target = (int)
                Math.max(hpa.spec().minReplicas(), Math.min(queue, hpa.spec().maxReplicas()));
        var history = HpaHistory.EMPTY;
        for (int look = 0; look < 30; look++) {
            var decision = Hpas.decideQueue(hpa, target, queue, history, NOW.plusSeconds(15L * look));
            assertThat(decision.scaleTo()).isNull();
            assertThat(decision.replicas()).isEqualTo(target);
            history = decision.history();
        }
    }
}
