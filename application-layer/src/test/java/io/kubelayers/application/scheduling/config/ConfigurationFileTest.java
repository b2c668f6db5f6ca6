package io.kubelayers.application.scheduling.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a configuration is told with the line where it stands. */
class ConfigurationFileTest {
    private static final String HEAD =
            """
            apiVersion: kubescheduler.config.k8s.io/v1
            kind: KubeSchedulerConfiguration
            profiles:
            - schedulerName: mine
            """;

    private record Mistake(String yaml, String message) {}

    static Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake(
                        "  plugins:\n    score:\n      enabled:\n      - name: NodePort\n",
                        "s.yaml:8:9: profiles[0].plugins.score.enabled[0].name: plugin \"NodePort\" does not exist"),
                new Mistake(
                        "  plugins:\n    score:\n      enabled:\n      - {name: ImageLocality, weight: -1}\n",
                        "s.yaml:8:31: profiles[0].plugins.score.enabled[0].weight: Invalid value: -1"),
                new Mistake(
                        "  pluginConfig:\n  - name: NodeResourcesFit\n    args:\n      strategy: {}\n",
                        "s.yaml:8:7: strict decoding error: unknown field \"profiles[0].pluginConfig[0].args.strategy\"; there are"),
                new Mistake(
                        "  plugin: {}\n- schedulerName: mine\n  percentageOfNodesToScore: 101\n",
                        "s.yaml:5:3: strict decoding error: unknown field \"profiles[0].plugin\"; there are percentageOfNodesToScore,"
                                + " pluginConfig, plugins, schedulerName\n"
                                + "s.yaml:7:3: profiles[1].percentageOfNodesToScore: Invalid value: 101: not in valid range [0-100]\n"
                                + "s.yaml:6:3: profiles[1].schedulerName: Duplicate value: \"mine\""),
                new Mistake("- plugins: {}\n", "s.yaml:5:3: profiles[1].schedulerName: Required value"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesHaveALine(Mistake mistake) {
        assertThatThrownBy(() -> ConfigurationFile.read("s.yaml", HEAD + mistake.yaml(), PluginRegistry.standard()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(mistake.message());
    }

    @Test
    void withoutMistakesItIsTheConfiguration() {
        assertThat(ConfigurationFile.read("s.yaml", HEAD, PluginRegistry.standard())
                        .profiles())
                .singleElement()
                .extracting(profile -> profile.schedulerName())
                .isEqualTo("mine");
    }
}
