package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.extender.WireExtender;
import io.kubelayers.application.scheduling.framework.ActingPlugin;
import io.kubelayers.application.scheduling.framework.ClusterActions;
import io.kubelayers.application.scheduling.framework.Extender;
import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import io.kubelayers.application.scheduling.framework.Plugin;
import io.kubelayers.application.scheduling.framework.QueueSortPlugin;
import io.kubelayers.application.scheduling.plugins.DefaultBinder;
import io.kubelayers.application.scheduling.queue.QueueRules;
import io.kubelayers.nucleus.control.ControllerContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A profile at work in a cluster.
 *
 * @param framework runs its plugins; one that binds is among them
 * @param report tells what came of it, in the profile's name
 * @param guard runs the framework
 * @param sort the order of the queue
 */
record ProfileInCluster(Framework framework, SchedulingReport report, Guard guard, QueueSortPlugin sort) {
    /**
     * @param limit how long a call of a plugin may take that is not one of the default profile's, or of an extender that
     *     has no limit of its own
     */
    static ProfileInCluster of(Profile profile, ControllerContext context, Duration limit, SchedulerMetrics metrics) {
        var client = context.client();
        var events = context.events().from(profile.schedulerName());
        var equipped = equipped(withBinder(profile), new LiveActions(client, events, context.runtime()));
        var meter = Meter.of(profile.schedulerName(), context.runtime().clock(), metrics);
        var report = new SchedulingReport(client, events, context.runtime());
        if (isKnownToReturn(equipped)) {
            var framework = Framework.of(equipped, meter);
            return new ProfileInCluster(framework, report, Guard.NONE, framework.queueSort());
        }
        var guard = new PluginLimit(limit);
        var framework = Framework.of(watched(equipped, guard), meter);
        var sort = framework.queueSort();
        var guarded = DefaultPlugins.has(sort) ? sort : new GuardedSort(sort, guard);
        return new ProfileInCluster(framework, report, guard, guarded);
    }

    private static boolean isKnownToReturn(Profile profile) {
        return profile.plugins().stream().allMatch(enabled -> DefaultPlugins.has(enabled.plugin()))
                && profile.extenders().stream().allMatch(WireExtender.class::isInstance);
    }

    private static Profile watched(Profile profile, PluginLimit guard) {
        var watched = changed(profile, plugin -> DefaultPlugins.has(plugin) ? plugin : guard.watched(plugin));
        var extenders = new ArrayList<Extender>();
        for (var extender : profile.extenders()) {
            extenders.add(extender instanceof WireExtender ? extender : guard.watched(extender));
        }
        return new Profile(watched.schedulerName(), watched.plugins(), watched.percentageOfNodesToScore(), extenders);
    }

    /** What the profile says about waiting. */
    QueueRules queueRules() {
        var rules = framework.queueRules(guard);
        return new QueueRules(sort, rules.gate(), rules.events());
    }

    /** What went wrong with the order of the queue, told once. */
    Optional<String> newsOfSort() {
        return sort instanceof GuardedSort guarded ? guarded.news() : Optional.empty();
    }

    /** A profile made from nothing need not think of it. */
    private static Profile withBinder(Profile profile) {
        boolean binds = profile.plugins().stream().anyMatch(enabled -> enabled.at(ExtensionPoint.BIND));
        return binds ? profile : profile.edit().enable(DefaultBinder.standard()).build();
    }

    private static Profile equipped(Profile profile, ClusterActions actions) {
        return changed(
                profile, plugin -> plugin instanceof ActingPlugin acting ? acting.equippedWith(actions) : plugin);
    }

    private static Profile changed(Profile profile, UnaryOperator<Plugin> change) {
        var plugins = new ArrayList<EnabledPlugin>();
        for (var enabled : profile.plugins()) {
            plugins.add(new EnabledPlugin(change.apply(enabled.plugin()), enabled.weight(), enabled.disabledAt()));
        }
        return new Profile(profile.schedulerName(), plugins, profile.percentageOfNodesToScore(), profile.extenders());
    }
}
