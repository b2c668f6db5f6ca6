package io.kubelayers.governance.autoscaling.horizontal;

import static io.kubelayers.governance.autoscaling.horizontal.Hpas.cpuUtilization;
import static io.kubelayers.governance.autoscaling.horizontal.Hpas.queuePerReplica;
import static io.kubelayers.governance.autoscaling.horizontal.Hpas.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kubelayers.governance.metrics.UsageCurve;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HpaSimulationTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Three cores for ten minutes, then half a core. */
    private static UsageCurve rushHour() {
        return UsageCurve.steps(List.of(
                new UsageCurve.Step(START, 0.5),
                new UsageCurve.Step(START.plusSeconds(60), 3),
                new UsageCurve.Step(START.plusSeconds(660), 0.5)));
    }

    @Test
    void followsARushHourUpAtOnceAndDownAfterFiveMinutes() {
        var timeline = HpaSimulation.simulate(web(1, 10, cpuUtilization(60)), rushHour(), Duration.ofMinutes(20));

        // 3 cores at 60 percent of 1 core each take 5 pods
        assertThat(timeline.peak()).isEqualTo(5);
        assertThat(timeline.lastReplicas()).isEqualTo(1);
        assertThat(timeline.rescales().get(0).decision().explain())
                .isEqualTo("New size: 4; reason: cpu resource utilization (percentage of request) above target");
        var down = timeline.rescales().get(timeline.rescales().size() - 1);
        assertThat(down.at()).isBetween(START.plusSeconds(660 + 300), START.plusSeconds(660 + 345));
    }

    @Test
    void aQueueIsSpreadOverTheReplicas() {
        var timeline = HpaSimulation.simulate(
                web(1, 10, queuePerReplica("30")), UsageCurve.constant(95), Duration.ofMinutes(2));

        assertThat(timeline.lastReplicas()).isEqualTo(4);
    }

    @Test
    void tellsWhatItCosts() {
        var timeline =
                HpaSimulation.simulate(web(2, 10, cpuUtilization(50)), UsageCurve.constant(0.1), Duration.ofHours(1));

        assertThat(timeline.podHours()).isCloseTo(2.0, within(1e-9));
        assertThat(timeline.rescales()).isEmpty();
    }

    @Test
    void printsWhatChangedAndWhy() {
        var timeline = HpaSimulation.simulate(
                web(1, 3, queuePerReplica("30")), UsageCurve.constant(95), Duration.ofMinutes(1));

        assertThat(timeline.table().lines())
                .containsExactly(
                        "     TIME  LOAD                 READY REPLICAS  WHY",
                        "  0:00:00  queue 95.00              1     1->3"
                                + "  New size: 3; reason: external metric queue(nil) above target",
                        "  0:00:15  queue 95.00              1        3"
                                + "  the desired replica count is more than the maximum replica count");
    }

    @Test
    void theSameSetupGivesTheSameTimeline() {
        var setup = HpaSimulation.Setup.of(
                web(1, 10, cpuUtilization(60)), rushHour().noisy(7, 0.2), Duration.ofMinutes(20));

        assertThat(HpaSimulation.simulate(setup)).isEqualTo(HpaSimulation.simulate(setup));
    }
}
