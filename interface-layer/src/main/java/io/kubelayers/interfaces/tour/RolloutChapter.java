package io.kubelayers.interfaces.tour;

import io.kubelayers.application.workloads.ControllerRef;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.deployment.Rollout;
import io.kubelayers.interfaces.report.Part;
import io.kubelayers.interfaces.tour.ChapterResult.Story;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** A Deployment gets a new version, then a bad one, and goes back. */
final class RolloutChapter implements Chapter {
    private static final long LONGEST_SECONDS = 120;
    private static final long PATIENCE_SECONDS = 40;

    @Override
    public String title() {
        return "A new version, a bad one, and back";
    }

    @Override
    public String layer() {
        return "application";
    }

    @Override
    public ChapterResult run(TourContext tour) {
        var chosen = tour.own(Deployment.class).stream()
                .filter(deployment -> deployment.status().availableReplicas() > 0)
                .max(Comparator.comparingInt(RolloutChapter::replicas));
        if (chosen.isEmpty()) {
            return ChapterResult.notHere("These manifests bring no Deployment that runs: nothing to roll out.");
        }
        var story = new Story()
                .say("A Deployment keeps a ReplicaSet for each version and moves replicas from the old to the new one, "
                        + "never below what its strategy allows.");
        try {
            roll(tour, chosen.get(), story);
        } catch (ApiException refused) {
            story.problem("the rollout was refused: " + refused.explain()).why(refused);
        }
        return story.end();
    }

    private static void roll(TourContext tour, Deployment deployment, Story story) {
        var watch = new Watch(tour, deployment);
        watch.change(Watch.withImage(deployment, "2.0.0"));
        boolean done = watch.until(LONGEST_SECONDS, true);
        story.say("Version 2.0.0 of " + Names.key(deployment) + ": "
                + Rollout.status(watch.now()).explain() + ".");
        if (!done) {
            story.problem("the rollout of " + Names.key(deployment) + " did not finish");
        }
        var good = watch.now().spec().template();
        // nobody has pushed this version: its image can't be pulled
        watch.change(Watch.broken(watch.now()));
        watch.until(PATIENCE_SECONDS, false);
        int lowest = watch.lowestReady();
        story.say("Then version 3.0.0, whose image nobody has pushed: "
                + Rollout.status(watch.now()).explain());
        watch.reasons().forEach(story::say);
        var undo = Rollout.undo(watch.now(), watch.sets(), 0);
        story.why(undo);
        watch.change(undo.deployment());
        boolean back = watch.until(LONGEST_SECONDS, true)
                && image(watch.now()).equals(image(good.spec().containers()));
        story.say("After the rollback: " + Rollout.status(watch.now()).explain() + ". All along, never fewer than "
                + lowest + " pods were ready.");
        story.show(watch.chart());
        if (back) {
            story.fact(
                    "rollout of " + Names.key(deployment) + " to 2.0.0 done, bad version 3.0.0 rolled back, at least "
                            + lowest + " of " + replicas(deployment) + " pods ready all along");
        } else {
            story.problem("the rollback of " + Names.key(deployment) + " did not finish");
        }
    }

    private static int replicas(Deployment deployment) {
        var replicas = deployment.spec().replicas();
        return replicas == null ? 1 : replicas;
    }

    private static String image(Deployment deployment) {
        return image(deployment.spec().template().spec().containers());
    }

    private static String image(List<Container> containers) {
        return String.valueOf(containers.get(0).image());
    }

    /** Watches a Deployment second by second. */
    private static final class Watch {
        private final TourContext tour;
        private final Deployment deployment;
        private final List<Part.Point> ready = new ArrayList<>();
        private final List<Part.Point> updated = new ArrayList<>();
        private final List<Part.Point> all = new ArrayList<>();
        private long second;

        Watch(TourContext tour, Deployment deployment) {
            this.tour = tour;
            this.deployment = deployment;
            note();
        }

        static Deployment withImage(Deployment deployment, String version) {
            var template = deployment.spec().template();
            var containers = new ArrayList<>(template.spec().containers());
            var first = containers.get(0);
            var image = first.image() == null ? "image" : first.image();
            int colon = image.lastIndexOf(':');
            var name = colon > image.lastIndexOf('/') ? image.substring(0, colon) : image;
            int digest = name.indexOf('@');
            containers.set(0, first.withImage((digest < 0 ? name : name.substring(0, digest)) + ":" + version));
            return deployment.withSpec(deployment
                    .spec()
                    .withTemplate(template.withSpec(template.spec().withContainers(containers))));
        }

        static Deployment broken(Deployment deployment) {
            var next = withImage(deployment, "3.0.0");
            var template = next.spec().template();
            var annotations = new TreeMap<>(template.metadata().annotations());
            annotations.put("kubelayers.io/script", "pull-fails=always");
            return next.withSpec(next.spec()
                    .withTemplate(template.withMetadata(template.metadata().withAnnotations(annotations))));
        }

        Deployment now() {
            return tour.now(Deployment.class, deployment).orElse(deployment);
        }

        List<ReplicaSet> sets() {
            return tour.cluster().lister(ReplicaSet.class).list(Names.namespace(deployment)).stream()
                    .filter(set -> ControllerRef.controls(deployment.metadata(), set.metadata()))
                    .toList();
        }

        void change(Deployment changed) {
            tour.cluster().client().update(changed);
        }

        boolean until(long seconds, boolean stopWhenDone) {
            for (long i = 0; i < seconds; i++) {
                tour.cluster().advance(Duration.ofSeconds(1)).settle();
                second++;
                note();
                if (stopWhenDone && Rollout.status(now()).done()) {
                    return true;
                }
            }
            return false;
        }

        private void note() {
            var status = now().status();
            ready.add(new Part.Point(second, status.readyReplicas()));
            updated.add(new Part.Point(second, status.updatedReplicas()));
            all.add(new Part.Point(second, status.replicas()));
        }

        int lowestReady() {
            return (int) ready.stream().mapToDouble(Part.Point::value).min().orElse(0);
        }

        /** What the pods say that are not ready. */
        List<String> reasons() {
            var reasons = new ArrayList<String>();
            for (Pod pod : tour.cluster().lister(Pod.class).list(Names.namespace(deployment))) {
                if (TourContext.isWell(pod)
                        || !Names.group(pod).equals(deployment.metadata().nameOrEmpty())) {
                    continue;
                }

                reasons.add(Names.key(pod) + ": "
                        + PlacementChapter.unschedulable(pod).orElse(WaitingContainers.of(pod)));
            }
            return reasons;
        }

        Part.LineChart chart() {
            return new Part.LineChart(
                    "Rollout and rollback of " + Names.key(deployment),
                    "pods",
                    List.of(
                            new Part.Line("all", true, all),
                            new Part.Line("of the wanted version", true, updated),
                            new Part.Line("ready", true, ready)));
        }
    }
}
