package io.kubelayers.governance.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoTextTest {
    @Test
    void quotesAsGoDoes() {
        assertThat(GoText.quote("a\"b\\c\n\u0001\u007f\u00e9\u200b"))
                .isEqualTo("\"a\\\"b\\\\c\\n\\x01\\x7f\u00e9\\u200b\"");
        assertThat(GoText.quote(List.of("a", "b"))).isEqualTo("[\"a\" \"b\"]");
    }

    @Test
    void joinsErrorsAsAnAggregate() {
        assertThat(GoText.aggregate(List.of())).isEmpty();
        assertThat(GoText.aggregate(List.of("a", "a"))).isEqualTo("a");
        assertThat(GoText.aggregate(List.of("a", "b", "a"))).isEqualTo("[a, b]");
    }
}
