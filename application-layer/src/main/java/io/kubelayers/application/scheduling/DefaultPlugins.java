package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.affinity.InterPodAffinity;
import io.kubelayers.application.scheduling.affinity.PodTopologySpread;
import io.kubelayers.application.scheduling.framework.Plugin;
import io.kubelayers.application.scheduling.plugins.DefaultBinder;
import io.kubelayers.application.scheduling.plugins.DynamicResources;
import io.kubelayers.application.scheduling.plugins.GangScheduling;
import io.kubelayers.application.scheduling.plugins.ImageLocality;
import io.kubelayers.application.scheduling.plugins.NodeAffinity;
import io.kubelayers.application.scheduling.plugins.NodeName;
import io.kubelayers.application.scheduling.plugins.NodePorts;
import io.kubelayers.application.scheduling.plugins.NodeResourcesBalancedAllocation;
import io.kubelayers.application.scheduling.plugins.NodeResourcesFit;
import io.kubelayers.application.scheduling.plugins.NodeUnschedulable;
import io.kubelayers.application.scheduling.plugins.PrioritySort;
import io.kubelayers.application.scheduling.plugins.SchedulingGates;
import io.kubelayers.application.scheduling.plugins.TaintToleration;
import io.kubelayers.application.scheduling.preemption.DefaultPreemption;
import io.kubelayers.application.scheduling.volumes.NodeVolumeLimits;
import io.kubelayers.application.scheduling.volumes.VolumeBinding;
import io.kubelayers.application.scheduling.volumes.VolumeRestrictions;
import io.kubelayers.application.scheduling.volumes.VolumeZone;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The plugins of the default profile with upstream's order and weights ({@code apis/config/v1/default_plugins.go} of
 * 1.35).
 */
final class DefaultPlugins {
    private static final Set<Class<?>> CLASSES = profile().plugins().stream()
            .map(enabled -> enabled.plugin().getClass())
            .collect(Collectors.toUnmodifiableSet());

    private DefaultPlugins() {}

    /** Whether the plugin is one of these, with whatever arguments. */
    static boolean has(Plugin plugin) {
        return CLASSES.contains(plugin.getClass());
    }

    static Profile profile() {
        return Profile.named(Profile.DEFAULT_SCHEDULER)
                .enable(new SchedulingGates())
                .enable(new PrioritySort())
                .enable(new NodeUnschedulable())
                .enable(new NodeName())
                .enable(TaintToleration.standard(), 3)
                .enable(NodeAffinity.standard(), 2)
                .enable(new NodePorts())
                .enable(NodeResourcesFit.standard())
                .enable(new VolumeRestrictions())
                .enable(new NodeVolumeLimits())
                .enable(VolumeBinding.standard())
                .enable(new VolumeZone())
                .enable(PodTopologySpread.standard(), 2)
                .enable(InterPodAffinity.standard(), 2)
                .enable(new DynamicResources())
                .enable(new GangScheduling())
                .enable(DefaultPreemption.standard())
                .enable(NodeResourcesBalancedAllocation.standard())
                .enable(new ImageLocality())
                .enable(DefaultBinder.standard())
                .build();
    }
}
