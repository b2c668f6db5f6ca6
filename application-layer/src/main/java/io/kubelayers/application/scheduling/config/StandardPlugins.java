package io.kubelayers.application.scheduling.config;

import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.scheduling.affinity.InterPodAffinity;
import io.kubelayers.application.scheduling.affinity.PodTopologySpread;
import io.kubelayers.application.scheduling.affinity.SpreadDefaults;
import io.kubelayers.application.scheduling.framework.Plugin;
import io.kubelayers.application.scheduling.plugins.DynamicResources;
import io.kubelayers.application.scheduling.plugins.NodeAffinity;
import io.kubelayers.application.scheduling.plugins.NodeResourcesBalancedAllocation;
import io.kubelayers.application.scheduling.plugins.NodeResourcesFit;
import io.kubelayers.application.scheduling.plugins.ResourceWeight;
import io.kubelayers.application.scheduling.plugins.ScoringStrategy;
import io.kubelayers.application.scheduling.plugins.UtilizationShape;
import io.kubelayers.application.scheduling.preemption.DefaultPreemption;
import io.kubelayers.application.scheduling.volumes.VolumeBinding;
import io.kubelayers.nucleus.core.TopologySpreadConstraint;
import java.time.Duration;
import java.util.LinkedHashSet;

/** The arguments of the default plugins. Upstream: {@code kube-scheduler/config/v1/types_pluginargs.go}. */
final class StandardPlugins {
    private StandardPlugins() {}

    static PluginRegistry registry() {
        var registry = PluginRegistry.empty();
        for (var enabled : Profile.standard().plugins()) {
            registry = registry.with(
                    enabled.plugin().name(), args -> PluginRegistry.withoutArguments(args, enabled.plugin()));
        }
        return registry.with(NodeResourcesFit.NAME, StandardPlugins::fit)
                .with(NodeResourcesBalancedAllocation.NAME, StandardPlugins::balance)
                .with(NodeAffinity.NAME, StandardPlugins::nodeAffinity)
                .with(InterPodAffinity.NAME, StandardPlugins::podAffinity)
                .with(PodTopologySpread.NAME, StandardPlugins::spread)
                .with(VolumeBinding.NAME, StandardPlugins::volumes)
                .with(DefaultPreemption.NAME, StandardPlugins::preemption)
                .with(DynamicResources.NAME, args -> new DynamicResources());
    }

    private static Plugin fit(ConfigNode args) {
        var groups = args.texts("ignoredResourceGroups");
        var plugin = args.has("scoringStrategy")
                ? NodeResourcesFit.scoring(strategy(args.node("scoringStrategy")))
                : NodeResourcesFit.standard();
        return plugin.ignoring(new LinkedHashSet<>(args.texts("ignoredResources")), new LinkedHashSet<>(groups));
    }

    private static ScoringStrategy strategy(ConfigNode node) {
        var type = node.text("type").orElse("LeastAllocated");
        var strategy =
                switch (type) {
                    case "LeastAllocated" -> ScoringStrategy.leastAllocated();
                    case "MostAllocated" -> ScoringStrategy.mostAllocated();
                    case "RequestedToCapacityRatio" -> ScoringStrategy.requestedToCapacityRatio(
                            shape(node.node("requestedToCapacityRatio")));
                    default -> throw new IllegalArgumentException("no scoring strategy " + type);
                };
        return hasResources(node) ? strategy.over(resources(node)) : strategy;
    }

    private static UtilizationShape shape(ConfigNode node) {
        return new UtilizationShape(node.nodes("shape").stream()
                .map(point -> new UtilizationShape.Point(
                        point.number("utilization").orElse(0),
                        point.number("score").orElse(0)))
                .toList());
    }

    /** An empty list is as good as none. */
    private static boolean hasResources(ConfigNode node) {
        return !node.nodes("resources").isEmpty();
    }

    private static ResourceWeight[] resources(ConfigNode node) {
        return node.nodes("resources").stream()
                .map(resource -> new ResourceWeight(
                        resource.text("name").orElseThrow(() -> resource.error("name", "Required value")),
                        ArgumentChecks.weight(resource)))
                .toArray(ResourceWeight[]::new);
    }

    private static Plugin balance(ConfigNode args) {
        return hasResources(args)
                ? NodeResourcesBalancedAllocation.over(resources(args))
                : NodeResourcesBalancedAllocation.standard();
    }

    private static Plugin nodeAffinity(ConfigNode args) {
        return args.has("addedAffinity")
                ? NodeAffinity.adding(args.node("addedAffinity").as(io.kubelayers.nucleus.core.NodeAffinity.class))
                : NodeAffinity.standard();
    }

    private static Plugin podAffinity(ConfigNode args) {
        return InterPodAffinity.of(
                args.number("hardPodAffinityWeight").orElse(InterPodAffinity.DEFAULT_HARD_WEIGHT),
                args.flag("ignorePreferredTermsOfExistingPods"));
    }

    private static Plugin spread(ConfigNode args) {
        if (ArgumentChecks.defaulting(args).equals("System")) {
            return PodTopologySpread.standard();
        }
        var constraints = args.nodes("defaultConstraints");
        return PodTopologySpread.with(SpreadDefaults.list(constraints.stream()
                .map(constraint -> constraint.as(TopologySpreadConstraint.class))
                .toList()));
    }

    private static Plugin volumes(ConfigNode args) {
        return VolumeBinding.waitingFor(
                Duration.ofSeconds(args.number("bindTimeoutSeconds").orElse(600)));
    }

    private static Plugin preemption(ConfigNode args) {
        return DefaultPreemption.trying(
                args.number("minCandidateNodesPercentage").orElse(10),
                args.number("minCandidateNodesAbsolute").orElse(100));
    }
}
