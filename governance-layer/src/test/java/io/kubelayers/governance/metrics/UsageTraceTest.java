package io.kubelayers.governance.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageTraceTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void joinsItsPoints() {
        var trace = UsageTrace.csv(
                """
                seconds,cores
                # morning
                0, 1
                100, 3

                2026-01-01T00:03:20Z,1
                """,
                START);

        assertThat(trace.at(START.minusSeconds(10))).isEqualTo(1);
        assertThat(trace.at(START.plusSeconds(50))).isEqualTo(2);
        assertThat(trace.at(START.plusSeconds(100))).isEqualTo(3);
        assertThat(trace.at(START.plusSeconds(150))).isEqualTo(2);
        assertThat(trace.at(START.plusSeconds(9000))).isEqualTo(1);
    }

    @Test
    void saysWhichLineIsWrong() {
        assertThatThrownBy(() -> UsageTrace.csv("0,1\nnoon,2", START))
                .hasMessage("line 2: expected seconds or a time such as 2026-01-01T00:00:00Z, found \"noon\"");
        assertThatThrownBy(() -> UsageTrace.csv("0,1\n5,many", START))
                .hasMessage("line 2: expected a number, found \"many\"");
        assertThatThrownBy(() -> UsageTrace.csv("0;1", START))
                .hasMessage("line 1: expected \"time,value\", found \"0;1\"");
        assertThatThrownBy(() -> UsageTrace.of(List.of())).hasMessage("a usage trace needs at least one point");
    }
}
