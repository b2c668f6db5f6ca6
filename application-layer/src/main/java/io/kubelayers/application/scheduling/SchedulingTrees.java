package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scheduler's answers as trees of JSON, for programs. What is absent is left out; order is that of the answer. */
final class SchedulingTrees {
    private SchedulingTrees() {}

    /** @param withNodes whether each node's verdict is told */
    static Map<String, @Nullable Object> of(Placement placement, boolean withNodes) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("pod", placement.pod().key());
        tree.put("outcome", lower(placement.outcome()));
        put(tree, "node", placement.node());
        tree.put("message", placement.message());
        var plan = placement.preemption();
        if (plan != null) {
            var preemption = new LinkedHashMap<String, @Nullable Object>();
            preemption.put("node", plan.node());
            preemption.put(
                    "victims", plan.victims().pods().stream().map(PodInfo::key).toList());
            preemption.put("budgetViolations", (long) plan.victims().budgetViolations());
            tree.put("preemption", preemption);
        }
        if (withNodes) {
            tree.put(
                    "nodes", placement.nodes().stream().map(SchedulingTrees::of).toList());
        }
        return tree;
    }

    private static Map<String, @Nullable Object> of(NodeVerdict verdict) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("node", verdict.node());
        tree.put("verdict", lower(verdict.verdict()));
        if (!verdict.rejections().isEmpty()) {
            tree.put(
                    "rejections",
                    verdict.rejections().stream().map(SchedulingTrees::of).toList());
        }
        if (!verdict.scores().isEmpty()) {
            tree.put("scores", verdict.scores());
            tree.put("total", verdict.total());
        }
        return tree;
    }

    private static Map<String, @Nullable Object> of(Status rejection) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("plugin", rejection.plugin());
        tree.put("code", rejection.code().toString());
        tree.put("reasons", rejection.reasons());
        if (!rejection.detail().isEmpty()) {
            tree.put("detail", rejection.detail());
        }
        return tree;
    }

    static Map<String, @Nullable Object> of(Placements placements) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("scheduled", (long)
                (placements.placements().size() - placements.unscheduled().size()));
        tree.put("unscheduled", (long) placements.unscheduled().size());
        var pods = new ArrayList<@Nullable Object>();
        var told = new HashMap<String, String>();
        for (var placement : placements.placements()) {
            var first = placement.isScheduled()
                    ? null
                    : told.putIfAbsent(placement.message(), placement.pod().key());
            var pod = of(placement, !placement.isScheduled() && first == null);
            put(pod, "nodesAsOf", first);
            pods.add(pod);
        }
        tree.put("pods", pods);
        if (!placements.evicted().isEmpty()) {
            tree.put(
                    "evicted",
                    placements.evicted().stream().map(SchedulingTrees::of).toList());
        }
        return tree;
    }

    private static Map<String, @Nullable Object> of(Placements.Evicted evicted) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("pod", evicted.pod());
        tree.put("node", evicted.node());
        tree.put("by", evicted.by());
        tree.put("returns", evicted.returns());
        return tree;
    }

    static Map<String, @Nullable Object> of(Capacity capacity) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("pod", capacity.pod());
        tree.put("replicas", (long) capacity.replicas());
        tree.put("byNode", longs(capacity.byNode()));
        var next = capacity.next();
        if (next != null) {
            tree.put("next", of(next, true));
        }
        return tree;
    }

    static Map<String, @Nullable Object> of(Fleet fleet) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("fits", fleet.fits());
        tree.put("nodes", longs(fleet.nodes()));
        tree.put("proven", fleet.proven());
        tree.put("message", fleet.explain());
        var obstacle = fleet.obstacle();
        if (obstacle != null) {
            tree.put("obstacle", of(obstacle, true));
        }
        return tree;
    }

    static Map<String, @Nullable Object> of(Comparison comparison) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("pods", (long) comparison.first().placements().size());
        var differing = new ArrayList<@Nullable Object>();
        for (var key : comparison.differing()) {
            var pod = new LinkedHashMap<String, @Nullable Object>();
            pod.put("pod", key);
            put(pod, "first", comparison.first().of(key).node());
            put(pod, "second", comparison.second().of(key).node());
            differing.add(pod);
        }
        tree.put("differing", differing);
        tree.put("first", side(comparison.firstBalance(), comparison.first().unscheduled()));
        tree.put("second", side(comparison.secondBalance(), comparison.second().unscheduled()));
        return tree;
    }

    private static Map<String, @Nullable Object> side(Balance balance, List<Placement> unscheduled) {
        var tree = of(balance);
        tree.put("unscheduled", unscheduled.stream().map(one -> of(one, true)).toList());
        return tree;
    }

    static Map<String, @Nullable Object> of(Balance balance) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("nodes", (long) balance.nodes());
        tree.put("emptyNodes", (long) balance.emptyNodes());
        tree.put("cpu", of(balance.cpu()));
        tree.put("memory", of(balance.memory()));
        return tree;
    }

    private static Map<String, @Nullable Object> of(Balance.Share share) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("mean", rounded(share.mean()));
        tree.put("deviation", rounded(share.deviation()));
        tree.put("stranded", rounded(share.stranded()));
        return tree;
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }

    private static Map<String, @Nullable Object> longs(Map<String, Integer> counts) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        counts.forEach((key, count) -> tree.put(key, (long) count));
        return tree;
    }

    private static void put(Map<String, @Nullable Object> tree, String field, @Nullable Object value) {
        if (value != null) {
            tree.put(field, value);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
