package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.affinity.InterPodAffinity;
import io.kubelayers.application.scheduling.affinity.PodTopologySpread;
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
import io.kubelayers.application.scheduling.plugins.UnsupportedRules;
import io.kubelayers.application.scheduling.preemption.DefaultPreemption;
import io.kubelayers.application.scheduling.volumes.NodeVolumeLimits;
import io.kubelayers.application.scheduling.volumes.VolumeBinding;
import io.kubelayers.application.scheduling.volumes.VolumeRestrictions;
import io.kubelayers.application.scheduling.volumes.VolumeZone;

/**
 * The plugins of the default profile with upstream's order and weights ({@code apis/config/v1/default_plugins.go} of
 * 1.35). {@link UnsupportedRules} stands where DynamicResources will.
 *
 * <p>There is no binder: where bindings go is for whoever runs the profile against a cluster to say.
 */
final class DefaultPlugins {
    private DefaultPlugins() {}

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
                .enable(new UnsupportedRules())
                .enable(DefaultPreemption.standard())
                .enable(NodeResourcesBalancedAllocation.standard())
                .enable(new ImageLocality())
                .build();
    }
}
