package io.kubelayers.interfaces.tour;

import io.kubelayers.governance.disruption.DrainOptions;
import io.kubelayers.governance.disruption.DrainPlan;
import io.kubelayers.governance.disruption.EvictionBuilder;
import io.kubelayers.governance.disruption.PodDisruptionBudget;
import io.kubelayers.interfaces.tour.ChapterResult.Story;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.selector.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Two nodes have to go into repair: cordon them, then evict their pods as fast as their budgets allow. */
final class DrainChapter implements Chapter {
    private static final int MOST_TRIES = 120;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

    @Override
    public String title() {
        return "Two nodes go into repair";
    }

    @Override
    public String layer() {
        return "governance";
    }

    @Override
    public ChapterResult run(TourContext tour) {
        var budgets = tour.cluster().lister(PodDisruptionBudget.class).list();
        var nodes = tour.nodes().stream()
                .filter(node ->
                        node.spec().taints().isEmpty() && !on(tour, node).isEmpty())
                .sorted(Comparator.comparingLong((Node node) -> guarded(tour, node, budgets))
                        .thenComparingInt(node -> on(tour, node).size())
                        .reversed())
                .limit(2)
                .toList();
        if (nodes.isEmpty()) {
            return ChapterResult.notHere("No pod runs on any node: there is nothing to drain.");
        }
        var story = new Story()
                .say("Draining is asking: each pod is evicted through the API, and a PodDisruptionBudget may say \"not "
                        + "now\". The drain waits until the replacement is healthy and asks again.");
        if (budgets.isEmpty()) {
            story.say("These manifests bring no PodDisruptionBudget, so nothing is held back.");
        }
        drain(tour, nodes, budgets, story);
        return story.end();
    }

    private static long guarded(TourContext tour, Node node, List<PodDisruptionBudget> budgets) {
        return on(tour, node).stream()
                .filter(pod -> budgets.stream().anyMatch(budget -> guards(budget, pod)))
                .count();
    }

    private static boolean guards(PodDisruptionBudget budget, Pod pod) {
        return Names.namespace(budget).equals(Names.namespace(pod))
                && Selector.of(budget.spec().selector()).matches(pod.metadata().labels());
    }

    private static List<Pod> on(TourContext tour, Node node) {
        return tour.pods().stream()
                .filter(pod -> node.metadata().nameOrEmpty().equals(pod.spec().nodeName()))
                .toList();
    }

    private static void drain(TourContext tour, List<Node> nodes, List<PodDisruptionBudget> budgets, Story story) {
        var names = nodes.stream().map(node -> node.metadata().nameOrEmpty()).toList();
        var text = String.join(" and ", names);
        var client = tour.cluster().client();
        for (var node : nodes) {
            client.update(node.withSpec(node.spec().withUnschedulable(true)));
        }
        tour.cluster().settle();
        var waiting = plan(tour, nodes, budgets, story);
        int evicted = waiting.size();
        var watch = new BudgetWatch(tour);
        int refusals = evict(tour, waiting, watch, story);
        long seconds = tour.await(
                Duration.ofMinutes(5), cluster -> tour.pods().stream().allMatch(pod -> isWellOrExplained(tour, pod)));
        watch.look();
        story.show(ClusterPicture.of("After the drain of " + text, tour));
        if (!waiting.isEmpty()) {
            story.problem(waiting.size() + " pods could not be evicted from " + text);
        }
        if (seconds < 0) {
            var unwell = tour.pods().stream()
                    .filter(pod -> !isWellOrExplained(tour, pod))
                    .map(pod -> pod.metadata().nameOrEmpty())
                    .toList();
            story.problem(String.join(", ", unwell) + " should run after the drain of " + text);
        }
        watch.tell(story);
        story.fact(text + " drained: " + Names.counted(evicted - waiting.size(), "pod") + " evicted, "
                + Names.counted(refusals, "time") + " \"not now\", "
                + (watch.broken() ? "a budget was broken" : "no budget was broken"));
        names.forEach(name -> open(tour, name));
    }

