package io.kubelayers.examples;

import io.kubelayers.application.scheduling.Balance;
import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.interfaces.report.TextReport;
import io.kubelayers.interfaces.scheduling.GivenCluster;
import io.kubelayers.interfaces.scheduling.PackingPicture;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.core.Node;
import java.io.PrintStream;
import java.util.List;

/** How many nodes for Black Friday? The page is {@code lessons/black-friday.md}. */
public final class BlackFridayLesson {
    private static final List<Node> SHAPES = List.of(
            new NodeTemplate().cpu("4").memory("16Gi").build("m"),
            new NodeTemplate().cpu("16").memory("64Gi").build("xl"));

    private BlackFridayLesson() {}

    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        out.println("An ordinary day: " + nodesFor(1));
        out.println("Twice the load:  " + nodesFor(2));
        var blackFriday = shop(8);
        var fleet = blackFriday
                .scheduling()
                .smallestFleet(SHAPES.stream().map(blackFriday::afterDaemons).toList(), blackFriday.waiting(), 50);
        out.println("Black Friday:    " + fleet.explain());
        out.println();

        var placements = fleet.placements();
        out.print(TextReport.render(PackingPicture.of(placements.after(), placements.placements())));
        var typical = placements.placements().stream().map(Placement::pod).toList();
        out.println(Balance.of(placements.after(), typical));
        out.println();

        var lost = blackFriday
                .scheduling()
                .whatIf(before -> placements.after())
                .whatIf()
                .draining("xl-1");
        out.println("And if one of the large nodes is lost? " + lost.explain());
    }

    private static String nodesFor(int times) {
        var shop = shop(times);
        var shapes = SHAPES.stream().map(shop::afterDaemons).toList();
        return shop.scheduling().smallestFleet(shapes, shop.waiting(), 50).explain();
    }

    /** The shop under so many times its load: what scales, scales. */
    private static GivenCluster shop(int times) {
        var manifests = new StringBuilder();
        manifests
                .append(deployment("web", 4 * times, "500m", "512Mi"))
                .append(deployment("checkout", 2 * times, "1", "2Gi"))
                .append(deployment("search", times, "2", "6Gi"));
        manifests.append(
                """
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: logs, namespace: shop}
                spec:
                  selector: {matchLabels: {app: logs}}
                  template:
                    metadata: {labels: {app: logs}}
                    spec: {containers: [{name: logs, image: logs, resources: {requests: {cpu: 200m, memory: 256Mi}}}]}
                """);
        return GivenCluster.read(Manifests.of("shop.yaml", manifests.toString()));
    }

    private static String deployment(String name, int replicas, String cpu, String memory) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s, namespace: shop}
                spec:
                  replicas: %2$d
                  selector: {matchLabels: {app: %1$s}}
                  template:
                    metadata: {labels: {app: %1$s}}
                    spec:
                      containers: [{name: %1$s, image: %1$s, resources: {requests: {cpu: "%3$s", memory: %4$s}}}]
                      topologySpreadConstraints:
                      - maxSkew: 1
                        topologyKey: kubernetes.io/hostname
                        whenUnsatisfiable: ScheduleAnyway
                        labelSelector: {matchLabels: {app: %1$s}}
                ---
                """
                .formatted(name, replicas, cpu, memory);
    }
}
