package io.kubelayers.nucleus.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.nucleus.validation.FieldPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Warnings about pods that are accepted, in upstream's words. */
class PodWarningsTest {
    private static TypeRegistry types;
    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.builder().start();
        types = cluster.types();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "pod-warnings.csv", delimiter = '|', quoteCharacter = '~', maxCharsPerColumn = 8192)
    void isWarnedOf(String content, String warnings) {
        var pod = pod("a", content);
        assertThat(String.join("; ", PodWarnings.ofPod(pod.metadata(), pod.spec())))
                .isEqualTo(warnings);
    }

    @Test
    void namesThatAreNoLabelsMakeOddHostnames() {
        var pod = pod("a.b", "containers: []");
        assertThat(PodWarnings.ofPod(pod.metadata(), pod.spec()))
                .containsExactly("metadata.name: this is used in the Pod's hostname, which can result in surprising"
                        + " behavior; a DNS label is recommended: [must not contain dots]");
    }

    @Test
    void templatesAreNamedByTheirPlace() {
        var pod = pod("a", "containers: [], terminationGracePeriodSeconds: -1");
        assertThat(PodTemplates.warnings(FieldPath.of("spec", "template"), pod.metadata(), pod.spec()))
                .containsExactly("spec.template.spec.terminationGracePeriodSeconds: must be >= 0; negative values are"
                        + " invalid and will be treated as 1");
    }

    private static Pod pod(String name, String content) {
        var yaml = "{apiVersion: v1, kind: Pod, metadata: {name: %s}, spec: {%s}}".formatted(name, content);
        return (Pod) Codec.of(types).readAll(yaml, ReadOptions.strict()).get(0);
    }
}
