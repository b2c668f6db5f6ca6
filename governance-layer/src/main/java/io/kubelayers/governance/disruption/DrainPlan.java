package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.value.Absent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What draining a node would do: which pods can be evicted at once, which have to wait for others to be replaced, and what
 * blocks the drain for good. Nothing is changed.
 *
 * <p>The plan assumes that every evicted pod with a controller is replaced by a healthy one elsewhere before the next round,
 * which gives its budget back what it was charged. Pods without a controller are not replaced.
 *
 * @param node name of the node
 * @param obstacles pods because of which kubectl would not even start, with its messages
 * @param left pods that stay on the node, and why
 * @param rounds pods evicted together, in order; a later round waits for the replacements of the earlier ones
 * @param blocked pods that no waiting frees
 */
public record DrainPlan(
        String node,
        List<PodNote> obstacles,
        List<PodNote> left,
        List<List<EvictionDecision>> rounds,
        List<EvictionDecision> blocked)
        implements Explained {
    public DrainPlan {
        obstacles = Absent.list(obstacles);
        left = Absent.list(left);
        rounds = Absent.list(rounds);
        blocked = Absent.list(blocked);
    }

    /**
     * A pod and what is said about it.
     *
     * @param pod namespace and name
     * @param note the text
     */
    public record PodNote(String pod, String note) {}

    /**
     * Plans a drain.
     *
     * @param pods pods of the node, in the order to evict them
     * @param budgets budgets of all namespaces, with their status
     */
    public static DrainPlan of(
            String node, List<Pod> pods, List<PodDisruptionBudget> budgets, DrainOptions options, Instant now) {
        var obstacles = new ArrayList<PodNote>();
        var left = new ArrayList<PodNote>();
        var waiting = new ArrayList<Pod>();
        for (var pod : pods) {
            var filter = DrainFilter.of(pod, options);
            switch (filter.action()) {
                case EVICT -> waiting.add(pod);
                case LEAVE -> left.add(new PodNote(key(pod), filter.message()));
                case GIVE_UP -> obstacles.add(new PodNote(key(pod), filter.message()));
            }
        }
        if (!obstacles.isEmpty()) {
            return new DrainPlan(node, obstacles, left, List.of(), List.of());
        }
        var rounds = new ArrayList<List<EvictionDecision>>();
        var present = new ArrayList<>(budgets);
        while (!waiting.isEmpty()) {
            var round = round(waiting, present, now);
            if (round.isEmpty()) {
                return new DrainPlan(node, obstacles, left, rounds, refusals(waiting, present, now));
            }
            rounds.add(round);
        }
        return new DrainPlan(node, obstacles, left, rounds, List.of());
    }

    /** Evicts what can be evicted, takes it off the list, and gives the budgets back what the replaced pods cost. */
    private static List<EvictionDecision> round(List<Pod> waiting, List<PodDisruptionBudget> budgets, Instant now) {
        var granted = new ArrayList<EvictionDecision>();
        Map<Integer, Integer> refunds = new LinkedHashMap<>();
        var pods = waiting.iterator();
        while (pods.hasNext()) {
            var pod = pods.next();
            var decision = EvictionMath.decide(pod, budgets, now);
            if (!decision.granted()) {
                continue;
            }
            granted.add(decision);
            pods.remove();
            var charged = decision.charged();
            if (charged != null) {
                int at = indexOf(budgets, charged);
                budgets.set(at, charged);
                if (pod.metadata().controllerOwner().isPresent()) {
                    refunds.merge(at, 1, Integer::sum);
                }
            }
        }
        refunds.forEach((at, count) -> budgets.set(at, refunded(budgets.get(at), count)));
        return granted;
    }

    private static int indexOf(List<PodDisruptionBudget> budgets, PodDisruptionBudget budget) {
        for (int i = 0; i < budgets.size(); i++) {
            if (key(budgets.get(i)).equals(key(budget))) {
                return i;
            }
        }
        throw new IllegalStateException("charged a budget that was not asked: " + key(budget));
    }

    private static PodDisruptionBudget refunded(PodDisruptionBudget budget, int replaced) {
        var status = budget.status();
        return budget.withStatus(status.withDisruptionsAllowed(status.disruptionsAllowed() + replaced)
                .withDisruptedPods(Map.of()));
    }

    private static List<EvictionDecision> refusals(List<Pod> waiting, List<PodDisruptionBudget> budgets, Instant now) {
        var refusals = new ArrayList<EvictionDecision>();
        for (var pod : waiting) {
            refusals.add(EvictionMath.decide(pod, budgets, now));
        }
        return refusals;
    }

    private static String key(io.kubelayers.nucleus.meta.KubernetesObject object) {
        return object.metadata().namespaceOrEmpty() + "/" + object.metadata().nameOrEmpty();
    }

    /** Whether the drain would get through. */
    public boolean completes() {
        return obstacles.isEmpty() && blocked.isEmpty();
    }

    @Override
    public String explain() {
        if (!obstacles.isEmpty()) {
            return "cannot drain node \"" + node + "\": " + obstacles.get(0).note() + ": "
                    + obstacles.get(0).pod();
        }
        int evicted = rounds.stream().mapToInt(List::size).sum();
        var text = "node \"" + node + "\": evicts " + evicted + " pods in " + rounds.size() + " rounds";
        return blocked.isEmpty()
                ? text
                : text + ", then " + blocked.size() + " stay blocked: "
                        + blocked.get(0).explain();
    }

    @Override
    public Finding finding() {
        var root = completes()
                ? Finding.pass("DrainPlan", "node/" + node, explain())
                : Finding.fail("DrainPlan", "node/" + node, explain());
        for (var note : obstacles) {
            root = root.because(Finding.fail("Obstacle", "pod/" + note.pod(), note.note()));
        }
        for (int i = 0; i < rounds.size(); i++) {
            var round = Finding.note("Round", "round " + (i + 1), rounds.get(i).size() + " pods evicted");
            for (var decision : rounds.get(i)) {
                round = round.because(decision.finding());
            }
            root = root.because(round);
        }
        for (var decision : blocked) {
            root = root.because(decision.finding());
        }
        for (var note : left) {
            root = root.because(Finding.note("Left", "pod/" + note.pod(), note.note()));
        }
        return root;
    }
}
