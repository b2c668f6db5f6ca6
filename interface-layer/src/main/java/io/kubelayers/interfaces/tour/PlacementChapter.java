package io.kubelayers.interfaces.tour;

import io.kubelayers.application.scheduling.InformedObjects;
import io.kubelayers.application.scheduling.NodeVerdict;
import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.interfaces.report.Part;
import io.kubelayers.interfaces.tour.ChapterResult.Story;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodCondition;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.pod.PodConditions;
import io.kubelayers.nucleus.resources.ResourceList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scheduling: why a pod is where it is, and why another is nowhere. */
final class PlacementChapter implements Chapter {
    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    @Override
    public String title() {
        return "A node for every pod";
    }

    @Override
    public String layer() {
        return "application";
    }

    @Override
    public ChapterResult run(TourContext tour) {
        var story = new Story()
                .say("The scheduler first filters the nodes a pod can run on, then scores those that are left; the "
                        + "highest total wins.");
        tour.example().ifPresent(pod -> again(tour, pod, story));
        waiting(tour, story);
        giant(tour, story);
        return story.end();
    }

    /** Where one more pod like this would go. */
    private static void again(TourContext tour, Pod pod, Story story) {
        story.say("One more pod like " + Names.key(pod) + " would go here:");
        story.show(table(place(tour, unbound(pod, Names.group(pod) + "-one-more"))));
    }

    static Placement place(TourContext tour, Pod pod) {
        return Scheduling.on(tour.nodes(), tour.pods())
                .with(InformedObjects.of(tour.cluster()))
                .seed(tour.seed())
                .inDetail()
                .place(pod);
    }

    /** The same pod as if it were new. */
    static Pod unbound(Pod pod, String name) {
        var metadata = ObjectMeta.EMPTY
                .withNamespace(pod.metadata().namespace())
                .withName(name)
                .withLabels(pod.metadata().labels());
        return pod.withMetadata(metadata)
                .withSpec(pod.spec().withNodeName(null))
                .withStatus(Pod.Status.EMPTY);
    }

    static Part.Grid table(Placement placement) {
        var rows = new ArrayList<List<String>>();
        for (var node : placement.nodes()) {
            rows.add(List.of(node.node(), word(node.verdict()), why(node)));
        }
        return new Part.Grid(List.of("Node", "Answer", "Why"), rows);
    }

    private static String word(NodeVerdict.Verdict verdict) {
        return switch (verdict) {
            case CHOSEN -> "chosen";
            case FEASIBLE -> "fits";
            case REJECTED -> "rejected";
            case NOT_EVALUATED -> "not looked at";
        };
    }

    private static String why(NodeVerdict node) {
        if (node.scores().isEmpty()) {
            return node.reason();
        }
        var text = new StringBuilder("score ").append(node.total()).append(":");
        node.scores().forEach((plugin, score) -> text.append(' ')
                .append(plugin)
                .append(' ')
                .append(score)
                .append(','));
        return text.substring(0, text.length() - 1);
    }

    /** The pods of the application that run nowhere. A pod that could be placed but is not is a problem. */
    private static void waiting(TourContext tour, Story story) {
        for (var pod : tour.pods()) {
            if (TourContext.isWell(pod)) {
                continue;
            }

            var message = unschedulable(pod);
            var obstacle = Obstacle.of(tour, pod);
            if (message.isPresent()) {
                story.say(Names.key(pod) + " waits for a node: " + message.get())
                        .show(table(place(tour, pod)))
                        .fact(Names.key(pod) + " can't be placed: " + message.get());
            } else if (obstacle.isPresent()) {
                story.say(Names.key(pod) + " has a node but can't start: " + obstacle.get())
                        .fact(Names.key(pod) + " can't start: " + obstacle.get());
            } else {
                story.problem(Names.key(pod) + " does not run: " + WaitingContainers.of(pod));
            }
        }
    }

    static Optional<String> unschedulable(Pod pod) {
        return PodConditions.find(pod.status(), PodConditionType.POD_SCHEDULED)
                .filter(condition -> "False".equals(condition.status()))
                .map(PodCondition::message);
    }

    /** A pod too large for every node, created for real. */
    private static void giant(TourContext tour, Story story) {
        var pod = SamplePod.requesting("default", "giant", ResourceList.of("cpu", "6", "memory", "8Gi"));
        var client = tour.cluster().client();
        client.create(pod);
        tour.cluster().settle().advance(A_MOMENT);
        var now = client.on(Pod.class).get("default", "giant");
        story.say("A visitor, default/giant, asks for 6 CPUs. Only node-5 has so many, and that one is kept for batch "
                + "work by a taint.");
        var message = unschedulable(now);
        if (message.isPresent()) {
            story.say("The cluster says: " + message.get())
                    .show(table(place(tour, pod)))
                    .fact("a pod that fits nowhere: " + message.get());
        } else {
            story.problem("default/giant was not marked unschedulable");
        }
        client.delete(now);
        tour.cluster().settle();
    }
}
