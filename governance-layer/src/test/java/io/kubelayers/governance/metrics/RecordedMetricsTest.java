package io.kubelayers.governance.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedMetricsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final String QUEUES =
            """
            # HELP queue_length Orders that wait.
            # TYPE queue_length gauge
            queue_length{queue="orders",zone="a"} 10 1767225600000
            queue_length{queue="orders",zone="b"} 4 1767225600000
            queue_length{queue="orders",zone="a"} 250 1767225660000
            queue_length { queue = "say \\"mail\\"" , } 1e2 1767225600000
            """;

    @Test
    void eachSeriesHasItsValuesOverTime() {
        var recorded = RecordedMetrics.prometheus(QUEUES);

        assertThat(recorded.series())
                .extracting(RecordedSeries::labels)
                .containsExactly(
                        Map.of("queue", "orders", "zone", "a"),
                        Map.of("queue", "orders", "zone", "b"),
                        Map.of("queue", "say \"mail\""));
        assertThat(recorded.series().get(0).trace().at(START.plusSeconds(30))).isEqualTo(130);
    }

    @Test
    void sumsGoOverTheSeriesWithTheLabels() {
        var recorded = RecordedMetrics.prometheus(QUEUES);

        assertThat(recorded.sum("queue_length", Map.of("queue", "orders")).at(START))
                .isEqualTo(14);
        assertThat(recorded.sum("queue_length", Map.of()).at(START)).isEqualTo(114);
        assertThat(recorded.sum("other", Map.of()).at(START)).isZero();
    }

    @Test
    void openMetricsCountsInSecondsAndMayStandLater() {
        var recorded = RecordedMetrics.prometheus("load 1 1767225600.5\nload 3 1767225602.5\n# EOF\n");
        var later = recorded.startingAt(START.plusSeconds(3600));

        assertThat(recorded.series().get(0).trace().begin()).isEqualTo(START.plusMillis(500));
        assertThat(later.series().get(0).trace().at(START.plusSeconds(3601))).isEqualTo(2);
    }

    @Test
    void countersAreToldAsRatesThroughRestarts() {
        var counter =
                """
                requests_total 100 1767225600000
                requests_total 700 1767225660000
                requests_total 60 1767225720000
                """;
        var rate = RecordedMetrics.prometheus(counter).rate("requests_total", Map.of());

        assertThat(rate.at(START.plusSeconds(60))).isEqualTo(10);
        assertThat(rate.at(START.plusSeconds(120))).as("started anew: 60 since").isEqualTo(1);
    }

    @Test
    void theyBecomeExternalMetrics() {
        var catalog = RecordedMetrics.prometheus(QUEUES).external("shop");

        assertThat(catalog.external()).hasSize(3).allMatch(series -> series.namespace()
                .equals("shop"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    queue_length 5                 | line 1: expected the time of the value at the end
                    queue_length{a="b" 5 6         | line 1: expected , or } behind the label a
                    queue_length{a="b              | line 1: the value of a label does not end
                    queue_length{a=b} 5 6          | line 1: expected " at character 16
                    queue_length five 6            | line 1: expected a number, found "five"
                    queue_length NaN 6             | line 1: expected a number, found "NaN"
                    {a="b"} 5 6                    | line 1: expected a name at character 1
                    queue_length 5 6 7             | line 1: unexpected "7"
                    # nothing                      | there are no values in the recorded metrics
                    """)
    void whatCannotBeReadIsToldWithItsLine(String text, String message) {
        assertThatThrownBy(() -> RecordedMetrics.prometheus(text))
                .isInstanceOf(UsageCurveSyntaxException.class)
                .hasMessage(message);
    }
}
