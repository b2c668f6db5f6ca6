package io.kubelayers.interfaces.tour;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.node.ContainerScript;
import io.kubelayers.nucleus.node.ContainerScripts;
import io.kubelayers.nucleus.runtime.VirtualClock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cluster of the tour: three zones, four nodes for everybody, one of them with fast disks, and one kept for batch
 * work by a taint.
 */
final class TourCluster {
    /** Early on a working day, so that a day of load begins low. */
    private static final String START = "2026-01-05T04:00:00Z";

    /** Images are pulled once on each node, and processes take a while to come up. */
    private static final ContainerScript START_UP =
            ContainerScript.standard().pulls(Duration.ofSeconds(6)).startsAfter(Duration.ofSeconds(2));

    private TourCluster() {}

    static Cluster start(ApplicationLayer application, GovernanceLayer governance, Recorder recorder, long seed) {
        return Cluster.builder()
                .layers(application, governance)
                .clock(VirtualClock.at(START))
                .seed(seed)
                .trace(recorder)
                .onStep(recorder)
                .containers(ContainerScripts.none().on("*", START_UP))
                .node("node-1", node -> node.cpu("4").memory("16Gi").zone("a"))
                .node("node-2", node -> node.cpu("4").memory("16Gi").zone("b"))
                .node("node-3", node -> node.cpu("4").memory("16Gi").zone("c"))
                .node("node-4", node -> node.cpu("4").memory("16Gi").zone("a").label("disk", "ssd"))
                .node(
                        "node-5",
                        node -> node.cpu("8").memory("32Gi").zone("b").taint("dedicated", "batch", "NoSchedule"))
                .start();
    }

    /** The layer of each controller. */
    static Map<String, String> layers(ApplicationLayer application, GovernanceLayer governance) {
        var layers = new TreeMap<String, String>();
        application.controllers().forEach(controller -> layers.put(controller.name(), application.name()));
        governance.controllers().forEach(controller -> layers.put(controller.name(), governance.name()));
        return layers;
    }
}
