package io.kubelayers.interfaces.scheduling;

import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.workloads.PodWorkload;
import io.kubelayers.interfaces.report.Part;
import io.kubelayers.nucleus.core.ResourceName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How pods lie on nodes, as a picture. */
public final class PackingPicture {
    private static final List<String> RESOURCES = List.of(ResourceName.CPU, ResourceName.MEMORY);
    private static final int MOST_NODES = 200;

    private PackingPicture() {}

    /**
     * The cluster with these pods put there just now. Of more than 200 nodes those are shown that got some of them, and then
     * others by name.
     */
    public static Part.Packing of(Snapshot cluster, Collection<Placement> placements) {
        var fresh = new HashSet<String>();
        placements.forEach(placement -> fresh.add(placement.pod().key()));
        var nodes = new ArrayList<>(cluster.nodes());
        int count = nodes.size();
        if (count > MOST_NODES) {
            nodes.sort(Comparator.comparing(
                            (NodeInfo node) -> node.pods().stream().noneMatch(pod -> fresh.contains(pod.key())))
                    .thenComparing(NodeInfo::name));
            nodes.subList(MOST_NODES, count).clear();
        }
        var title = count + (count == 1 ? " node" : " nodes") + " with what pods request of them"
                + (count > MOST_NODES ? ", " + MOST_NODES + " shown" : "");
        return new Part.Packing(
                title, RESOURCES, nodes.stream().map(node -> node(node, fresh)).toList());
    }

    private static Part.PackedNode node(NodeInfo node, Set<String> fresh) {
        var pods = new ArrayList<Part.PackedPod>();
        for (var pod : node.pods()) {
            pods.add(new Part.PackedPod(
                    pod.key(), PodWorkload.of(pod.pod()).key(), shares(pod, node), fresh.contains(pod.key())));
        }
        pods.sort(Comparator.comparing(Part.PackedPod::isNew).thenComparing(Part.PackedPod::group));
        return new Part.PackedNode(node.name(), note(node), pods);
    }

    private static List<Double> shares(PodInfo pod, NodeInfo node) {
        var shares = new ArrayList<Double>();
        for (var resource : RESOURCES) {
            double has = node.allocatable().get(resource);
            shares.add(has == 0 ? 0 : pod.requests().get(resource) / has);
        }
        return shares;
    }

    private static String note(NodeInfo node) {
        var parts = new ArrayList<String>();
        var zone = node.label("topology.kubernetes.io/zone");
        if (zone != null) {
            parts.add("zone " + zone);
        }
        if (node.node().spec().unschedulable()) {
            parts.add("cordoned");
        }
        for (var taint : node.node().spec().taints()) {
            parts.add("taint " + taint.key());
        }
        return String.join(", ", parts);
    }
}
