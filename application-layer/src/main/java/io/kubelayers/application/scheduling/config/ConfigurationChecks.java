package io.kubelayers.application.scheduling.config;

import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is wrong with a configuration whose fields are known, all at once. Upstream:
 * {@code pkg/scheduler/apis/config/validation/validation.go}.
 */
final class ConfigurationChecks {
    private static final String PERCENTAGE = "percentageOfNodesToScore";

    /** Plugins that went when NodeVolumeLimits came. */
    private static final Set<String> GONE = Set.of("AzureDiskLimits", "CinderLimits", "EBSLimits", "GCEPDLimits");

    private final FieldErrors errors = new FieldErrors();

    private ConfigurationChecks() {}

    /** @throws ConfigurationException that lists all that is wrong */
    static void check(ConfigNode root) {
        var checks = new ConfigurationChecks();
        checks.all(root);
        if (checks.errors.size() > 0) {
            throw ConfigurationException.of(checks.errors.list());
        }
    }

    private void all(ConfigNode root) {
        LeaderElectionChecks.check(root, errors);
        int parallelism = root.number("parallelism").orElse(1);
        if (parallelism <= 0) {
            errors.invalid(root.at("parallelism"), parallelism, "should be an integer value greater than zero");
        }
        var profiles = root.nodes("profiles");
        profiles(profiles);
        percentage(root);
        backoffs(root);
        ExtenderChecks.check(root.at("extenders"), root.nodes("extenders"), errors);
    }

    private void backoffs(ConfigNode root) {
        int initial = root.number("podInitialBackoffSeconds").orElse(1);
        int most = root.number("podMaxBackoffSeconds").orElse(10);
        if (initial <= 0) {
            errors.invalid(root.at("podInitialBackoffSeconds"), initial, "must be greater than 0");
        }
        if (most < initial) {
            errors.invalid(
                    root.at("podMaxBackoffSeconds"), most, "must be greater than or equal to PodInitialBackoffSeconds");
        }
    }

    private void percentage(ConfigNode node) {
        int percentage = node.number(PERCENTAGE).orElse(0);
        if (percentage < 0 || percentage > 100) {
            errors.invalid(node.at(PERCENTAGE), percentage, "not in valid range [0-100]");
        }
    }

    private void profiles(List<ConfigNode> profiles) {
        var names = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < profiles.size(); i++) {
            var profile = profiles.get(i);
            var name = profile.text("schedulerName").orElse(profiles.size() == 1 ? "default-scheduler" : "");
            if (name.isEmpty()) {
                errors.required(profile.at("schedulerName"));
            }
            percentage(profile);
            plugins(profile);
            pluginConfig(profile);
            if (names.put(name, i) != null) {
                errors.duplicate(profile.at("schedulerName"), name);
            }
        }
        if (!profiles.isEmpty()) {
            queueSort(profiles);
        }
    }

    private void plugins(ConfigNode profile) {
        var plugins = profile.node("plugins");
        for (var point : ExtensionPoint.values()) {
            var set = plugins.node(ProfileReader.field(point));
            for (var enabled : set.nodes("enabled")) {
                gone(enabled.path(), enabled.text("name").orElse(""));
            }
        }
    }

    private void gone(FieldPath place, String plugin) {
        if (GONE.contains(plugin)) {
            errors.invalid(
                    place,
                    plugin,
                    "was invalid in version \"v1\" (KubeSchedulerConfiguration is version \""
                            + SchedulerConfiguration.VERSION + "\")");
        }
    }

    private void pluginConfig(ConfigNode profile) {
        var seen = new TreeSet<String>();
        for (var config : profile.nodes("pluginConfig")) {
            var name = config.text("name").orElse("");
            if (!seen.add(name)) {
                errors.duplicate(config.path(), name);
            }
            gone(config.path(), name);
            new ArgumentChecks(errors).check(name, config.node("args"));
        }
    }

    private void queueSort(List<ConfigNode> profiles) {
        var first = profiles.get(0).node("plugins").node("queueSort");
        int enabled = first.nodes("enabled").size();
        if (enabled > 1) {
            errors.invalid(first.at("Enabled"), enabled, "only one queue sort plugin can be enabled");
        }
        for (var profile : profiles.subList(1, profiles.size())) {
            var other = profile.node("plugins").node("queueSort");
            if (!other.tree().equals(first.tree())) {
                errors.invalid(other.path(), other.tree(), "must be the same for all profiles");
            }
        }
    }
}
