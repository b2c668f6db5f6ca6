package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.OwnerReference;
import java.util.List;

/** Which pods leave a node that is drained, as {@code kubectl drain --ignore-daemonsets} sees it. */
public final class Eviction {
    /** On pods that a kubelet runs from a file; the API knows only their mirror image. */
    private static final String MIRROR = "kubernetes.io/config.mirror";

    private Eviction() {}

    static List<PodInfo> movable(Snapshot cluster, String node) {
        var info = cluster.node(node);
        return info == null
                ? List.of()
                : info.pods().stream().filter(pod -> isMovable(pod.pod())).toList();
    }

    /** Whether a pod goes elsewhere: not if a DaemonSet owns it, the kubelet runs it from a file, or it is on its way out. */
    public static boolean isMovable(Pod pod) {
        var metadata = pod.metadata();
        return metadata.deletionTimestamp() == null
                && !metadata.annotations().containsKey(MIRROR)
                && metadata.ownerReferences().stream().noneMatch(Eviction::isDaemonSet);
    }

    private static boolean isDaemonSet(OwnerReference owner) {
        return Boolean.TRUE.equals(owner.controller()) && owner.kind().equals("DaemonSet");
    }

    /** The pod as its controller would create it again. */
    public static Pod unbound(Pod pod) {
        return pod.withSpec(pod.spec().withNodeName(null)).withStatus(Pod.Status.EMPTY);
    }
}
