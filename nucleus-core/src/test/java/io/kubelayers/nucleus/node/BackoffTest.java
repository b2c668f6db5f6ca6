package io.kubelayers.nucleus.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The delay between restarts. */
class BackoffTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void theDelayDoublesUpToFiveMinutes() {
        var texts = new ArrayList<String>();
        var backoff = Backoff.NONE;
        for (int i = 0; i < 8; i++) {
            backoff = backoff.next(START, START);
            texts.add(backoff.text());
        }
        assertThat(texts).containsExactly("10s", "20s", "40s", "1m20s", "2m40s", "5m0s", "5m0s", "5m0s");
    }

    @Test
    void theFirstFailureDoesNotWait() {
        assertThat(Backoff.NONE.until(START)).isEmpty();
    }

    @Property(tries = 200)
    void theDelayIsForgottenAfterTenMinutesOfPeaceAndNotBefore(
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 1200) Integer> gaps) {
        var backoff = Backoff.NONE;
        var now = START;
        for (int gap : gaps) {
            now = now.plusSeconds(gap);
            boolean known = backoff.setAt() != null && gap <= 600;
            assertThat(backoff.until(now).isPresent()).isEqualTo(known);
            var next = backoff.next(now, now);
            var expected = Math.min(300, known ? backoff.delay().toSeconds() * 2 : 10);
            assertThat(next.delay()).isEqualTo(Duration.ofSeconds(expected));
            backoff = next;
        }
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0s", "PT0.25S, 250ms", "PT1.5S, 1.5s", "PT59S, 59s", "PT1M, 1m0s", "PT1H1S, 1h0m1s"})
    void durationsReadAsInGo(String duration, String text) {
        assertThat(Backoff.goText(Duration.parse(duration))).isEqualTo(text);
    }
}
