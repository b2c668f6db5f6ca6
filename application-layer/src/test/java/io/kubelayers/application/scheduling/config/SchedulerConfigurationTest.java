package io.kubelayers.application.scheduling.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.EnabledPlugin;
import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchedulerConfigurationTest {
    private static final String HEAD =
            """
            apiVersion: kubescheduler.config.k8s.io/v1
            kind: KubeSchedulerConfiguration
            """;

    private static Profile profile(String yaml) {
        return SchedulerConfiguration.read(HEAD + yaml).profiles().get(0);
    }

    private static EnabledPlugin plugin(Profile profile, String name) {
        return profile.plugins().stream()
                .filter(enabled -> enabled.plugin().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutProfilesThereIsTheDefaultOne() {
        assertThat(profile("").plugins().stream()
                        .map(enabled -> enabled.plugin().name() + enabled.weight()))
                .containsExactlyElementsOf(Profile.standard().plugins().stream()
                        .map(enabled -> enabled.plugin().name() + enabled.weight())
                        .toList());
    }

    @Test
    void argumentsChangeDecisions() {
        var packing = profile(
                """
                profiles:
                - pluginConfig:
                  - name: NodeResourcesFit
                    args: {scoringStrategy: {type: MostAllocated, resources: [{name: cpu, weight: 1}]}}
                  plugins: {score: {disabled: [{name: NodeResourcesBalancedAllocation}]}}
                """);
        var nodes = List.of(ANode.named("empty"), ANode.named("used"));
        var pods = List.of(APod.named("running").cpu("2").on("used"));
        var pod = APod.named("p").cpu("1").build();
        assertThat(Scheduling.on(nodes, pods).by(packing).place(pod).node()).isEqualTo("used");
        assertThat(Scheduling.on(nodes, pods).place(pod).node()).isEqualTo("empty");
    }

    @Test
    void pluginsAreLeftOutWeighedAndRestricted() {
        var profile = profile(
                """
                percentageOfNodesToScore: 30
                profiles:
                - schedulerName: mine
                  plugins:
                    multiPoint: {disabled: [{name: ImageLocality}]}
                    score:
                      disabled: [{name: "*"}]
                      enabled: [{name: TaintToleration, weight: 7}]
                """);
        assertThat(profile.schedulerName()).isEqualTo("mine");
        assertThat(profile.percentageOfNodesToScore()).isEqualTo(30);
        assertThat(profile.plugins())
                .noneMatch(enabled -> enabled.plugin().name().equals("ImageLocality"));
        assertThat(plugin(profile, "TaintToleration").weight()).isEqualTo(7);
        assertThat(plugin(profile, "TaintToleration").at(ExtensionPoint.SCORE)).isTrue();
        assertThat(plugin(profile, "NodeResourcesFit").at(ExtensionPoint.SCORE)).isFalse();
        assertThat(plugin(profile, "NodeResourcesFit").at(ExtensionPoint.FILTER))
                .isTrue();
    }

    @Test
    void backOffsAreTaken() {
        var configuration =
                SchedulerConfiguration.read(HEAD + "podInitialBackoffSeconds: 2\npodMaxBackoffSeconds: 60\n");
        assertThat(configuration.queueTimes().initialBackoff()).isEqualTo(Duration.ofSeconds(2));
        assertThat(configuration.queueTimes().maxBackoff()).isEqualTo(Duration.ofSeconds(60));
    }

    private record Mistake(String yaml, String message) {}

    static Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake("profile: []", "profile: unknown field"),
                new Mistake(
                        "profiles: [{plugins: {filter: {enabled: [{name: NodePort}]}}}]",
                        "profiles[0].plugins.filter.enabled[0].name: plugin \"NodePort\" does not exist"),
                new Mistake(
                        "profiles: [{pluginConfig: [{name: InterPodAffinity, args: {hardPodAffinityWeight: 101}}]}]",
                        "profiles[0].pluginConfig[0].args.hardPodAffinityWeight: Invalid value: 101: not in valid"
                                + " range [0-100]"),
                new Mistake(
                        "profiles: [{pluginConfig: [{name: NodeResourcesFit, args: {scoringStrategy: {type: Best}}}]}]",
                        "profiles[0].pluginConfig[0].args.scoringStrategy.type: Unsupported value: \"Best\""),
                new Mistake("profiles: [{}, {schedulerName: b}]", "profiles[0].schedulerName: Required value"),
                new Mistake(
                        "profiles: [{schedulerName: a}, {schedulerName: a}]",
                        "profiles[1].schedulerName: Duplicate value: \"a\""),
                new Mistake("extenders: [{urlPrefix: \"http://x\"}]", "extenders: not supported yet"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesAreNamedWithTheirPlace(Mistake mistake) {
        assertThatThrownBy(() -> SchedulerConfiguration.read(HEAD + mistake.yaml()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(mistake.message());
    }
}
