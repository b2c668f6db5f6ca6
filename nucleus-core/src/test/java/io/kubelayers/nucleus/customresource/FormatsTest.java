package io.kubelayers.nucleus.customresource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formats of custom resources. */
class FormatsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "https://h/a, true",
        "https://h/a b, true",
        "mailto:a, true",
        "/a, true",
        "//a b, true",
        "a/b, false",
        "a b, false",
        "https://h:x/, false",
        "https://a b/, false",
        "/%zz, false"
    })
    void urisAreThoseOfRequestsInGo(String text, boolean fits) {
        assertThat(Formats.fits("uri", text)).isEqualTo(fits);
    }
}
