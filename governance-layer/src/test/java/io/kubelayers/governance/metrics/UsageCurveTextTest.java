package io.kubelayers.governance.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageCurveTextTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            250m                               | 0    | 0.25
            200Mi                              | 0    | 209715200
            wave 100m..300m every 1h           | 0    | 0.1
            wave 100m..300m every 1h           | 1800 | 0.3
            wave 100m..300m every 24h peak 14h | 50400| 0.3
            ramp 0..10 over 100s               | 50   | 5
            steps 0s=1 5m=2 1h30m=3            | 299  | 1
            steps 0s=1 5m=2 1h30m=3            | 300  | 2
            steps 0s=1 5m=2 1h30m=3            | 5400 | 3
            spikes 1..9 every 1d for 2m        | 86400| 9
            spikes 1..9 every 1d for 2m        | 86520| 1
            """)
    void reads(String text, long second, double value) {
        assertThat(UsageCurveText.parse(text, START, 0).at(START.plusSeconds(second)))
                .isCloseTo(value, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            much               | expected a quantity such as 250m, found "much"
            wave 1..2          | expected "every" at the end
            wave 1 every 1h    | expected a range such as 100m..2, found "1"
            ramp 1..2 over now | expected a duration such as 1h30m, found "now"
            steps              | expected steps such as 5m=100m
            1 2                | expected "noise", found "2"
            1 noise much       | expected a percentage such as 5%, found "much"
            1 noise 5% more    | unexpected "more"
            """)
    void saysWhatIsWrong(String text, String problem) {
        assertThatThrownBy(() -> UsageCurveText.parse(text, START, 0))
                .isInstanceOf(UsageCurveSyntaxException.class)
                .hasMessage("usage curve \"" + text + "\": " + problem);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "7, 9"})
    void noiseDependsOnTheSeed(long one, long other) {
        var text = "100 noise 10%";
        double first = UsageCurveText.parse(text, START, one).at(START);

        assertThat(first).isBetween(90.0, 110.0);
        assertThat(UsageCurveText.parse(text, START, one).at(START)).isEqualTo(first);
        assertThat(UsageCurveText.parse(text, START, other).at(START)).isNotEqualTo(first);
    }
}
