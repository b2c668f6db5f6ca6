package io.kubelayers.application.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronScheduleTest {
    @ParameterizedTest(name = "{0} in {1}: after {2} comes {3}")
    @CsvSource({
        "*/15 * * * *, UTC, 2026-01-01T00:00:00Z, 2026-01-01T00:15:00Z",
        "*/15 * * * *, UTC, 2026-01-01T00:44:59Z, 2026-01-01T00:45:00Z",
        "30 8 * * 1-5, UTC, 2026-01-02T09:00:00Z, 2026-01-05T08:30:00Z",
        "0 0 31 * *, UTC, 2026-01-31T00:00:00Z, 2026-03-31T00:00:00Z",
        "0 0 29 2 *, UTC, 2026-01-01T00:00:00Z, 2028-02-29T00:00:00Z",
        "0 0 13 * 5, UTC, 2026-01-01T00:00:00Z, 2026-01-02T00:00:00Z",
        "0 12 * * sun, UTC, 2026-01-01T00:00:00Z, 2026-01-04T12:00:00Z",
        "@monthly, UTC, 2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z",
        "@every 90m, UTC, 2026-01-01T00:00:10Z, 2026-01-01T01:30:10Z",
        "0 9 * * *, America/New_York, 2026-01-01T00:00:00Z, 2026-01-01T14:00:00Z",
        // two o'clock does not come on the night in March when the clock skips it
        "30 2 * * *, Europe/Berlin, 2026-03-28T12:00:00Z, 2026-03-30T00:30:00Z",
        // and comes twice on the night in October
        "30 2 * * *, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-25T01:30:00Z",
    })
    void comesNext(String schedule, String zone, Instant after, Instant next) {
        assertThat(CronSyntax.parse(schedule, ZoneId.of(zone)).next(after)).hasValue(next);
    }

    @Test
    void aDayThatNoMonthHasNeverComes() {
        assertThat(CronSyntax.parse("0 0 31 2 *", ZoneOffset.UTC).next(Instant.EPOCH))
                .isEmpty();
    }

    @Property
    void nextIsTheFirstMinuteThatMatches(
            @ForAll @IntRange(max = 59) int minute,
            @ForAll @IntRange(max = 23) int hour,
            @ForAll @IntRange(min = 1, max = 59) int step,
            @ForAll @LongRange(max = 4_000_000_000L) long from) {
        var after = Instant.ofEpochSecond(from);
        var text = minute + "/" + step + " " + hour + " * * *";
        var next = CronSyntax.parse(text, ZoneOffset.UTC).next(after).orElseThrow();
        var naive = after.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
        while (!matches(naive, minute, step, hour)) {
            naive = naive.plus(Duration.ofMinutes(1));
        }
        assertThat(next).isEqualTo(naive);
    }

    private static boolean matches(Instant time, int minute, int step, int hour) {
        var utc = time.atZone(ZoneOffset.UTC);
        return utc.getHour() == hour && utc.getMinute() >= minute && (utc.getMinute() - minute) % step == 0;
    }

    @Property
    void timesComeOneAfterAnother(@ForAll @LongRange(max = 4_000_000_000L) long from) {
        var schedule = CronSyntax.parse("*/7 3-5 * * *", ZoneId.of("Europe/Berlin"));
        var after = Instant.ofEpochSecond(from);
        var first = schedule.next(after).orElseThrow();
        assertThat(first).isAfter(after);
        assertThat(schedule.next(first.minusSeconds(1))).hasValue(first);
    }

    @Test
    void aLongPeriodNeedsNoMoreOfTheStack() {
        assertThat(CronSyntax.complaint("@every " + "1s".repeat(200_000))).isEmpty();
        assertThat(CronSyntax.complaint("@every " + "1s".repeat(200_000) + "x")).isPresent();
    }
}
