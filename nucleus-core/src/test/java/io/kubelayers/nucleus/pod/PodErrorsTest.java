package io.kubelayers.nucleus.pod;

import static io.kubelayers.nucleus.pod.PodText.pod;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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

    @Test
    void aPodHasOneAddressOfEachFamily() {
        var old = pod("containers: [{name: c, image: a}]");
        var twice = PodText.withStatus(old, "status: {podIP: 10.0.0.1, podIPs: [{ip: 10.0.0.1}, {ip: 10.0.0.1}]}");
        assertThat(PodText.text(PodStatusChecks.check(twice, old)))
                .isEqualTo("status.podIPs: Invalid value: [{\"IP\":\"10.0.0.1\"},{\"IP\":\"10.0.0.1\"}]: may specify no"
                        + " more than one IP for each IP family");
    }

    @Test
    void whatIsNoAddressHasNoFamily() {
        var old = pod("containers: [{name: c, image: a}]");
        var odd = PodText.withStatus(old, "status: {podIP: 10.0.0.1, podIPs: [{ip: 10.0.0.1}, {ip: 'a:b'}]}");
        assertThat(PodText.text(PodStatusChecks.check(odd, old)))
                .isEqualTo("status.podIPs[1]: Invalid value: \"a:b\": must be a valid IP address, (e.g. 10.9.8.7 or"
                        + " 2001:db8::ffff); status.podIPs: Internal error: failed to check for dual stack with"
                        + " error:invalid IP[1]: a:b; status.podIPs: Invalid value:"
                        + " [{\"IP\":\"10.0.0.1\"},{\"IP\":\"a:b\"}]: may specify no more than one IP for each IP"
                        + " family");
    }
}
