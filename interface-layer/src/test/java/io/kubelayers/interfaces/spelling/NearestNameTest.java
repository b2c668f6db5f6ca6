package io.kubelayers.interfaces.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> THERE = List.of("pods", "nodes", "web-frontend", "web-backend", "shop/web");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            pdos         | typo of pods?
            PODS         | typo of pods?
            node         | typo of nodes?
            frontend     | typo of web-frontend?
            web          | typo of shop/web?
            web-fronted  | typo of web-frontend?
            database     | there are pods, nodes, web-frontend, web-backend, shop/web
            """)
    void what_was_meant(String written, String hint) {
        assertThat(NearestName.hint(written, THERE)).isEqualTo(hint);
    }

    @org.junit.jupiter.api.Test
    void long_lists_are_cut_and_empty_ones_said() {
        var many = java.util.stream.IntStream.range(10, 25)
                .mapToObj(i -> "name-number-" + i)
                .toList();
        assertThat(NearestName.hint("x", many)).endsWith("name-number-19 and 5 more");
        assertThat(NearestName.hint("x", List.of())).isEqualTo("there are none");
    }
}
