package io.kubelayers.interfaces.tour;

import io.kubelayers.interfaces.report.Part;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.resources.PodResources;
import io.kubelayers.nucleus.resources.ResourceList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The nodes with their pods as a picture. */
final class ClusterPicture {
    private ClusterPicture() {}

    static Part.NodeMap of(String title, TourContext tour) {
        return of(title, tour.nodes(), tour.pods());
    }

    static Part.NodeMap of(String title, List<Node> nodes, List<Pod> pods) {
        var boxes = new ArrayList<Part.NodeBox>();
        for (var node : nodes) {
            var name = node.metadata().nameOrEmpty();
            var here = pods.stream()
                    .filter(pod -> name.equals(pod.spec().nodeName()))
                    .filter(pod -> !TourContext.isFinished(pod))
                    .sorted(Comparator.comparing(Names::group)
                            .thenComparing(pod -> pod.metadata().nameOrEmpty()))
                    .toList();
            boxes.add(new Part.NodeBox(
                    name,
                    note(node),
                    share(node, here, ResourceName.CPU),
                    share(node, here, ResourceName.MEMORY),
                    !node.spec().unschedulable(),
                    here.stream()
                            .map(pod -> new Part.PodBox(
                                    pod.metadata().nameOrEmpty(), Names.group(pod), TourContext.isReady(pod)))
                            .toList()));
        }
        return new Part.NodeMap(title, boxes);
    }

    private static String note(Node node) {
        var zone = node.metadata().labels().get("topology.kubernetes.io/zone");
        var note = new StringBuilder("zone ").append(zone == null ? "none" : zone);
        for (var taint : node.spec().taints()) {
            note.append(", taint ").append(taint.key());
        }
        return note.toString();
    }

    private static double share(Node node, List<Pod> pods, String resource) {
        double requested = 0;
        for (var pod : pods) {
            requested += ResourceList.get(PodResources.requests(pod), resource).toDouble();
        }
        double allocatable =
                ResourceList.get(node.status().allocatable(), resource).toDouble();
        return allocatable == 0 ? 0 : requested / allocatable;
    }
}
