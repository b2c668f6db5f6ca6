package io.kubelayers.application.scheduling.config;

import io.kubelayers.application.scheduling.affinity.InterPodAffinity;
import io.kubelayers.application.scheduling.affinity.PodTopologySpread;
import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import io.kubelayers.application.scheduling.plugins.DynamicResources;
import io.kubelayers.application.scheduling.plugins.NodeAffinity;
import io.kubelayers.application.scheduling.plugins.NodeResourcesBalancedAllocation;
import io.kubelayers.application.scheduling.plugins.NodeResourcesFit;
import io.kubelayers.application.scheduling.preemption.DefaultPreemption;
import io.kubelayers.application.scheduling.volumes.VolumeBinding;
import java.util.ArrayList;
import java.util.List;

/**
 * Which fields a configuration may have. All others are mistakes, told at once. Upstream: strict decoding of
 * {@code kube-scheduler/config/v1/types.go}.
 */
final class ConfigFields {
    static final String MULTI_POINT = "multiPoint";

    private static final String[] NAMED = {"name", "weight"};

    private final Mistakes mistakes;

    private ConfigFields(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    static void check(ConfigNode root, Mistakes mistakes) {
        mistakes.during(() -> new ConfigFields(mistakes).root(root));
    }

    private void allow(ConfigNode node, String... known) {
        node.unknown(known).forEach(mistakes::add);
    }

    private void each(ConfigNode node, String field, String... known) {
        node.nodes(field).forEach(one -> allow(one, known));
    }

    private void root(ConfigNode root) {
        allow(
                root,
                "apiVersion",
                "kind",
                "profiles",
                "extenders",
                "percentageOfNodesToScore",
                "podInitialBackoffSeconds",
                "podMaxBackoffSeconds",
                "parallelism",
                "leaderElection",
                "clientConnection",
                "enableProfiling",
                "enableContentionProfiling",
                "delayCacheUntilActive");
        allow(root.node("clientConnection"), "kubeconfig", "acceptContentTypes", "contentType", "qps", "burst");
        allow(
                root.node("leaderElection"),
                "leaderElect",
                "leaseDuration",
                "renewDeadline",
                "retryPeriod",
                "resourceLock",
                "resourceNamespace",
                "resourceName");
        root.nodes("extenders").forEach(extender -> mistakes.during(() -> extender(extender)));
        root.nodes("profiles").forEach(profile -> mistakes.during(() -> profile(profile)));
    }

    private void extender(ConfigNode extender) {
        allow(
                extender,
                "urlPrefix",
                "filterVerb",
                "preemptVerb",
                "prioritizeVerb",
                "weight",
                "bindVerb",
                "enableHTTPS",
                "tlsConfig",
                "httpTimeout",
                "nodeCacheCapable",
                "managedResources",
                "ignorable");
        each(extender, "managedResources", "name", "ignoredByScheduler");
        allow(
                extender.node("tlsConfig"),
                "insecure",
                "serverName",
                "certFile",
                "keyFile",
                "caFile",
                "certData",
                "keyData",
                "caData");
    }

    private void profile(ConfigNode profile) {
        allow(profile, "schedulerName", "percentageOfNodesToScore", "plugins", "pluginConfig");
        var plugins = profile.node("plugins");
        allow(plugins, points().toArray(new String[0]));
        for (var point : points()) {
            var set = plugins.node(point);
            allow(set, "enabled", "disabled");
            each(set, "enabled", NAMED);
            each(set, "disabled", NAMED);
        }
        for (var config : profile.nodes("pluginConfig")) {
            allow(config, "name", "args");
            arguments(config.text("name").orElse(""), config.node("args"));
        }
    }

    /** The fields below {@code plugins}. */
    static List<String> points() {
        var points = new ArrayList<>(List.of(MULTI_POINT));
        for (var point : ExtensionPoint.values()) {
            points.add(field(point));
        }
        return points;
    }

    static String field(ExtensionPoint point) {
        var name = point.toString();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private void arguments(String plugin, ConfigNode args) {
        switch (plugin) {
            case NodeResourcesFit.NAME -> fit(args);
            case NodeResourcesBalancedAllocation.NAME -> {
                typed(args, "resources");
                each(args, "resources", NAMED);
            }
            case NodeAffinity.NAME -> typed(args, "addedAffinity");
            case InterPodAffinity.NAME -> typed(args, "hardPodAffinityWeight", "ignorePreferredTermsOfExistingPods");
            case PodTopologySpread.NAME -> typed(args, "defaultConstraints", "defaultingType");
            case VolumeBinding.NAME -> typed(args, "bindTimeoutSeconds", "shape");
            case DefaultPreemption.NAME -> typed(args, "minCandidateNodesPercentage", "minCandidateNodesAbsolute");
            case DynamicResources.NAME -> typed(args, "filterTimeout", "bindingTimeout");
            default -> {
                // it looks at them itself
            }
        }
    }

    private void typed(ConfigNode args, String... fields) {
        var known = new ArrayList<>(List.of("apiVersion", "kind"));
        known.addAll(List.of(fields));
        allow(args, known.toArray(new String[0]));
    }

    private void fit(ConfigNode args) {
        typed(args, "ignoredResources", "ignoredResourceGroups", "scoringStrategy");
        var strategy = args.node("scoringStrategy");
        allow(strategy, "type", "resources", "requestedToCapacityRatio");
        each(strategy, "resources", NAMED);
        var ratio = strategy.node("requestedToCapacityRatio");
        allow(ratio, "shape");
        each(ratio, "shape", "utilization", "score");
    }
}
