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
                new Mistake("profile: []", "strict decoding error: unknown field \"profile\"; there are apiVersion,"),
                new Mistake(
                        "profiles: [{plugins: {filtr: {}}}]",
                        "strict decoding error: unknown field \"profiles[0].plugins.filtr\"; there are bind,"),
                new Mistake(
                        "profiles: [{plugins: {filter: {enabled: [{name: NodePort}]}}}]",
                        "profiles[0].plugins.filter.enabled[0].name: plugin \"NodePort\" does not exist"),
                new Mistake(
                        "profiles: [{pluginConfig: [{name: InterPodAffinity, args: {hardPodAffinityWeight: 101}}]}]",
                        "profiles[0].pluginConfig[0].args.hardPodAffinityWeight: Invalid value: 101: not in valid"
                                + " range [0, 100]"),
                new Mistake(
                        "profiles: [{pluginConfig: [{name: NodeResourcesFit, args: {scoringStrategy: {type: Best}}}]}]",
                        "profiles[0].pluginConfig[0].args.scoringStrategy.type: Unsupported value: \"Best\""),
                new Mistake("profiles: [{}, {schedulerName: b}]", "profiles[0].schedulerName: Required value"),
                new Mistake(
                        "profiles: [{schedulerName: a}, {schedulerName: a}]",
                        "profiles[1].schedulerName: Duplicate value: \"a\""),
                new Mistake(
                        "extenders: [{urlPrefix: \"http://x\"}]",
                        "extenders[0]: extenders need a network, and none was given to reach them by"),
                new Mistake(
                        "extenders: [{prioritizeVerb: p, bindVerb: b, managedResources: [{name: cpu}]}, {bindVerb: b}]",
                        "[extenders[0].weight: Invalid value: 0: must have a positive weight applied to it,"
                                + " extenders[0].managedResources[0].name: Invalid value: \"cpu\": is an invalid extended"
                                + " resource name, extenders: Invalid value: \"found 2 extenders implementing bind\": only"
                                + " one extender can implement bind]"),
                new Mistake(
                        "parallelism: 0\npercentageOfNodesToScore: 101\npodInitialBackoffSeconds: 20",
                        "[parallelism: Invalid value: 0: should be an integer value greater than zero,"
                                + " percentageOfNodesToScore: Invalid value: 101: not in valid range [0-100],"
                                + " podMaxBackoffSeconds: Invalid value: 10: must be greater than or equal to"
                                + " PodInitialBackoffSeconds]"),
                new Mistake(
                        "leaderElection: {leaseDuration: 1s, resourceLock: endpoints}",
                        "[leaderElection.leaseDuration: Invalid value: \"10s\": LeaseDuration must be greater than"
                                + " RenewDeadline, leaderElection.resourceLock: Invalid value: \"endpoints\": resourceLock"
                                + " value must be \"leases\"]"),
                new Mistake(
                        "profiles: [{plugins: {filter: {enabled: [{name: EBSLimits}]}}}]",
                        "profiles[0].plugins.filter.enabled[0]: Invalid value: \"EBSLimits\": was invalid in version"
                                + " \"v1\" (KubeSchedulerConfiguration is version \"kubescheduler.config.k8s.io/v1\")"),
                new Mistake(
                        "profiles: [{schedulerName: a}, {schedulerName: b, plugins: {queueSort: {disabled: [{name:"
                                + " \"*\"}]}}}]",
                        "profiles[1].plugins.queueSort: Invalid value: {\"disabled\":[{\"name\":\"*\"}]}: must be the same"
                                + " for all profiles"),
                new Mistake(
                        args("DefaultPreemption", "minCandidateNodesPercentage: 0, minCandidateNodesAbsolute: 0"),
                        "[profiles[0].pluginConfig[0].args.minCandidateNodesPercentage: Invalid value: 0: cannot be zero at"
                                + " the same time as minCandidateNodesAbsolute, "),
                new Mistake(
                        args("PodTopologySpread", "defaultConstraints: [{maxSkew: 0, topologyKey: zone}]"),
                        "[profiles[0].pluginConfig[0].args.defaultingType: Invalid value: \"System\": when"
                                + " .defaultConstraints are not empty,"
                                + " profiles[0].pluginConfig[0].args.defaultConstraints[0].maxSkew: Invalid value: 0: not in"
                                + " valid range (0, inf),"
                                + " profiles[0].pluginConfig[0].args.defaultConstraints[0].whenUnsatisfiable: Required value:"
                                + " can not be empty]"),
                new Mistake(
                        args("VolumeBinding", "shape: [{utilization: 0, score: 0}]"),
                        "profiles[0].pluginConfig[0].args.shape: Invalid value: [{\"utilization\":0,\"score\":0}]: unexpected"
                                + " field `shape`, remove it or turn on the feature gate StorageCapacityScoring"),
                new Mistake(
                        args("NodeResourcesFit", "scoringStrategy: {type: RequestedToCapacityRatio}"),
                        "profiles[0].pluginConfig[0].args.scoringStrategy.requestedToCapacityRatio: Required value: must be"
                                + " specified when type is RequestedToCapacityRatio"),
                new Mistake(
                        args("NodeResourcesBalancedAllocation", "resources: [{name: cpu, weight: 2}, {name: cpu}]"),
                        "[profiles[0].pluginConfig[0].args.resources[0].weight: Invalid value: 2: must be 1,"
                                + " profiles[0].pluginConfig[0].args.resources[1].name: Duplicate value: \"cpu\"]"),
                new Mistake(
                        args("NodeResourcesFit", "scoringStrategy: {resources: [{name: cpu}]}"),
                        "profiles[0].pluginConfig[0].args.scoringStrategy.type: Unsupported value: \"\""),
                new Mistake(
                        args("DynamicResources", "filterTimeout: -1s, bindingTimeout: 1m"),
                        "[profiles[0].pluginConfig[0].args.filterTimeout: Invalid value: \"-1s\": must be zero or positive,"
                                + " profiles[0].pluginConfig[0].args.bindingTimeout: Forbidden: DRADeviceBindingConditions"
                                + " or DRAResourceClaimDeviceStatus feature gate is disabled]"),
                new Mistake(
                        "profiles: [{schedulerName: a, plugins: {queueSort: {enabled: [{name: PrioritySort}]}},"
                                + " pluginConfig: [{name: PrioritySort, args: {kind: A}}]}, {schedulerName: b,"
                                + " plugins: {queueSort: {enabled: [{name: PrioritySort}]}},"
                                + " pluginConfig: [{name: PrioritySort, args: {kind: B}}]}]",
                        "profiles[1].pluginConfig[0].args: Invalid value: {\"kind\":\"B\"}: queueSort must be the same for"
                                + " all profiles"),
                new Mistake(
                        "profiles: [{plugins: {bind: {disabled: [{name: DefaultBinder}]}}}]",
                        "profiles[0]: at least one bind plugin is needed for profile with scheduler name"
                                + " \"default-scheduler\""),
                new Mistake(
                        args("InterPodAffinity", "kind: NodeAffinityArgs"),
                        "profiles[0].pluginConfig[0].args: args for plugin InterPodAffinity were not of type"
                                + " InterPodAffinityArgs.kubescheduler.config.k8s.io, got"
                                + " NodeAffinityArgs.kubescheduler.config.k8s.io"));
    }

    private static String args(String plugin, String args) {
        return "profiles: [{pluginConfig: [{name: " + plugin + ", args: {" + args + "}}]}]";
    }

    @Test
    void otherVersionsAreRefused() {
        assertThatThrownBy(() -> SchedulerConfiguration.read(HEAD.replace("v1", "v1beta3")))
                .hasMessageStartingWith("no kind \"KubeSchedulerConfiguration\" is registered for version"
                        + " \"kubescheduler.config.k8s.io/v1beta3\" in scheme");
        assertThatThrownBy(() -> SchedulerConfiguration.read("profiles: []"))
                .hasMessageStartingWith("Object 'Kind' is missing in '{\"profiles\":[]}'");
    }

    @Test
    void aLeaderIsElectedUnlessOneSaysOtherwise() {
        var election = SchedulerConfiguration.read(HEAD).election().orElseThrow();
        assertThat(election.leaseDuration()).isEqualTo(Duration.ofSeconds(15));
        assertThat(election.namespace() + "/" + election.name()).isEqualTo("kube-system/kube-scheduler");
        assertThat(SchedulerConfiguration.read(HEAD + "leaderElection: {leaderElect: false}")
                        .election())
                .isEmpty();
    }

    @Test
    void extendersAreReachedOverTheNetworkThatIsGiven() {
        var asked = new java.util.ArrayList<String>();
        var configuration = SchedulerConfiguration.read(
                HEAD
                        + """
                        extenders:
                        - urlPrefix: http://gpu.example.com
                          filterVerb: filter
                          httpTimeout: 1m30s
                          nodeCacheCapable: true
                          managedResources: [{name: example.com/gpu, ignoredByScheduler: true}]
                        """,
                PluginRegistry.standard(),
                settings -> {
                    assertThat(settings.httpTimeout()).isEqualTo(Duration.ofSeconds(90));
                    return (verb, url, json) -> {
                        asked.add(url);
                        return "{\"NodeNames\": [\"n1\"]}";
                    };
                });
        var pod = APod.named("p").requests("example.com/gpu", "1").build();
        var placement = Scheduling.on(List.of(ANode.named("n1"), ANode.named("n2")), List.of())
                .by(configuration.profiles().get(0))
                .place(pod);
        assertThat(placement.node()).isEqualTo("n1");
        assertThat(asked).containsExactly("http://gpu.example.com/filter");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(
                        () -> SchedulerConfiguration.read(
                                HEAD
                                        + """
                                parallelism: 0
                                podMaxBackoffSeconds: many
                                extender: []
                                profiles:
                                - plugins:
                                    score: {enabled: [{name: NodePort, weight: -1}], disable: []}
                                  pluginConfig:
                                  - name: InterPodAffinity
                                    args: {hardPodAffinityWeight: 101, weight: 3}
                                """))
                .isInstanceOfSatisfying(ConfigurationException.class, problem -> assertThat(problem.places())
                        .containsExactly(
                                "extender",
                                "profiles[0].plugins.score.disable",
                                "profiles[0].pluginConfig[0].args.weight",
                                "parallelism",
                                "profiles[0].plugins.score.enabled[0].name",
                                "profiles[0].plugins.score.enabled[0].weight",
                                "profiles[0].pluginConfig[0].args.hardPodAffinityWeight",
                                "podMaxBackoffSeconds"));
    }

    @Test
    void whatComesOfTheWordsIsToldOfAllProfilesAtOnce() {
        var registry = PluginRegistry.standard().with("Picky", args -> {
            throw new IllegalArgumentException("nothing will do");
        });
        var plugins = "plugins: {multiPoint: {enabled: [{name: Picky}]}}";
        var yaml = HEAD + "extenders: [{urlPrefix: \"http://x\"}]\nprofiles: [{schedulerName: a, " + plugins
                + "}, {schedulerName: b, " + plugins + "}]\n";
        assertThatThrownBy(() -> SchedulerConfiguration.read(yaml, registry))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("[extenders[0]: extenders need a network, and none was given to reach them by,"
                        + " profiles[0].pluginConfig[Picky]: nothing will do,"
                        + " profiles[1].pluginConfig[Picky]: nothing will do]");
    }

    @Test
    void weightsAndResourcesThatAreLeftOutAreUpstreams() {
        var profile = profile(args(
                "NodeResourcesFit",
                "scoringStrategy: {type: LeastAllocated, resources: [{name: cpu, weight: 0}, {name: memory}]}"));
        var nodes = List.of(ANode.named("n1"));
        var pod = APod.named("p").cpu("1").build();
        assertThat(Scheduling.on(nodes, List.of())
                        .by(profile)
                        .inDetail()
                        .place(pod)
                        .scores()
                        .scores("n1"))
                .isEqualTo(Scheduling.on(nodes, List.of())
                        .inDetail()
                        .place(pod)
                        .scores()
                        .scores("n1"));
        assertThat(profile(args("NodeResourcesFit", "scoringStrategy: {type: MostAllocated, resources: []}"))
                        .plugins())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesAreNamedWithTheirPlace(Mistake mistake) {
        assertThatThrownBy(() -> SchedulerConfiguration.read(HEAD + mistake.yaml()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(mistake.message());
    }
}