    /** The plan of the first node; the pods to evict from all of them. */
    private static List<Pod> plan(TourContext tour, List<Node> nodes, List<PodDisruptionBudget> budgets, Story story) {
        // --force: single pods of the manifests have nobody to replace them
        var options = DrainOptions.USUAL.withForce(true);
        var waiting = new ArrayList<Pod>();
        for (var node : nodes) {
            var pods = on(tour, node);
            var plan = DrainPlan.of(
                    node.metadata().nameOrEmpty(),
                    pods,
                    budgets,
                    options,
                    tour.cluster().now());
            if (node == nodes.get(0)) {
                story.say("The plan for the first node, computed before anything is touched:")
                        .why(plan);
            }
            for (var pod : pods) {
                boolean stays = plan.left().stream().anyMatch(note -> note.pod().equals(Names.key(pod)));
                if (!stays && !TourContext.isFinished(pod)) {
                    waiting.add(pod);
                }
            }
        }
        return waiting;
    }

    private static boolean isWellOrExplained(TourContext tour, Pod pod) {
        return TourContext.isWell(pod) || Obstacle.of(tour, pod).isPresent();
    }

    /** Evicts pod by pod, round by round; tells the first refusal. */
    private static int evict(TourContext tour, List<Pod> waiting, BudgetWatch watch, Story story) {
        int refusals = 0;
        for (int i = 0; i < MOST_TRIES && !waiting.isEmpty(); i++) {
            for (var pod : List.copyOf(waiting)) {
                try {
                    evict(tour, pod);
                    waiting.remove(pod);
                } catch (ApiException answer) {
                    if (answer.isNotFound()) {
                        waiting.remove(pod);
                    } else if (refusals++ == 0) {
                        story.say("The first \"not now\", for " + Names.key(pod) + ", is a " + answer.code() + ": "
                                        + answer.explain())
                                .why(answer);
                    }
                }

                watch.look();
            }
            tour.cluster().settle().advance(BETWEEN_TRIES);

            watch.look();
        }
        return refusals;
    }

    private static void evict(TourContext tour, Pod pod) {
        var eviction = EvictionBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .namespace(Names.namespace(pod))
                        .name(pod.metadata().name())
                        .build())
                .build();
        tour.cluster()
                .client()
                .on(Pod.class)
                .post(Names.namespace(pod), pod.metadata().nameOrEmpty(), "eviction", eviction);
    }

    private static void open(TourContext tour, String name) {
        var client = tour.cluster().client();
        var node = client.on(Node.class).get("", name);
        client.update(node.withSpec(node.spec().withUnschedulable(false)));
        tour.cluster().settle();
    }

    /** The fewest healthy pods each budget had, by counting pods, not by believing its status. */
    private static final class BudgetWatch {
        private final TourContext tour;
        private final Map<String, Long> fewest = new TreeMap<>();
        private final Map<String, Integer> needed = new TreeMap<>();

        BudgetWatch(TourContext tour) {

            this.tour = tour;
            look();
            // a budget that was not met before is not broken by the drain
            needed.replaceAll((budget, least) ->
                    Math.min(least, fewest.getOrDefault(budget, 0L).intValue()));
        }

        void look() {
            for (var budget : tour.cluster().lister(PodDisruptionBudget.class).list()) {
                long healthy = tour.pods().stream()
                        .filter(pod -> guards(budget, pod))
                        .filter(pod ->
                                TourContext.isReady(pod) && !pod.metadata().isBeingDeleted())
                        .count();
                fewest.merge(Names.key(budget), healthy, Math::min);
                needed.putIfAbsent(Names.key(budget), budget.status().desiredHealthy());
            }
        }

        boolean broken() {
            return needed.entrySet().stream()
                    .anyMatch(entry -> fewest.getOrDefault(entry.getKey(), Long.MAX_VALUE) < entry.getValue());
        }

        void tell(Story story) {
            var rows = new ArrayList<List<String>>();
            needed.forEach((budget, least) ->
                    rows.add(List.of(budget, String.valueOf(least), String.valueOf(fewest.get(budget)))));
            if (!rows.isEmpty()) {
                story.table(List.of("Budget", "Healthy pods needed", "Fewest seen"), rows);
            }
            if (broken()) {
                story.problem("a disruption budget was broken");
            }
        }
    }
}
