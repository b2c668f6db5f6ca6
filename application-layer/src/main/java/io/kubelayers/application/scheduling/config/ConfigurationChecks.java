package io.kubelayers.application.scheduling.config;

import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.nucleus.validation.FieldErrors;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a configuration whose fields are known, all at once. Upstream:
 * {@code pkg/scheduler/apis/config/validation/validation.go}.
 */
final class ConfigurationChecks {
    private static final String PERCENTAGE = "percentageOfNodesToScore";

    /** Plugins that went when NodeVolumeLimits came. */
    private static final Set<String> GONE = Set.of("AzureDiskLimits", "CinderLimits", "EBSLimits", "GCEPDLimits");

    private final PluginRegistry registry;
    private final Mistakes mistakes;

    private ConfigurationChecks(PluginRegistry registry, Mistakes mistakes) {
        this.registry = registry;
        this.mistakes = mistakes;
    }

    static void check(ConfigNode root, PluginRegistry registry, Mistakes mistakes) {
        new ConfigurationChecks(registry, mistakes).all(root);
    }

    private void all(ConfigNode root) {
        mistakes.in(errors -> LeaderElectionChecks.check(root, errors));
        mistakes.in(errors -> parallelism(root, errors));
        mistakes.during(() -> profiles(root.nodes("profiles")));
        mistakes.in(errors -> percentage(root, errors));
        mistakes.in(errors -> backoffs(root, errors));
        mistakes.in(errors -> ExtenderChecks.check(root.at("extenders"), root.nodes("extenders"), errors));
    }

    private static void parallelism(ConfigNode root, FieldErrors errors) {
        int parallelism = root.number("parallelism").orElse(1);
        if (parallelism <= 0) {
            errors.invalid(root.at("parallelism"), parallelism, "should be an integer value greater than zero");
        }
    }

    private static void backoffs(ConfigNode root, FieldErrors errors) {
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

    private static void percentage(ConfigNode node, FieldErrors errors) {
        int percentage = node.number(PERCENTAGE).orElse(0);
        if (percentage < 0 || percentage > 100) {
            errors.invalid(node.at(PERCENTAGE), percentage, "not in valid range [0-100]");
        }
    }

    private void profiles(List<ConfigNode> profiles) {
        var names = new TreeSet<String>();
        for (var profile : profiles) {
            var name = profile.text("schedulerName").orElse(profiles.size() == 1 ? Profile.DEFAULT_SCHEDULER : "");
            mistakes.in(errors -> errors.given(profile.at("schedulerName"), name));
            mistakes.in(errors -> percentage(profile, errors));
            mistakes.during(() -> plugins(profile.node("plugins")));
            mistakes.during(() -> arguments(profile.nodes("pluginConfig")));
            if (!names.add(name)) {
                mistakes.in(errors -> errors.duplicate(profile.at("schedulerName"), name));
            }
        }
        if (!profiles.isEmpty()) {
            mistakes.in(errors -> queueSort(profiles, errors));
        }
    }

    private void plugins(ConfigNode plugins) {
        for (var point : ConfigFields.points()) {
            var set = plugins.node(point);
            for (var enabled : set.nodes("enabled")) {
                known(enabled, !point.equals(ConfigFields.MULTI_POINT));
                mistakes.during(() -> enabled.number("weight", 0, Integer.MAX_VALUE));
            }
            for (var disabled : set.nodes("disabled")) {
                if (!disabled.text("name").orElse("").equals(ProfileReader.ALL)) {
                    known(disabled, false);
                }
            }
        }
    }

    private void arguments(List<ConfigNode> configs) {
        var seen = new TreeSet<String>();
        for (var config : configs) {
            var name = config.text("name").orElse("");
            if (!seen.add(name)) {
                mistakes.in(errors -> errors.duplicate(config.path(), name));
            }
            known(config, true);
            mistakes.in(errors -> new ArgumentChecks(errors).check(name, config.node("args")));
        }
    }

    /** @param isUse whether the plugin would be used, so that upstream names those that went */
    private void known(ConfigNode plugin, boolean isUse) {
        var name = plugin.text("name").orElse("");
        if (isUse && GONE.contains(name)) {
            mistakes.in(errors -> errors.invalid(
                    plugin.path(),
                    name,
                    "was invalid in version \"v1\" (KubeSchedulerConfiguration is version \""
                            + SchedulerConfiguration.VERSION + "\")"));
        } else if (name.isEmpty()) {
            mistakes.in(errors -> errors.required(plugin.at("name")));
        } else if (!registry.names().contains(name)) {
            mistakes.add(Mistake.at(
                    plugin.at("name").toString(),
                    "plugin \"" + name + "\" does not exist; there are " + String.join(", ", registry.names())));
        }
    }

    private static void queueSort(List<ConfigNode> profiles, FieldErrors errors) {
        var first = profiles.get(0).node("plugins").node("queueSort");
        var enabled = first.nodes("enabled");
        if (enabled.size() > 1) {
            errors.invalid(first.at("Enabled"), enabled.size(), "only one queue sort plugin can be enabled");
        }
        var name = enabled.isEmpty() ? "" : enabled.get(0).text("name").orElse("");
        var args = args(profiles.get(0), name);
        for (var profile : profiles.subList(1, profiles.size())) {
            var other = profile.node("plugins").node("queueSort");
            if (!other.tree().equals(first.tree())) {
                errors.invalid(other.path(), other.tree(), "must be the same for all profiles");
            }
            for (var config : profile.nodes("pluginConfig")) {
                var others = config.node("args");
                if (!name.isEmpty()
                        && name.equals(config.text("name").orElse(""))
                        && !others.tree().equals(args)) {
                    errors.invalid(others.path(), others.tree(), "queueSort must be the same for all profiles");
                }
            }
        }
    }

    private static Map<String, @Nullable Object> args(ConfigNode profile, String plugin) {
        for (var config : profile.nodes("pluginConfig")) {
            if (plugin.equals(config.text("name").orElse(""))) {
                return config.node("args").tree();
            }
        }
        return new TreeMap<>();
    }
}
