package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import io.kubelayers.application.scheduling.framework.Plugin;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A plugin in a {@link Profile}.
 *
 * @param plugin the plugin
 * @param weight what its scores are multiplied with; at least 1
 * @param disabledAt the extension points it implements but is not to be called at
 */
public record EnabledPlugin(Plugin plugin, int weight, Set<ExtensionPoint> disabledAt) {
    public EnabledPlugin {
        if (weight < 1) {
            throw new ProfileException("plugin \"" + plugin.name() + "\" has the weight " + weight
                    + ", it must be at least 1; disable it to leave it out");
        }
        var points = EnumSet.noneOf(ExtensionPoint.class);
        points.addAll(disabledAt);
        disabledAt = Collections.unmodifiableSet(points);
    }

    /** Whether it is called at this extension point. */
    public boolean at(ExtensionPoint point) {
        return point.isImplementedBy(plugin) && !disabledAt.contains(point);
    }
}
