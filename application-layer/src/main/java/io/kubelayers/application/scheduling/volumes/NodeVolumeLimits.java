package io.kubelayers.application.scheduling.volumes;

import io.kubelayers.application.scheduling.framework.ClusterEvent.Action;
import io.kubelayers.application.scheduling.framework.ClusterEvent.Resource;
import io.kubelayers.application.scheduling.framework.ClusterEventWithHint;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.EnqueueExtensions;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreFilterPlugin;
import io.kubelayers.application.scheduling.framework.PreFilterResult;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.storage.CSINode;
import io.kubelayers.nucleus.storage.VolumeAttachment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A node takes only so many volumes of each CSI driver as its {@code CSINode} says ({@code allocatable.count}). A volume
 * that several pods use counts once; volumes still attached to the node count too.
 *
 * <p>Upstream: {@code plugins/nodevolumelimits/csi.go}.
 */
public final class NodeVolumeLimits implements PreFilterPlugin, FilterPlugin, EnqueueExtensions {
    public static final String NAME = "NodeVolumeLimits";

    private static final Status REJECTED = Status.unschedulable("node(s) exceed max volume count");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PreFilterResult preFilter(CycleState state, PodInfo pod) {
        return pod.spec().volumes().stream().anyMatch(VolumeHints::mayAttach)
                ? PreFilterResult.all()
                : PreFilterResult.skip();
    }

    @Override
    public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
        if (pod.spec().volumes().isEmpty()) {
            return Status.success();
        }
        var csiNode = state.objects().find(CSINode.class, "", node.name()).orElse(null);
        var volumes = new AttachableVolumes(state.objects(), csiNode);
        var wanted = new TreeMap<String, String>();
        var refusal = volumes.collect(pod, true, wanted);
        if (refusal != null) {
            return refusal;
        }
        var limits = VolumeHints.limits(csiNode);
        if (wanted.isEmpty() || limits.isEmpty()) {
            return Status.success();
        }
        var attached = new TreeMap<String, String>();
        for (var other : node.pods()) {
            var trouble = volumes.collect(other, false, attached);
            if (trouble != null) {
                return trouble;
            }
        }
        stillAttached(state, node.name(), attached);
        wanted.keySet().removeAll(attached.keySet());
        return exceeds(limits, count(attached), count(wanted)) ? REJECTED : Status.success();
    }

    private static void stillAttached(CycleState state, String node, Map<String, String> attached) {
        for (var attachment : state.objects().list(VolumeAttachment.class)) {
            var name = attachment.spec().source().persistentVolumeName();
            if (!attachment.spec().nodeName().equals(node) || name == null) {
                continue;
            }
            state.objects().find(PersistentVolume.class, "", name).ifPresent(volume -> {
                var csi = volume.spec().csi();
                if (csi != null && csi.driver().equals(attachment.spec().attacher())) {
                    attached.put(AttachableVolumes.unique(csi.driver(), csi.volumeHandle()), csi.driver());
                }
            });
        }
    }

    private static Map<String, Integer> count(Map<String, String> driverOfVolume) {
        var counts = new TreeMap<String, Integer>();
        driverOfVolume.values().forEach(driver -> counts.merge(driver, 1, Integer::sum));
        return counts;
    }

    private static boolean exceeds(
            Map<String, Integer> limits, Map<String, Integer> attached, Map<String, Integer> wanted) {
        for (var entry : wanted.entrySet()) {
            var limit = limits.get(entry.getKey());
            if (limit != null && attached.getOrDefault(entry.getKey(), 0) + entry.getValue() > limit) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<ClusterEventWithHint> eventsToRegister() {
        return List.of(
                ClusterEventWithHint.on(Resource.CSI_NODE, Action.ADD, Action.UPDATE)
                        .when(VolumeHints::afterLimits),
                ClusterEventWithHint.on(Resource.ASSIGNED_POD, Action.DELETE).when(VolumeHints::afterLeaving),
                ClusterEventWithHint.on(Resource.PERSISTENT_VOLUME_CLAIM, Action.ADD)
                        .when(VolumeHints::afterClaim),
                ClusterEventWithHint.on(Resource.VOLUME_ATTACHMENT, Action.DELETE)
                        .when(VolumeHints::afterDetaching));
    }
}
