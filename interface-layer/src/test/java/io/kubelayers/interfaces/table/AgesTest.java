package io.kubelayers.interfaces.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "PT0S, 0s",
        "PT1M59S, 119s",
        "PT2M, 2m",
        "PT9M59S, 9m59s",
        "PT10M30S, 10m",
        "PT2H59M, 179m",
        "PT3H, 3h",
        "PT7H30M, 7h30m",
        "PT47H59M, 47h",
        "PT51H, 2d3h",
        "PT48H, 2d",
        "P8D, 8d",
        "P729D, 729d",
        "P730D, 2y",
        "P800D, 2y70d",
        "P3650D, 10y",
        "PT-1.5S, 0s",
        "PT-2S, <invalid>"
    })
    void theLongerTheCoarser(Duration duration, String text) {
        assertThat(Ages.of(duration)).isEqualTo(text);
    }

    @Test
    void whatHasNoTimeHasNoAge() {
        assertThat(Ages.since(null, Instant.EPOCH)).isEqualTo("<unknown>");
    }
}
