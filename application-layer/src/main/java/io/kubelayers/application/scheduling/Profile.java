package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.Extender;
import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import java.util.HashSet;
import java.util.List;

/**
 * How one scheduler decides: its plugins in the order in which they are called, with their weights. Immutable data; the
 * {@link #edit() builder} makes others of it.
 *
 * <pre>{@code
 * Profile packed = Profile.standard().edit()
 *         .schedulerName("packer")
 *         .replace("NodeResourcesFit", NodeResourcesFit.scoring(ScoringStrategy.mostAllocated()))
 *         .disable("ImageLocality")
 *         .enable(new OnlyOn("r1"))
 *         .build();
 * }</pre>
 *
 * Upstream: {@code KubeSchedulerProfile} of {@code kubescheduler.config.k8s.io/v1}.
 *
 * @param schedulerName pods that say so in {@code spec.schedulerName} are scheduled with this profile
 * @param plugins in order; an order for the queue is among them
 * @param percentageOfNodesToScore stop looking for feasible nodes when this share of the cluster is found; 0 for
 *     upstream's default: all of up to 100 nodes, then half, down to 5 % in large clusters
 * @param extenders are asked after the plugins, in this order; those that may be ignored last
 */
public record Profile(
        String schedulerName, List<EnabledPlugin> plugins, int percentageOfNodesToScore, List<Extender> extenders) {
    /** The name of the profile that pods get which name no scheduler. */
    public static final String DEFAULT_SCHEDULER = "default-scheduler";

    public Profile {
        plugins = List.copyOf(plugins);
        extenders = List.copyOf(extenders);
        var names = new HashSet<String>();
        int sorts = 0;
        for (var enabled : plugins) {
            if (!names.add(enabled.plugin().name())) {
                throw new ProfileException("plugin \"" + enabled.plugin().name() + "\" is enabled twice in profile \""
                        + schedulerName + "\"");
            }
            sorts += enabled.at(ExtensionPoint.QUEUE_SORT) ? 1 : 0;
        }
        if (sorts != 1) {
            throw new ProfileException(
                    "profile \"" + schedulerName + "\" needs exactly one QueueSort plugin, it has " + sorts);
        }
        if (percentageOfNodesToScore < 0 || percentageOfNodesToScore > 100) {
            throw new ProfileException(
                    "percentageOfNodesToScore " + percentageOfNodesToScore + " is not between 0 and 100");
        }
    }

    /** A profile without extenders. */
    public Profile(String schedulerName, List<EnabledPlugin> plugins, int percentageOfNodesToScore) {
        this(schedulerName, plugins, percentageOfNodesToScore, List.of());
    }

    /** Upstream's default profile, as far as its plugins are there. */
    public static Profile standard() {
        return DefaultPlugins.profile();
    }

    /** A profile to be built from nothing. */
    public static ProfileBuilder named(String schedulerName) {
        return new ProfileBuilder(schedulerName, List.of(), 0, List.of());
    }

    /** A builder that starts with this profile. */
    public ProfileBuilder edit() {
        return new ProfileBuilder(schedulerName, plugins, percentageOfNodesToScore, extenders);
    }
}
