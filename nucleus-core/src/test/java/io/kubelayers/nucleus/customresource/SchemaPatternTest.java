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

    @Test
    void refusesWhatGetsTooLarge() {
        assertThat(SchemaPattern.problem("((a{1000}){1000}){1000}"))
                .contains("error parsing regexp: invalid repeat count: `{1000}`");
        assertThat(SchemaPattern.problem("(a{10}){101}"))
                .contains("error parsing regexp: invalid repeat count: `{101}`");
        assertThat(SchemaPattern.problem("(" + "ab".repeat(2_000) + "){1000}").orElseThrow())
                .startsWith("error parsing regexp: expression too large");
        assertThat(SchemaPattern.problem("(".repeat(20_000) + ")".repeat(20_000))
                        .orElseThrow())
                .startsWith("error parsing regexp: expression nests too deeply");
    }

    @Test
    void takesBracesForWhatTheyAre() {
        assertThat(SchemaPattern.problem("(a{10}){100}")).isEmpty();
        assertThat(SchemaPattern.problem("[{}({]{1000}x{,3}\\{9999}\\x{41}{2}\\Q((((\\E(?i:b){2,}"))
                .isEmpty();
        assertThat(SchemaPattern.of("^a{2}[]{3}]{2}$").matches("aa]}")).isTrue();
    }

    @Test
    void formatsOfLongTextsNeedNoMoreOfTheStack() {
        assertThat(Formats.fits("hostname", "a.".repeat(200_000) + "a")).isTrue();
        assertThat(Formats.fits("duration", "1s".repeat(200_000))).isTrue();
        assertThat(Formats.fits("mac", "ab" + ":ab".repeat(200_000))).isFalse();
    }
}
