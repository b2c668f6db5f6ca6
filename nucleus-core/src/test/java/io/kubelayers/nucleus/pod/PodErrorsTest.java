package io.kubelayers.nucleus.pod;

import static io.kubelayers.nucleus.pod.PodText.pod;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What pods and their changes are refused for: the errors in upstream's words and order. */
class PodErrorsTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "pod-errors.csv", delimiter = '|', quoteCharacter = '~', maxCharsPerColumn = 8192)
    void newPods(String sentence, String spec, String errors) {
        assertThat(PodText.text(PodChecks.ofNew(pod(spec)))).isEqualTo(errors == null ? "" : errors);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "pod-changes.csv", delimiter = '|', quoteCharacter = '~', maxCharsPerColumn = 8192)
    void changedPods(String sentence, String before, String after, String errors) {
        assertThat(PodText.text(new PodRules().validateUpdate(pod(after), pod(before))))
                .isEqualTo(errors == null ? "" : errors);
    }
}
