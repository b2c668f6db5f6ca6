package io.kubelayers.governance.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Noise never leaves its share, and is the same each time. */
class UsageCurveLawsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Property
    void noiseStaysWithinItsShareAndIsRepeatable(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 0.5) double share,
            @ForAll @IntRange(min = 0, max = 100_000) int second) {
        var time = START.plusSeconds(second);
        var noisy = UsageCurve.constant(100).noisy(seed, share);

        assertThat(noisy.at(time)).isBetween(100 * (1 - share), 100 * (1 + share));
        assertThat(UsageCurve.constant(100).noisy(seed, share).at(time)).isEqualTo(noisy.at(time));
    }
}
