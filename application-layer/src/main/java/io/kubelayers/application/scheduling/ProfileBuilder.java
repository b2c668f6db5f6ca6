package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.Extender;
import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import io.kubelayers.application.scheduling.framework.Plugin;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Puts a {@link Profile} together. Names of plugins that are not enabled are errors, so that a typo does not pass. */
public final class ProfileBuilder {
    private final List<EnabledPlugin> plugins;
    private final List<Extender> extenders;
    private String schedulerName;
    private int percentageOfNodesToScore;

    ProfileBuilder(
            String schedulerName, List<EnabledPlugin> plugins, int percentageOfNodesToScore, List<Extender> extenders) {
        this.schedulerName = schedulerName;
        this.plugins = new ArrayList<>(plugins);
        this.extenders = new ArrayList<>(extenders);
        this.percentageOfNodesToScore = percentageOfNodesToScore;
    }

    public ProfileBuilder schedulerName(String name) {
        schedulerName = name;
        return this;
    }

    /** See {@link Profile#percentageOfNodesToScore}. */
    public ProfileBuilder percentageOfNodesToScore(int percentage) {
        percentageOfNodesToScore = percentage;
        return this;
    }

    /** Adds a plugin after all others, at every extension point it implements. */
    public ProfileBuilder enable(Plugin plugin) {
        return enable(plugin, 1);
    }

    /** The same, with a weight for its scores. */
    public ProfileBuilder enable(Plugin plugin, int weight) {
        plugins.add(new EnabledPlugin(plugin, weight, EnumSet.noneOf(ExtensionPoint.class)));
        return this;
    }

    /** Adds a plugin just before another one, so that its rejection is the one that is reported. */
    public ProfileBuilder enableBefore(String other, Plugin plugin) {
        plugins.add(find(other), new EnabledPlugin(plugin, 1, EnumSet.noneOf(ExtensionPoint.class)));
        return this;
    }

    /** Takes a plugin out. */
    public ProfileBuilder disable(String plugin) {
        plugins.remove(find(plugin));
        return this;
    }

    /** Leaves a plugin in, but does not call it at these extension points. */
    public ProfileBuilder disable(String plugin, ExtensionPoint first, ExtensionPoint... more) {
        int at = find(plugin);
        var enabled = plugins.get(at);
        var points = EnumSet.of(first, more);
        points.addAll(enabled.disabledAt());
        plugins.set(at, new EnabledPlugin(enabled.plugin(), enabled.weight(), points));
        return this;
    }

    /** Puts another plugin in the place of one, with its weight. */
    public ProfileBuilder replace(String plugin, Plugin by) {
        int at = find(plugin);
        plugins.set(at, new EnabledPlugin(by, plugins.get(at).weight(), EnumSet.noneOf(ExtensionPoint.class)));
        return this;
    }

    /** Gives the scores of a plugin another weight. */
    public ProfileBuilder weight(String plugin, int weight) {
        int at = find(plugin);
        plugins.set(
                at,
                new EnabledPlugin(
                        plugins.get(at).plugin(), weight, plugins.get(at).disabledAt()));
        return this;
    }

    /** Adds an extender, which is asked after the plugins and the extenders before it. */
    public ProfileBuilder extendedBy(Extender extender) {
        extenders.add(extender);
        return this;
    }

    /** @throws ProfileException if the profile cannot work */
    public Profile build() {
        return new Profile(schedulerName, plugins, percentageOfNodesToScore, extenders);
    }

    private int find(String name) {
        for (int i = 0; i < plugins.size(); i++) {
            if (plugins.get(i).plugin().name().equals(name)) {
                return i;
            }
        }
        var known = plugins.stream().map(enabled -> enabled.plugin().name()).toList();
        throw new ProfileException(
                "no plugin \"" + name + "\" is enabled in profile \"" + schedulerName + "\", only " + known);
    }
}
