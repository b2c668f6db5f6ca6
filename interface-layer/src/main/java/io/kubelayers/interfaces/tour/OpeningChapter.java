package io.kubelayers.interfaces.tour;

import io.kubelayers.application.workloads.DaemonSet;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.interfaces.tour.ChapterResult.Story;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The objects are applied one after the other, then the cluster is left alone until all pods run. */
final class OpeningChapter implements Chapter {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Override
    public String title() {
        return "An application arrives";
    }

    @Override
    public String layer() {
        return "nucleus and application";
    }

    @Override
    public ChapterResult run(TourContext tour) {
        var story = new Story()
                .say("The nucleus is the API and its store: every object is decoded, defaulted, checked and stored. "
                        + "The application layer's controllers turn them into pods, its scheduler gives each pod a node, "
                        + "and the nodes run them.");
        apply(tour, story);
        long seconds =
                tour.await(LONGEST, cluster -> settled(cluster.lister(Pod.class).list()));
        tour.recorder().stop();
        running(tour, story, seconds);
        return story.show(ClusterPicture.of("Nodes and their pods", tour)).end();
    }

    private static void apply(TourContext tour, Story story) {
        var kinds = new TreeMap<String, Integer>();
        var traced = traced(tour).orElse(null);
        int accepted = 0;
        for (var object : tour.objects()) {
            var kind = object.getClass().getSimpleName();
            boolean followed = object == traced;
            try {
                if (followed) {
                    tour.recorder().listen();
                }
                var stored = tour.cluster().apply(object);
                kind = tour.cluster().types().typeOf(stored).kind();
                kinds.merge(kind, 1, Integer::sum);
                accepted++;
            } catch (ApiException refused) {
                story.problem("refused: " + kind + " " + Names.key(object) + ": " + refused.explain())
                        .why(refused);
            } catch (IllegalArgumentException unknown) {
                // a custom kind whose definition is not among the manifests
                story.problem("refused: " + Names.key(object) + ": " + unknown.getMessage());
            }
            if (followed) {
                tour.recorder().listenToControllers();
            }
        }
        var rows = new ArrayList<List<String>>();
        kinds.forEach((kind, count) -> rows.add(List.of(kind, String.valueOf(count))));
        story.table(List.of("Kind", "Objects"), rows)
                .fact(accepted + " of " + tour.objects().size() + " objects accepted");
    }

    /** The object whose way is followed: the first workload. */
    static Optional<KubernetesObject> traced(TourContext tour) {
        return tour.objects().stream()
                .filter(object ->
                        object instanceof Deployment || object instanceof StatefulSet || object instanceof DaemonSet)
                .findFirst();
    }

    /** The namespace where most of the application lives. */
    static String mainNamespace(TourContext tour) {
        return traced(tour).map(Names::namespace).orElse("default");
    }

    private static boolean settled(List<Pod> pods) {
        return !pods.isEmpty() && pods.stream().allMatch(TourContext::isWell);
    }

    private static void running(TourContext tour, Story story, long seconds) {
        var pods = tour.pods();
        long well = pods.stream().filter(TourContext::isWell).count();
        var fact = well + " of " + Names.counted(pods.size(), "pod") + " running or done"
                + (seconds >= 0 ? " after " + Names.counted(seconds, "second") + " of virtual time" : "");
        story.say(fact + ".").fact(fact);
    }
}
