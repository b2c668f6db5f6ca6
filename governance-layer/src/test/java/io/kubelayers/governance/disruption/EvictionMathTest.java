package io.kubelayers.governance.disruption;

import static io.kubelayers.governance.disruption.Budgets.NOW;
import static io.kubelayers.governance.disruption.Budgets.maxUnavailable;
import static io.kubelayers.governance.disruption.Budgets.minAvailable;
import static io.kubelayers.governance.disruption.Budgets.pod;
import static io.kubelayers.governance.disruption.Budgets.ready;
import static io.kubelayers.governance.disruption.Budgets.synced;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.governance.disruption.EvictionDecision.Verdict;
import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvictionMathTest {
    private static EvictionDecision evict(Pod pod, PodDisruptionBudget... budgets) {
        return EvictionMath.decide(pod, List.of(budgets), NOW);
    }

    record Case(String name, EvictionDecision decision, Verdict verdict, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> evictions() {
        var healthy = pod("web-0", true);
        var unready = pod("web-9", false);
        var tight = synced(minAvailable("3"), ready(3));
        var short1 = synced(minAvailable("3"), List.of(pod("web-0", true), pod("web-1", true), unready));
        var lenient = short1.withSpec(short1.spec().withUnhealthyPodEvictionPolicy("AlwaysAllow"));
        var lagging = tight.withMetadata(tight.metadata().withGeneration(2));
        var usedUp = synced(minAvailable("1"), ready(3));
        usedUp = usedUp.withStatus(usedUp.status().withDisruptionsAllowed(0));
        var negative = tight.withStatus(tight.status().withDisruptionsAllowed(-1));
        var refusal = "Cannot evict pod as it would violate the pod's disruption budget. ";
        return Stream.of(
                new Case(
                        "no budget, no obstacle",
                        evict(healthy),
                        Verdict.GRANTED,
                        "no disruption budget covers the pod"),
                new Case(
                        "a budget with something left",
                        evict(healthy, synced(minAvailable("2"), ready(3))),
                        Verdict.GRANTED,
                        "the budget allowed 1 disruptions, now 0"),
                new Case(
                        "a budget with nothing left",
                        evict(healthy, tight),
                        Verdict.NOT_NOW,
                        refusal + "The disruption budget web needs 3 healthy pods and has 3 currently"),
                new Case(
                        "a budget used up since its last sync",
                        evict(healthy, usedUp),
                        Verdict.NOT_NOW,
                        refusal + "The disruption budget web does not allow evicting pods currently"),
                new Case(
                        "a budget not seen by its controller yet",
                        evict(healthy, lagging),
                        Verdict.NOT_NOW,
                        refusal + "The disruption budget web is still being processed by the server."),
                new Case(
                        "an unready pod of a workload that is short",
                        evict(unready, short1),
                        Verdict.NOT_NOW,
                        refusal + "The disruption budget web needs 3 healthy pods and has 2 currently"),
                new Case(
                        "an unready pod of a workload that is fine without it",
                        evict(unready, tight),
                        Verdict.GRANTED,
                        "the pod is not ready, and the budget is met without it"),
                new Case(
                        "an unready pod that may always go",
                        evict(unready, lenient),
                        Verdict.GRANTED,
                        "the pod is not ready, and the budget always lets such pods go"),
                new Case(
                        "two budgets",
                        evict(
                                healthy,
                                tight,
                                tight.withMetadata(tight.metadata().withName("other"))),
                        Verdict.UNSUPPORTED,
                        "This pod has more than one PodDisruptionBudget, which the eviction subresource does not"
                                + " support."),
                new Case(
                        "a status that makes no sense",
                        evict(healthy, negative),
                        Verdict.FORBIDDEN,
                        "poddisruptionbudget.policy \"web\" is forbidden: pdb disruptions allowed is negative"),
                new Case(
                        "a pending pod disrupts nothing",
                        evict(healthy.withStatus(healthy.status().withPhase("Pending")), tight),
                        Verdict.GRANTED,
                        "the pod is pending, budgets don't matter"),
                new Case(
                        "neither does a finished one",
                        evict(healthy.withStatus(healthy.status().withPhase("Succeeded")), tight),
                        Verdict.GRANTED,
                        "the pod has ended or is on its way out, budgets don't matter"));
    }

    @ParameterizedTest
    @MethodSource("evictions")
    void decides(Case c) {
        assertThat(c.decision().verdict()).isEqualTo(c.verdict());
        assertThat(c.decision().explain()).isEqualTo(c.text());
    }

    @Test
    void aGrantIsEnteredInTheBudget() {
        var decision = evict(pod("web-0", true), synced(minAvailable("2"), ready(3)));

        assertThat(decision.charged().status().disruptionsAllowed()).isZero();
        assertThat(decision.charged().status().disruptedPods()).containsExactly(Map.entry("web-0", NOW));
        assertThat(decision.charged().status().conditions().get(0).reason()).isEqualTo("InsufficientPods");
        assertThat(decision.response().code()).isEqualTo(201);
    }

    @Test
    void aRefusalAsksToTryAgain() {
        var tight = synced(minAvailable("3"), ready(3));
        var lagging = tight.withMetadata(tight.metadata().withGeneration(2));

        assertThat(evict(pod("web-0", true), tight).response().code()).isEqualTo(429);
        assertThat(evict(pod("web-0", true), lagging).response().details().retryAfterSeconds())
                .isEqualTo(10);
    }

    @Test
    void anUnreadyPodMustNotBecomeReadyMeanwhile() {
        assertThat(evict(pod("web-9", false), synced(minAvailable("3"), ready(3)))
                        .onlyIfUnchanged())
                .isTrue();
        assertThat(evict(pod("web-0", true), synced(minAvailable("2"), ready(3)))
                        .onlyIfUnchanged())
                .isFalse();
    }

    @Test
    void tooManyUnseenGrantsAreTooMany() {
        var budget = synced(maxUnavailable("1"), ready(3));
        var grants = new TreeMap<String, java.time.Instant>();
        for (int i = 0; i <= EvictionMath.MAX_DISRUPTED_PODS; i++) {
            grants.put("pod-" + i, NOW);
        }
        var decision =
                evict(pod("web-0", true), budget.withStatus(budget.status().withDisruptedPods(grants)));

        assertThat(decision.verdict()).isEqualTo(Verdict.FORBIDDEN);
        assertThat(decision.response().code()).isEqualTo(403);
    }

    @Test
    void anEmptySelectorCoversAllPodsAndNoneCoversNone() {
        var all = synced(minAvailable("3"), ready(3));
        var spec = all.spec();
        var everything = all.withSpec(spec.withSelector(io.kubelayers.nucleus.meta.LabelSelector.EMPTY));
        var nothing = all.withSpec(spec.withSelector(null));

        assertThat(EvictionMath.covering(pod("web-0", true), new ArrayList<>(List.of(everything, nothing))))
                .containsExactly(everything);
    }
}
