package io.kubelayers.governance.autoscaling.horizontal;

import static io.kubelayers.governance.autoscaling.horizontal.Hpas.NOW;
import static io.kubelayers.governance.autoscaling.horizontal.Hpas.cpuUtilization;
import static io.kubelayers.governance.autoscaling.horizontal.Hpas.queuePerReplica;
import static io.kubelayers.governance.autoscaling.horizontal.Hpas.samples;
import static io.kubelayers.governance.autoscaling.horizontal.Hpas.scale;
import static io.kubelayers.governance.autoscaling.horizontal.Hpas.series;
import static io.kubelayers.governance.autoscaling.horizontal.Hpas.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.explain.Render;
import io.kubelayers.nucleus.meta.ObjectMeta;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HpaAlgorithmTest {
    private static HpaDecision decide(HorizontalPodAutoscaler hpa, List<Pod> pods, MetricReading... readings) {
        return HpaAlgorithm.decide(
                HpaRequest.of(hpa, scale(pods.size()), NOW).withPods(pods).withReadings(List.of(readings)));
    }

    @Test
    void threeBusyPodsBecomeFive() {
        // each pod requests 100m and uses 80m, 50 percent is wanted: 3 × 80 / 50 = 4.8
        var decision = decide(web(1, 10, cpuUtilization(50)), Hpas.ready(3), samples(80, 80, 80));

        assertThat(decision.scaleTo()).isEqualTo(5);
        assertThat(decision.events())
                .containsExactly(HpaEvent.normal(
                        "SuccessfulRescale",
                        "New size: 5; reason: cpu resource utilization (percentage of request) above target"));
        assertThat(decision.status().conditions())
                .extracting(condition -> condition.type() + " " + condition.status() + " " + condition.reason())
                .containsExactly(
                        "AbleToScale True SucceededRescale",
                        "ScalingActive True ValidMetricFound",
                        "ScalingLimited False DesiredWithinRange");
        assertThat(decision.status()
                        .currentMetrics()
                        .get(0)
                        .resource()
                        .current()
                        .averageUtilization())
                .isEqualTo(80);
    }

    @Test
    void explainsItself() {
        var decision = decide(web(1, 10, cpuUtilization(50)), Hpas.ready(3), samples(80, 80, 80));

        assertThat(Render.text(decision))
                .isEqualTo(
                        """
                        + replicas 3 -> 5: New size: 5; reason: cpu resource utilization (percentage of request) above \
                        target [HorizontalPodAutoscaler]
                          + cpu resource utilization (percentage of request) asks for 5 replicas (rule ratio times pods, \
                        rounded up, ratio 1.6, tolerance 10%, utilization 80%, measured 80m, pods 3) [MetricProposal]
                          · recommended size matches current size (recommended 5, stabilized 5, lowest of 0s 5, highest of \
                        300s 5) [ReadyForNewScale]
                          + the desired count is within the acceptable range (wanted 5, replicas 5, allowed 1..6) \
                        [DesiredWithinRange]
                        """);
    }

    record Case(String name, List<Pod> pods, MetricReading reading, int replicas) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> podsAndSamples() {
        var old = NOW.minus(Duration.ofHours(1));
        var starting = Hpas.pod("web-2", 100, Pod.Phase.RUNNING, false, NOW.minusSeconds(60));
        var neverReady = Hpas.pod("web-2", 100, Pod.Phase.RUNNING, false, old);
        var pending = Hpas.pod("web-2", 100, Pod.Phase.PENDING, null, NOW);
        var failed = Hpas.pod("web-2", 100, Pod.Phase.FAILED, true, old);
        return Stream.of(
                new Case("use on target changes nothing", Hpas.ready(3), samples(50, 50, 50), 3),
                new Case("use within ten percent changes nothing", Hpas.ready(3), samples(54, 54, 54), 3),
                new Case("half the use halves the pods, rounded up", Hpas.ready(3), samples(25, 25, 25), 2),
                new Case(
                        "a pod without sample counts as idle on the way up: 3 × (240 / 3) / 50",
                        Hpas.ready(3),
                        samples(120, 120),
                        5),
                new Case(
                        "a pod without sample counts as full on the way down: 3 × ((10 + 10 + 100) / 3) / 50",
                        Hpas.ready(3),
                        samples(10, 10),
                        3),
                new Case("a pending pod counts as idle on the way up", plus(pending), samples(120, 120), 5),
                new Case("a starting pod's burst is not believed", plus(starting), samples(60, 60, 900), 3),
                new Case(
                        "a pod that was never ready is not believed either", plus(neverReady), samples(60, 60, 900), 3),
                new Case("a failed pod is no pod: 2 × 80 / 50", plus(failed), samples(80, 80, 80), 4));
    }

    private static List<Pod> plus(Pod third) {
        var pods = new ArrayList<>(Hpas.ready(2));
        pods.add(third);
        return pods;
    }

    @ParameterizedTest
    @MethodSource("podsAndSamples")
    void fiftyPercentOfCpu(Case c) {
        var decision = HpaAlgorithm.decide(HpaRequest.of(web(1, 10, cpuUtilization(50)), scale(3), NOW)
                .withPods(c.pods())
                .withReadings(List.of(c.reading()))
                .withHistory(HpaHistory.EMPTY)
                .withOptions(HpaOptions.DEFAULT.withDownscaleStabilization(Duration.ZERO)));

        assertThat(decision.proposals().get(0).count().replicas()).isEqualTo(c.replicas());
    }

    @Test
    void theMetricThatAsksForMostWins() {
        var decision = decide(
                web(1, 10, cpuUtilization(50), queuePerReplica("10")), Hpas.ready(3), samples(50, 50, 50), series(60));

        assertThat(decision.scaleTo()).isEqualTo(6);
        assertThat(decision.reason()).isEqualTo("external metric queue(nil) above target");
    }

    @Test
    void aFailingMetricDoesNotKeepTheOthersFromScalingUp() {
        var decision = decide(
                web(1, 10, cpuUtilization(50), queuePerReplica("10")),
                Hpas.ready(3),
                new MetricReading.Unavailable("no metrics returned from resource metrics API"),
                series(60));

        assertThat(decision.scaleTo()).isEqualTo(6);
        assertThat(decision.error())
                .isEqualTo(
                        "invalid metrics (1 invalid out of 2), first error is: failed to get cpu resource metric value: "
                                + "failed to get cpu utilization: unable to get metrics for resource cpu: "
                                + "no metrics returned from resource metrics API");
    }

    @Test
    void aFailingMetricForbidsToScaleDown() {
        var decision = decide(
                web(1, 10, cpuUtilization(50), queuePerReplica("10")),
                Hpas.ready(3),
                new MetricReading.Unavailable("no metrics returned from resource metrics API"),
                series(10));

        assertThat(decision.scaleTo()).isNull();
        assertThat(decision.events())
                .extracting(HpaEvent::reason)
                .containsExactly("FailedGetResourceMetric", "FailedComputeMetricsReplicas");
        assertThat(decision.status().conditions())
                .extracting(HorizontalPodAutoscaler.Condition::reason)
                .containsExactly("SucceededGetScale", "FailedGetResourceMetric");
    }

    @Test
    void zeroReplicasSwitchItOff() {
        var decision = HpaAlgorithm.decide(HpaRequest.of(web(1, 10, queuePerReplica("1")), scale(0), NOW));

        assertThat(decision.scaleTo()).isNull();
        assertThat(decision.explain()).isEqualTo("scaling is disabled since the replica count of the target is zero");
    }

    @Test
    void withMinZeroTheQueueWakesItUp() {
        var hpa = web(0, 10, queuePerReplica("10"));

        assertThat(Hpas.decideQueue(hpa, 0, 0, HpaHistory.EMPTY, NOW).scaleTo()).isNull();
        assertThat(Hpas.decideQueue(hpa, 0, 25, HpaHistory.EMPTY, NOW).scaleTo())
                .isEqualTo(3);
    }

    @Test
    void boundsAreRestoredWithoutLookingAtMetrics() {
        var hpa = web(2, 5, queuePerReplica("1"));

        assertThat(HpaAlgorithm.needsMetrics(hpa, 9)).isFalse();
        assertThat(HpaAlgorithm.decide(HpaRequest.of(hpa, scale(9), NOW)).explain())
                .isEqualTo("New size: 5; reason: Current number of replicas above Spec.MaxReplicas");
        assertThat(HpaAlgorithm.decide(HpaRequest.of(hpa, scale(1), NOW)).explain())
                .isEqualTo("New size: 2; reason: Current number of replicas below Spec.MinReplicas");
    }

    @Test
    void aScaleThatCannotBeWrittenIsReported() {
        var request =
                HpaRequest.of(web(1, 10, queuePerReplica("1")), scale(2), NOW).withReadings(List.of(series(4)));
        var decision = HpaAlgorithm.decideAfterFailedWrite(request, "quota exceeded");

        assertThat(decision.scaleTo()).isNull();
        assertThat(decision.error()).isEqualTo("failed to rescale Deployment/default/web: quota exceeded");
        assertThat(decision.events())
                .containsExactly(HpaEvent.warning(
                        "FailedRescale",
                        "New size: 4; reason: external metric queue(nil) above target; error: quota exceeded"));
        assertThat(decision.history().scaleUps()).isEmpty();
    }

    @Test
    void aScaleThatCannotBeReadIsReported() {
        var decision = HpaAlgorithm.scaleUnreadable(
                HpaRequest.of(web(1, 10), scale(0), NOW),
                "failed to query scale subresource for Deployment/default/web",
                "deployments.apps \"web\" not found");

        assertThat(decision.error())
                .isEqualTo("failed to query scale subresource for Deployment/default/web: "
                        + "deployments.apps \"web\" not found");
        assertThat(decision.status().conditions().get(0).message())
                .isEqualTo("the HPA controller was unable to get the target's current scale: "
                        + "deployments.apps \"web\" not found");
    }

    @Test
    void twoAutoscalersOfTheSamePodsStepBack() {
        var decision = HpaAlgorithm.decide(HpaRequest.of(web(1, 10, queuePerReplica("1")), scale(1), NOW)
                .withPods(Hpas.ready(1))
                .withReadings(List.of(series(4)))
                .withRivalSelectors(Map.of("other", "app in (web,shop)", "unrelated", "app=shop")));

        assertThat(decision.error())
                .endsWith("pods by selector app=web are controlled by multiple HPAs: [{other default} {web default}]");
        assertThat(decision.events()).extracting(HpaEvent::reason).first().isEqualTo("AmbiguousSelector");
    }

    @Test
    void aScaleWithoutSelectorIsRefused() {
        var scale = new Scale(ObjectMeta.EMPTY, new Scale.Spec(1), new Scale.Status(1, null));
        var decision = HpaAlgorithm.decide(HpaRequest.of(web(1, 10, queuePerReplica("1")), scale, NOW));

        assertThat(decision.events()).first().hasToString("Warning SelectorRequired selector is required");
    }

    @Test
    void everyMetricNeedsAReading() {
        assertThatThrownBy(() -> HpaAlgorithm.decide(HpaRequest.of(web(1, 10, cpuUtilization(50)), scale(1), NOW)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one reading a metric is needed: 1 metrics, 0 readings");
    }

    @Test
    void conditionsKeepTheirTimeWhileTheyHold() {
        var hpa = web(1, 10, queuePerReplica("1"));
        var first = Hpas.decideQueue(hpa, 2, 2, HpaHistory.EMPTY, NOW);
        var second = Hpas.decideQueue(hpa.withStatus(first.status()), 2, 2, first.history(), NOW.plusSeconds(15));

        assertThat(second.status()).isEqualTo(first.status());
    }

    @Test
    void anAverageOverNoReplicasIsTheLowestNumber() {
        // it divides by zero, which upstream does not catch
        var decision = Hpas.decideQueue(web(0, 10, queuePerReplica("1")), 0, 5, HpaHistory.EMPTY, NOW);

        assertThat(decision.status()
                        .currentMetrics()
                        .get(0)
                        .external()
                        .current()
                        .averageValue())
                .hasToString("-9223372036854775808m");
    }

    @Test
    void aMetricGoneWildAsksForTheLargestNumberOfPods() {
        var decision = Hpas.decideQueue(web(1, 10, queuePerReplica("1m")), 4, 9_000_000_000L, HpaHistory.EMPTY, NOW);

        assertThat(decision.proposals().get(0).count().replicas()).isEqualTo(Integer.MAX_VALUE);
        assertThat(decision.scaleTo()).isEqualTo(8);
    }
}
