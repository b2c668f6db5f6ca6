package io.kubelayers.application.scheduling.config;

import io.kubelayers.application.scheduling.EnabledPlugin;
import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import io.kubelayers.application.scheduling.plugins.NodeResourcesFit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes a profile of the default one and what the configuration changes. Upstream: {@code mergePlugins} of
 * {@code apis/config/v1/default_plugins.go} and {@code expandMultiPointPlugins} of {@code framework/runtime}.
 *
 * <p>Reads configurations that {@link ConfigFields} and {@link ConfigurationChecks} have looked at. A plugin that is enabled at single extension points only comes before those that are enabled at all.
 */
final class ProfileReader {
    static final String ALL = "*";

    private final PluginRegistry registry;
    private final ConfigNode profile;
    private final Set<String> ignoredResources;
    private final Map<String, ConfigNode> args = new TreeMap<>();

    /** What the profile has so far of a plugin. */
    private static final class Wanted {
        private int weight;
        private final EnumSet<ExtensionPoint> points;

        Wanted(int weight, EnumSet<ExtensionPoint> points) {
            this.weight = weight;
            this.points = points;
        }
    }

    /** @param ignoredResources extended resources that are extenders' business alone */
    ProfileReader(PluginRegistry registry, ConfigNode profile, Set<String> ignoredResources) {
        this.registry = registry;
        this.profile = profile;
        this.ignoredResources = ignoredResources;
    }

    Profile read(int percentageOfNodesToScore) {
        readArgs();
        var plugins = profile.node("plugins");
        var multiPoint = multiPoint(plugins.node(ConfigFields.MULTI_POINT));
        var single = new LinkedHashMap<String, Wanted>();
        for (var point : ExtensionPoint.values()) {
            at(point, plugins.node(ConfigFields.field(point)), multiPoint, single);
        }
        var enabled = new ArrayList<EnabledPlugin>();
        single.forEach((name, wanted) -> enabled.add(make(name, wanted)));
        multiPoint.forEach((name, wanted) -> enabled.add(make(name, wanted)));
        requireBinder(enabled);
        return new Profile(
                profile.text("schedulerName").orElse(Profile.DEFAULT_SCHEDULER),
                enabled,
                profile.number("percentageOfNodesToScore").orElse(percentageOfNodesToScore));
    }

    private void requireBinder(List<EnabledPlugin> enabled) {
        if (enabled.stream().noneMatch(plugin -> plugin.at(ExtensionPoint.BIND))) {
            throw profile.error("at least one bind plugin is needed for profile with scheduler name \""
                    + profile.text("schedulerName").orElse(Profile.DEFAULT_SCHEDULER) + '"');
        }
    }

    private void readArgs() {
        for (var config : profile.nodes("pluginConfig")) {
            args.put(name(config), config.node("args"));
        }
    }

    private static String name(ConfigNode node) {
        return node.text("name").orElse("");
    }

    private Map<String, Wanted> multiPoint(ConfigNode node) {
        var disabled = disabled(node);
        var own = new LinkedHashMap<String, Integer>();
        node.nodes("enabled").forEach(plugin -> own.put(name(plugin), weight(plugin)));
        var wanted = new LinkedHashMap<String, Wanted>();
        for (var standard : Profile.standard().plugins()) {
            var name = standard.plugin().name();
            if (!disabled.contains(ALL) && !disabled.contains(name)) {
                var weight = own.remove(name);
                wanted.put(name, new Wanted(weight == null ? standard.weight() : weight, everywhere()));
            }
        }
        own.forEach((name, weight) -> wanted.put(name, new Wanted(weight, everywhere())));
        return wanted;
    }

    private static EnumSet<ExtensionPoint> everywhere() {
        return EnumSet.allOf(ExtensionPoint.class);
    }

    private static int weight(ConfigNode plugin) {
        int weight = plugin.number("weight").orElse(0);
        return weight == 0 ? 1 : weight;
    }

    private static Set<String> disabled(ConfigNode node) {
        var names = new TreeSet<String>();
        node.nodes("disabled").forEach(plugin -> names.add(name(plugin)));
        return names;
    }

    private void at(ExtensionPoint point, ConfigNode node, Map<String, Wanted> multiPoint, Map<String, Wanted> single) {
        var disabled = disabled(node);
        var enabled = new LinkedHashMap<String, Integer>();
        for (var plugin : node.nodes("enabled")) {
            if (enabled.put(name(plugin), weight(plugin)) != null) {
                throw plugin.error("plugin \"" + name(plugin) + "\" already registered as \"" + point + "\"");
            }
        }
        multiPoint.forEach((name, wanted) -> {
            var weight = enabled.remove(name);
            if (weight == null && (disabled.contains(ALL) || disabled.contains(name))) {
                wanted.points.remove(point);
            } else if (weight != null && point == ExtensionPoint.SCORE) {
                wanted.weight = weight;
            }
        });
        enabled.forEach((name, weight) -> {
            var wanted = single.computeIfAbsent(name, unused -> new Wanted(1, EnumSet.noneOf(ExtensionPoint.class)));
            wanted.points.add(point);
            if (point == ExtensionPoint.SCORE) {
                wanted.weight = weight;
            }
        });
    }

    private EnabledPlugin make(String name, Wanted wanted) {
        var plugin = registry.make(
                name,
                args.getOrDefault(
                        name, ConfigNode.empty(profile.at("pluginConfig").key(name))));
        for (var point : ExtensionPoint.values()) {
            boolean only = wanted.points.size() < ExtensionPoint.values().length;
            if (only && wanted.points.size() == 1 && wanted.points.contains(point) && !point.isImplementedBy(plugin)) {
                throw profile.error(
                        "plugins." + ConfigFields.field(point),
                        "plugin \"" + name + "\" does not extend " + point + " plugin");
            }
        }
        var equipped = plugin instanceof NodeResourcesFit fit && !ignoredResources.isEmpty()
                ? fit.ignoring(ignoredResources) // in place of those in its arguments, as upstream has it
                : plugin;
        return new EnabledPlugin(equipped, wanted.weight, EnumSet.complementOf(wanted.points));
    }
}
