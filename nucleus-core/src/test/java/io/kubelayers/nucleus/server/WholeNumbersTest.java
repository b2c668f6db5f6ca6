package io.kubelayers.nucleus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WholeNumbersTest {
    @Test
    void numbers_without_fraction_become_whole_and_others_stay() {
        assertThat(WholeNumbers.of(
                        Map.of("spec", Map.of("a", 30.0, "b", List.of(1.5, -2.0, 7L), "c", "30.0", "d", 1e300))))
                .isEqualTo(Map.of("spec", Map.of("a", 30L, "b", List.of(1.5, -2L, 7L), "c", "30.0", "d", 1e300)));
    }
}
