package io.kubelayers.governance.disruption;

import static io.kubelayers.governance.disruption.Budgets.NOW;
import static io.kubelayers.governance.disruption.Budgets.maxUnavailable;
import static io.kubelayers.governance.disruption.Budgets.minAvailable;
import static io.kubelayers.governance.disruption.Budgets.pod;
import static io.kubelayers.governance.disruption.Budgets.ready;
import static io.kubelayers.governance.disruption.Budgets.scale;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Render;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DisruptionMathTest {
    record Case(String name, PodDisruptionBudget budget, List<Pod> pods, int scale, String outcome) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> budgets() {
        return Stream.of(
                new Case("a number to keep", minAvailable("2"), ready(3), 3, "2 of 3, has 3: allows 1"),
                new Case("a number counts present pods", minAvailable("2"), ready(3), 9, "2 of 3, has 3: allows 1"),
                new Case("a share rounds up", minAvailable("50%"), ready(3), 3, "2 of 3, has 3: allows 1"),
                new Case("a share counts wanted pods", minAvailable("50%"), ready(3), 6, "3 of 6, has 3: allows 0"),
                new Case("a number to miss", maxUnavailable("1"), ready(3), 3, "2 of 3, has 3: allows 1"),
                new Case(
                        "a share to miss rounds up too", maxUnavailable("10%"), ready(3), 3, "2 of 3, has 3: allows 1"),
                new Case("more to miss than there is", maxUnavailable("9"), ready(3), 3, "0 of 3, has 3: allows 3"),
                new Case(
                        "unready pods use it up",
                        maxUnavailable("1"),
                        List.of(pod("a", true), pod("b", false), pod("c", true)),
                        3,
                        "2 of 3, has 2: allows 0"),
                new Case(
                        "without pods nothing is allowed",
                        maxUnavailable("1"),
                        List.of(),
                        0,
                        "0 of 0, has 0: allows 0"));
    }

    @ParameterizedTest
    @MethodSource("budgets")
    void counts(Case c) {
        var status = DisruptionMath.status(c.budget(), c.pods(), scale(c.scale()), NOW);

        assertThat(status.explain())
                .isEqualTo("needs " + c.outcome().replace(" of", " healthy pods of") + " disruptions");
    }

    @Test
    void explainsItself() {
        var pods = List.of(pod("a", true), pod("b", false));

        assertThat(Render.text(DisruptionMath.status(minAvailable("1"), pods, scale(2), NOW)))
                .isEqualTo(
                        """
                        - poddisruptionbudget/web: needs 1 healthy pods of 2, has 1: allows 0 disruptions [DisruptionAllowed]
                          + pod/a: ready [HealthyPod]
                          - pod/b: not ready [HealthyPod]
                        """);
    }

    @Test
    void aGrantedEvictionCountsUntilItIsSeenOrTwoMinutesOld() {
        var budget = minAvailable("2");
        var granted = budget.withStatus(budget.status().withDisruptedPods(Map.of("web-0", NOW)));

        var soon = DisruptionMath.status(granted, ready(3), scale(3), NOW.plusSeconds(60));
        assertThat(soon.status().disruptionsAllowed()).isZero();
        assertThat(soon.recheckAt()).isEqualTo(NOW.plusSeconds(120));

        var late = DisruptionMath.status(granted, ready(3), scale(3), NOW.plusSeconds(121));
        assertThat(late.status().disruptionsAllowed()).isEqualTo(1);
        assertThat(late.status().disruptedPods()).isEmpty();
        assertThat(late.events())
                .first()
                .hasToString("Warning NotDeleted Pod was expected by PDB shop/shop to be deleted but it wasn't");
    }

    @Test
    void whatIsNotKnownIsNotAllowed() {
        var open = Budgets.synced(minAvailable("1"), ready(3));
        var failed = DisruptionMath.status(open.withSpec(maxUnavailable("half").spec()), ready(3), scale(3), NOW);

        assertThat(failed.error()).isEqualTo("invalid value for IntOrString: invalid type: string is not a percentage");
        assertThat(failed.status().disruptionsAllowed()).isZero();
        assertThat(failed.status().currentHealthy()).isEqualTo(3);
        assertThat(failed.status().conditions().get(0).reason()).isEqualTo("SyncFailed");
    }

    @Test
    void aPodWithoutItsControllerIsAnErrorForShares() {
        ScaleLookup nobody = (controller, namespace) -> new ControllerScale.None();

        assertThat(DisruptionMath.status(maxUnavailable("1"), ready(1), nobody, NOW)
                        .error())
                .isEqualTo("found no controllers for pod \"web-0\"");
        assertThat(DisruptionMath.status(minAvailable("1"), ready(1), nobody, NOW)
                        .error())
                .isNull();
    }

    @Test
    void anUnmanagedPodIsReported() {
        var orphan =
                pod("web-0", true).withMetadata(pod("web-0", true).metadata().withOwnerReferences(List.of()));
        var status = DisruptionMath.status(maxUnavailable("1"), List.of(orphan), scale(1), NOW);

        assertThat(status.unmanaged()).containsExactly("web-0");
        assertThat(status.events()).extracting(DisruptionEvent::reason).containsExactly("UnmanagedPods");
    }

    @Test
    void nothingIsWrittenWhileNothingChanges() {
        var synced = Budgets.synced(minAvailable("2"), ready(3));
        var again = DisruptionMath.status(synced, ready(3), scale(3), NOW.plusSeconds(60));

        assertThat(again.changed()).isFalse();
    }
}
