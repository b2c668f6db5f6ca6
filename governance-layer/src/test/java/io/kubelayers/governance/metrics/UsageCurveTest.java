package io.kubelayers.governance.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageCurveTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Instant at(String time) {
        return Instant.parse("2026-01-01T" + time + "Z");
    }

    @Test
    void aDayPeaksWhenItSays() {
        var day = UsageCurve.day(1, 3, LocalTime.of(14, 0));

        assertThat(day.at(at("14:00:00"))).isEqualTo(3);
        assertThat(day.at(at("02:00:00"))).isCloseTo(1, within(1e-9));
        assertThat(day.at(at("08:00:00"))).isCloseTo(2, within(1e-9));
        assertThat(day.at(at("14:00:00").plus(Duration.ofDays(30)))).isCloseTo(3, within(1e-9));
    }

    @Test
    void stepsHoldUntilTheNext() {
        var steps = UsageCurve.steps(
                List.of(new UsageCurve.Step(at("01:00:00"), 5), new UsageCurve.Step(at("00:30:00"), 2)));

        assertThat(steps.at(at("00:29:59"))).isZero();
        assertThat(steps.at(at("00:30:00"))).isEqualTo(2);
        assertThat(steps.at(at("23:00:00"))).isEqualTo(5);
    }

    @Test
    void spikesComeBack() {
        var spikes = UsageCurve.spikes(1, 9, START, Duration.ofHours(1), Duration.ofMinutes(2));

        assertThat(spikes.at(START.minusSeconds(1))).isEqualTo(1);
        assertThat(spikes.at(at("03:01:59"))).isEqualTo(9);
        assertThat(spikes.at(at("03:02:00"))).isEqualTo(1);
    }

    @Test
    void aRampIsLevelOutside() {
        var ramp = UsageCurve.ramp(0, 10, START, Duration.ofSeconds(100));

        assertThat(ramp.at(START.minusSeconds(5))).isZero();
        assertThat(ramp.at(START.plusSeconds(25))).isEqualTo(2.5);
        assertThat(ramp.at(START.plusSeconds(500))).isEqualTo(10);
    }

    @Test
    void anAverageCoversItsWindow() {
        var ramp = UsageCurve.ramp(0, 60, START, Duration.ofSeconds(60));

        // seconds 16 to 30
        assertThat(ramp.average(START.plusSeconds(30), Duration.ofSeconds(15))).isEqualTo(23);
    }

    @Test
    void curvesAdd() {
        var sum = UsageCurve.constant(1).plus(UsageCurve.constant(2)).times(3);

        assertThat(sum.at(START)).isEqualTo(9);
    }

    @Test
    void aPeriodMustBePositive() {
        assertThatThrownBy(() -> UsageCurve.wave(0, 1, Duration.ZERO, START))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period must be positive, got PT0S");
    }

    @Test
    void noiseAveragesOut() {
        double mean = UsageCurve.constant(100).noisy(42, 0.2).average(START, Duration.ofHours(2));

        assertThat(mean).isCloseTo(100, within(1.0));
    }
}
