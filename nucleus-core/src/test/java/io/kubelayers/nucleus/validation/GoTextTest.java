package io.kubelayers.nucleus.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoTextTest {
    @Test
    void quotesWhatDoesNotPrint() {
        assertThat(GoText.quote("plain é 日 😀")).isEqualTo("\"plain é 日 😀\"");
        assertThat(GoText.quote("\u0007\b\f\n\r\t\u000b")).isEqualTo("\"\\a\\b\\f\\n\\r\\t\\v\"");
        assertThat(GoText.quote("\0\u007f\u00a0\u2028")).isEqualTo("\"\\x00\\x7f\\u00a0\\u2028\"");
        assertThat(GoText.quote("\u0085\udb40\udc01")).isEqualTo("\"\\u0085\\U000e0001\"");
        assertThat(GoText.quote("\ud800")).isEqualTo("\"\ufffd\"");
    }

    @Test
    void namesCharacters() {
        assertThat(GoText.unicode('\t')).isEqualTo("U+0009");
        assertThat(GoText.unicode(0x1f600)).isEqualTo("U+1F600 '😀'");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "-1.5, -1.5",
        "100000, 100000",
        "1000000, 1e+06",
        "1234567.5, 1.2345675e+06",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "1e100, 1e+100",
        "-0.0, -0"
    })
    void writesNumbersAsShortAsCanBe(double value, String text) {
        assertThat(GoText.number(value)).isEqualTo(text);
    }

    @Test
    void jsonHasItsOwnThresholds() {
        assertThat(JsonText.of(1e20)).isEqualTo("100000000000000000000");
        assertThat(JsonText.of(1e21)).isEqualTo("1e+21");
        assertThat(JsonText.of(1e-7)).isEqualTo("1e-7");
    }
}
