package io.kubelayers.nucleus.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldSelectorTest {
    private static final Map<String, String> RUNNING =
            Map.of("metadata.name", "web-1", "status.phase", "Running", "note", "a,b=c\\d");

    @ParameterizedTest(name = "{0} selects it: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                       | true",
                "status.phase=Running                     | true",
                "status.phase==Running,metadata.name=web-1| true",
                "status.phase!=Running                    | false",
                "spec.nodeName=                           | true",
                "spec.nodeName!=                          | false",
                "note=a\\,b\\=c\\\\d                      | true",
                ",,status.phase=Failed,                   | false"
            })
    void matchesFields(String text, boolean matches) {
        assertThat(FieldSelector.parse(text).matches(RUNNING)).isEqualTo(matches);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a            | invalid selector: 'a'; can't understand 'a'",
                "a=b,c        | invalid selector: 'a=b,c'; can't understand 'c'",
                "a=b=c        | invalid field selector: unescaped character in value: 61",
                "a=\\b        | invalid field selector: invalid escape sequence: \\b",
                "a=\\         | invalid field selector: invalid escape sequence: \\"
            })
    void saysWhatItDidNotUnderstand(String text, String message) {
        assertThatThrownBy(() -> FieldSelector.parse(text))
                .isInstanceOf(InvalidSelectorException.class)
                .hasMessage(message);
    }

    @Test
    void requirementsAreWrittenInCode() {
        var selector =
                FieldSelector.equal("spec.nodeName", "n,1").and(FieldSelector.notEqual("status.phase", "Failed"));
        assertThat(selector)
                .hasToString("spec.nodeName=n\\,1,status.phase!=Failed")
                .isEqualTo(FieldSelector.parse(selector.toString()))
                .hasSameHashCodeAs(FieldSelector.parse(selector.toString()));
        assertThat(selector.matches(field -> field.equals("spec.nodeName") ? "n,1" : ""))
                .isTrue();
        assertThat(FieldSelector.ofFields(Map.of("b", "2", "a", "1"))).hasToString("a=1,b=2");
    }

    @Test
    void knowsTheValueAFieldMustHave() {
        var selector = FieldSelector.parse("a!=1,a=2,a=3");
        assertThat(selector.exactValue("a")).isEqualTo(Optional.of("2"));
        assertThat(selector.exactValue("b")).isEmpty();
        assertThat(selector.isEverything()).isFalse();
        assertThat(FieldSelector.everything().isEverything()).isTrue();
    }

    @Test
    void fieldsCanBeRenamed() {
        assertThat(FieldSelector.parse("name!=a").renamed(field -> "metadata." + field))
                .hasToString("metadata.name!=a");
    }
}
