package io.kubelayers.nucleus.customresource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.api.Test;

class SchemaPatternTest {
    @Test
    void matchesAnywhereInTheText() {
        assertThat(SchemaPattern.of("b+").matches("abba")).isTrue();
        assertThat(SchemaPattern.of("^b+$").matches("abba")).isFalse();
    }

    @Test
    void saysAsGoDoesWhatIsWrongWithAPattern() {
        assertThat(SchemaPattern.problem("+"))
                .contains("error parsing regexp: missing argument to repetition operator: `+`");
        assertThat(SchemaPattern.problem("(?=a)")).isPresent();
        assertThat(SchemaPattern.problem("a(b)")).isEmpty();
        assertThatThrownBy(() -> SchemaPattern.of("a(b")).isInstanceOf(PatternSyntaxException.class);
    }

    /** What takes a backtracking engine longer than the universe is old. */
    @Test
    void takesNoLongerForAHostilePattern() {
        assertThat(SchemaPattern.of("^(a+)+$").matches("a".repeat(5_000) + "!")).isFalse();
    }
}
