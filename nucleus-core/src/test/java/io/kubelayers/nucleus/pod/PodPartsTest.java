package io.kubelayers.nucleus.pod;

import static io.kubelayers.nucleus.pod.PodText.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Pod;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What the subresources for parts of a pod may change, in upstream's words. */
class PodPartsTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "pod-resizes.csv", delimiter = '|', quoteCharacter = '~', maxCharsPerColumn = 8192)
    void resize(String sentence, String before, String after, String errors) {
        assertThat(errors("resize", pod(before), pod(after))).isEqualTo(errors == null ? "" : errors);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "pod-debuggers.csv", delimiter = '|', quoteCharacter = '~', maxCharsPerColumn = 8192)
    void ephemeralContainers(String sentence, String before, String after, String errors) {
        assertThat(errors("ephemeralcontainers", pod(before), pod(after))).isEqualTo(errors == null ? "" : errors);
    }

    private static String errors(String subresource, Pod old, Pod sent) {
        var rules = new PodRules();
        var changed = rules.prepareForSubresourceUpdate(sent, old, subresource, Instant.EPOCH);
        return PodText.text(rules.validateSubresourceUpdate(changed, old, subresource));
    }

    @Test
    void resizesTakeOverNothingElse() {
        var old = pod("containers: [{name: c, image: a, resources: {requests: {cpu: 1}}}]");
        var sent = pod("containers: [{name: c, image: b, resources: {requests: {cpu: 2}}}], nodeName: other");
        var stored = Resizes.of(sent, old).spec();
        assertThat(stored.nodeName()).isNull();
        assertThat(stored.containers().get(0).image()).isEqualTo("a");
        assertThat(stored.containers().get(0).resources())
                .isEqualTo(sent.spec().containers().get(0).resources());
    }

    @Test
    void nodesThatDoNotSayWhatContainersGotCannotResize() {
        var old = pod("containers: [{name: c, image: a, resources: {requests: {cpu: 1}}}]");
        var running = "status: {containerStatuses: [{name: c, state: {running: {}}}]}";
        assertThat(errors("resize", PodText.withStatus(old, running), old))
                .isEqualTo("spec: Forbidden: Pod running on node without support for resize");
    }

    @Test
    void picturesOfStaticPodsStayAsTheyAre() {
        var old = pod(
                "name: a, namespace: default, annotations: {kubernetes.io/config.mirror: x}",
                "nodeName: other, containers: [{name: c, image: a}]");
        assertThat(errors("resize", old, old)).isEqualTo(": Forbidden: static pods cannot be resized");
        assertThat(errors("ephemeralcontainers", old, old))
                .isEqualTo(": Forbidden: static pods do not support ephemeral containers");
    }
}
