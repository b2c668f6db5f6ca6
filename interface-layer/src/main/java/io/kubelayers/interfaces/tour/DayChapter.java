package io.kubelayers.interfaces.tour;

import io.kubelayers.application.batch.CronJob;
import io.kubelayers.application.batch.Job;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerController;
import io.kubelayers.governance.autoscaling.horizontal.HpaMemory;
import io.kubelayers.interfaces.report.Part;
import io.kubelayers.interfaces.tour.ChapterResult.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Twenty-four hours of customers. Autoscalers look every fifteen seconds. */
final class DayChapter implements Chapter {
    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final int LOOKS = 24 * 60 * 4;
    private static final int LOOKS_A_POINT = 40;

    @Override
    public String title() {
        return "A day of load";
    }

    @Override
    public String layer() {
        return "governance";
    }

    @Override
    public ChapterResult run(TourContext tour) {
        var demands = DayOfLoad.of(tour.objects(), tour.seed()).demands();
        if (demands.isEmpty()) {
            tour.cluster().advance(Duration.ofDays(1));
            return jobs(
                            tour,
                            new Story()
                                    .say("These manifests bring no HorizontalPodAutoscaler for a workload of theirs: a "
                                            + "day goes by and the replicas stay as they are."))
                    .end();
        }
        var story = new Story()
                .say(
                        "Customers come and go in virtual time: CPU use is lowest at night and highest in the afternoon. Every "
                                + "15 seconds each HorizontalPodAutoscaler compares it with its target and sets the replicas.");
        var days = new LinkedHashMap<DayOfLoad.Demand, Day>();
        demands.forEach(demand -> days.put(demand, new Day()));
        var start = tour.cluster().now();
        for (int look = 0; look <= LOOKS; look++) {
            for (var day : days.entrySet()) {
                day.getValue().look(tour, day.getKey(), start, look % LOOKS_A_POINT == 0);
            }
            tour.cluster().advance(LOOK);
        }
        days.forEach((demand, day) -> day.tell(demand.key(), story));
        return jobs(tour, story.show(replicas(days)).show(load(days))).end();
    }

    private static Part.LineChart replicas(Map<DayOfLoad.Demand, Day> days) {
        var lines = new ArrayList<Part.Line>();
        days.forEach((demand, day) -> lines.add(new Part.Line(demand.key(), true, day.replicas)));
        return new Part.LineChart("Replicas over the day", "replicas", lines);
    }

    private static Part.LineChart load(Map<DayOfLoad.Demand, Day> days) {
        var lines = new ArrayList<Part.Line>();
        days.forEach((demand, day) -> lines.add(new Part.Line(demand.key(), false, day.load)));
        return new Part.LineChart("Load over the day", "CPU cores in use", lines);
    }

    private static Story jobs(TourContext tour, Story story) {
        for (var job : tour.cluster().lister(Job.class).list()) {
            if (job.metadata().controllerOwner().isPresent()) {
                var text = "on the way, CronJob "
                        + job.metadata().controllerOwner().get().name() + " started Job " + Names.key(job) + ": "
                        + job.status().succeeded() + " succeeded, "
                        + job.status().failed() + " failed";
                story.say(text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1) + ".");
            }
        }

        for (var cron : tour.own(CronJob.class)) {
            if (cron.status().lastScheduleTime() == null) {
                story.say("CronJob " + Names.key(cron)
                        + " is kept but did not run: nothing starts Jobs by schedule here.");
            }
        }
        return story;
    }

    /** One autoscaler's day. */
    private static final class Day {
        private final List<Part.Point> replicas = new ArrayList<>();
        private final List<Part.Point> load = new ArrayList<>();
        private final List<io.kubelayers.nucleus.explain.Finding> decisions = new ArrayList<>();
        private int last = -1;
        private int lowest = Integer.MAX_VALUE;
        private int highest;
        private boolean up;
        private boolean down;

        void look(TourContext tour, DayOfLoad.Demand demand, Instant start, boolean point) {
            int slash = demand.key().indexOf('/');
            var name = demand.key().substring(slash + 1);
            var hpa = tour.cluster().lister(HorizontalPodAutoscaler.class).get(demand.namespace(), name);
            int now = hpa.map(found -> found.status().desiredReplicas()).orElse(0);
            if (now > 0) {
                if (last > 0 && now != last) {
                    changed(tour, demand.namespace(), name, now);
                }
                last = now;
                lowest = Math.min(lowest, now);
                highest = Math.max(highest, now);
            }
            if (point) {
                long second = Duration.between(start, tour.cluster().now()).toSeconds();
                replicas.add(new Part.Point(second, now));
                load.add(new Part.Point(second, demand.curve().at(tour.cluster().now())));
            }
        }

        /** Keeps the first decision in each direction. */
        private void changed(TourContext tour, String namespace, String name, int now) {
            boolean first = now > last ? !up : !down;
            up |= now > last;
            down |= now < last;
            if (first) {
                HpaMemory.of(tour.cluster().driver().memoryOf(HorizontalPodAutoscalerController.NAME), namespace, name)
                        .map(HpaMemory::last)
                        .ifPresent(decision -> decisions.add(decision.finding()));
            }
        }

        void tell(String key, Story story) {
            if (highest == 0) {
                story.problem("the autoscaler " + key + " never acted");
                return;
            }
            story.say(key + " went from " + lowest + " to " + highest + " replicas and is at " + last
                    + ". Its first decision in each direction:");
            decisions.forEach(story::why);
            story.fact("autoscaler " + key + ": " + lowest + " to " + highest + " replicas over the day"
                    + (up && down ? ", up and down again" : ""));
        }
    }
}
