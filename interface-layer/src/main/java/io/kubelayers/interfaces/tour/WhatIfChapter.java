package io.kubelayers.interfaces.tour;

import io.kubelayers.application.scheduling.InformedObjects;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.interfaces.tour.ChapterResult.Story;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.DeleteOptionsBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A zone burns down, on a copy of the cluster. */
final class WhatIfChapter implements Chapter {
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String LOST = "a";
    private static final int MOST_REPLICAS = 200;

    @Override
    public String title() {
        return "What if zone a were gone?";
    }

    @Override
    public String layer() {
        return "all layers";
    }

    @Override
    public ChapterResult run(TourContext tour) {
        var story = new Story()
                .say(
                        "A fork is a second cluster in the same state; making it costs next to nothing because all state is "
                                + "persistent data. What happens there does not happen here.");
        long before = running(tour.cluster());
        try (var fork = tour.cluster().fork()) {
            int lost = burn(fork);
            fork.settle().advance(Duration.ofMinutes(2)).settle();
            long after = running(fork);
            var nodes = fork.lister(Node.class).list();
            var pods = fork.lister(Pod.class).list();
            story.say("On the fork, both nodes of zone " + LOST + " are removed with their " + lost
                            + " pods. Two minutes later " + after + " pods run; here it is still " + before
                            + ". The pods of DaemonSets went with their nodes, the others should be elsewhere.")
                    .show(ClusterPicture.of("The fork without zone " + LOST, nodes, pods));
            var rows = new ArrayList<List<String>>();

            for (var pod : pods) {
                if (!TourContext.isWell(pod)) {
                    rows.add(List.of(
                            Names.key(pod), PlacementChapter.unschedulable(pod).orElse(WaitingContainers.of(pod))));
                }
            }
            if (!rows.isEmpty()) {
                story.say("These would not run:").table(List.of("Pod", "Why"), rows);
            }
            story.fact("without zone " + LOST + ", " + Names.counted(rows.size(), "pod") + " would not run");
        }
        if (running(tour.cluster()) != before) {
            story.problem("the fork changed the cluster it was forked from");
        }
        capacity(tour, story);
        return story.end();
    }

    private static long running(Cluster cluster) {
        return cluster.lister(Pod.class).list().stream()
                .filter(pod -> TourContext.isWell(pod) && !TourContext.isFinished(pod))
                .count();
    }

    /** Removes the nodes of the zone, and at once all of their pods, as after a power cut that will last. */
    private static int burn(Cluster fork) {
        var now = DeleteOptionsBuilder.builder().gracePeriodSeconds(0L).build();
        int pods = 0;
        for (var node : fork.lister(Node.class).list()) {
            if (LOST.equals(node.metadata().labels().get(ZONE))) {
                fork.client().delete(node);
                for (var pod : fork.lister(Pod.class).list()) {
                    if (node.metadata().nameOrEmpty().equals(pod.spec().nodeName())) {
                        fork.client()
                                .on(Pod.class)
                                .delete(Names.namespace(pod), pod.metadata().nameOrEmpty(), now);
                        pods++;
                    }
                }
            }
        }
        return pods;
    }

    /** The same question to the scheduler alone: how many more of the workload fit? */
    private static void capacity(TourContext tour, Story story) {
        tour.example().ifPresent(pod -> {
            var capacity = Scheduling.on(tour.nodes(), tour.pods())
                    .with(InformedObjects.of(tour.cluster()))
                    .seed(tour.seed())
                    .capacityFor(PlacementChapter.unbound(pod, Names.group(pod)), MOST_REPLICAS);
            story.say("With all zones, as the scheduler's decision alone answers without a cluster: "
                    + capacity.explain());
        });
    }
}
