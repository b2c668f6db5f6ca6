package io.kubelayers.application.scheduling.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NormalizeScoreTest {
    static Stream<Arguments> examples() {
        return Stream.of(
                Arguments.of("the highest becomes 100", new long[] {1, 2, 4}, false, new long[] {25, 50, 100}),
                Arguments.of("or, reversed, 0", new long[] {1, 2, 4}, true, new long[] {75, 50, 0}),
                Arguments.of("parts are cut off", new long[] {1, 3}, false, new long[] {33, 100}),
                Arguments.of("all zero stays zero", new long[] {0, 0}, false, new long[] {0, 0}),
                Arguments.of("or, reversed, all are best", new long[] {0, 0}, true, new long[] {100, 100}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void scales(String name, long[] scores, boolean reverse, long[] expected) {
        if (reverse) {
            NormalizeScore.lowestIsBest(scores);
        } else {
            NormalizeScore.highestIsBest(scores);
        }
        assertThat(scores).isEqualTo(expected);
    }

    @Property
    void staysInRangeAndKeepsTheOrder(@ForAll List<@LongRange(min = 0, max = 1000) Long> raw) {
        var scores = raw.stream().mapToLong(Long::longValue).toArray();
        var up = scores.clone();
        var down = scores.clone();
        NormalizeScore.highestIsBest(up);
        NormalizeScore.lowestIsBest(down);
        for (int i = 0; i < scores.length; i++) {
            assertThat(up[i]).isBetween(0L, 100L);
            assertThat(down[i]).isBetween(0L, 100L);
            for (int j = 0; j < scores.length; j++) {
                if (scores[i] < scores[j]) {
                    assertThat(up[i]).isLessThanOrEqualTo(up[j]);
                    assertThat(down[i]).isGreaterThanOrEqualTo(down[j]);
                }
            }
        }
    }
}
