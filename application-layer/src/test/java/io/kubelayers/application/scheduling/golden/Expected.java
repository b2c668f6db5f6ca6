package io.kubelayers.application.scheduling.golden;

import io.kubelayers.golden.GoldenCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What upstream answered to one case, as far as it is compared. {@link VersionDifferences} brings it up to date. */
final class Expected {
    /** The rejection of a node by one plugin; reasons sorted. */
    record Rejection(String plugin, String code, List<String> reasons) {}

    /** What a node was. */
    record NodeAnswer(
            String verdict,
            @Nullable Rejection rejection,
            @Nullable List<Rejection> allRejections,
            @Nullable Map<String, Long> scores) {}

    /** Whom preemption would evict on a node. */
    record Candidate(Set<String> victims, long budgetViolations) {}

    final String outcome;
    final @Nullable String error;
    final TreeMap<String, NodeAnswer> nodes = new TreeMap<>();
    final @Nullable String fitError;
    final @Nullable String message;
    final boolean rejectedByPreFilter;

    /** Why preemption cannot help on each node; null where the case does not say. */
    final @Nullable TreeMap<String, List<String>> notCandidates;

    /** The nodes where eviction helps. */
    final TreeMap<String, Candidate> candidates = new TreeMap<>();

    /** Those of them that may be taken. */
    final List<String> nominatedNodes = new ArrayList<>();

    /** Whether the most important victim is recorded first on every candidate, as it is since 1.32. */
    boolean victimsInOrder = true;

    /** What came of preemption where nobody can be evicted; null if it was not tried or somebody can. */
    @Nullable
    String preemptionMessage;

    Expected(GoldenCase c) {
        var expect = c.part("expect");
        outcome = expect.text("outcome");
        error = (String) expect.get("error");
        fitError = (String) expect.get("fitError");
        message = (String) expect.get("message");
        rejectedByPreFilter =
                expect.has("preFilter") && expect.part("preFilter").has("plugin");
        if (expect.has("nodes")) {
            for (var name : expect.part("nodes").json().keySet()) {
                nodes.put(name, answer(expect.part("nodes").part(name)));
            }
        }
        notCandidates = expect.has("preemption") ? notCandidates(expect.part("preemption")) : null;
        if (expect.has("preemption")) {
            readCandidates(expect.part("preemption"), priorities(c));
        }
    }

    private static Map<String, Long> priorities(GoldenCase c) {
        var priorities = new TreeMap<String, Long>();
        var cluster = c.part("cluster");
        for (var pod : cluster.has("pods") ? cluster.list("pods") : List.of()) {
            var metadata = tree(tree(pod).get("metadata"));
            var priority = (Number) tree(tree(pod).get("spec")).get("priority");
            priorities.put(
                    metadata.get("namespace") + "/" + metadata.get("name"),
                    priority == null ? 0 : priority.longValue());
        }
        return priorities;
    }

    private void readCandidates(GoldenCase preemption, Map<String, Long> priorities) {
        preemptionMessage = (String) preemption.get("message");
        if (!preemption.has("candidates")) {
            return;
        }
        for (var node : preemption.part("candidates").json().keySet()) {
            var candidate = preemption.part("candidates").part(node);
            var victims =
                    candidate.list("victims").stream().map(String.class::cast).toList();
            var violations = (Number) candidate.get("numPDBViolations");
            candidates.put(
                    node, new Candidate(new TreeSet<>(victims), violations == null ? 0 : violations.longValue()));
            long highest = victims.stream().mapToLong(priorities::get).max().orElseThrow();
            victimsInOrder &= priorities.get(victims.get(0)) == highest;
        }
        preemption.list("nominatedNodes").forEach(node -> nominatedNodes.add((String) node));
    }

    private static NodeAnswer answer(GoldenCase node) {
        List<Rejection> all = null;
        if (node.has("allRejections")) {
            all = new ArrayList<>();
            for (var tree : node.list("allRejections")) {
                all.add(rejection(tree(tree)));
            }
        }
        Map<String, Long> scores = null;
        if (node.has("scores")) {
            scores = new TreeMap<>();
            for (var score : node.part("scores").json().entrySet()) {
                scores.put(score.getKey(), ((Number) score.getValue()).longValue());
            }
        }
        return new NodeAnswer(node.text("verdict"), node.has("plugin") ? rejection(node.json()) : null, all, scores);
    }

    private static Rejection rejection(Map<String, @Nullable Object> tree) {
        return new Rejection((String) tree.get("plugin"), (String) tree.get("code"), reasons(tree));
    }

    private static TreeMap<String, List<String>> notCandidates(GoldenCase preemption) {
        var found = new TreeMap<String, List<String>>();
        if (preemption.has("notCandidates")) {
            preemption.part("notCandidates").json().forEach((node, tree) -> found.put(node, reasons(tree(tree))));
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static List<String> reasons(Map<String, @Nullable Object> tree) {
        var reasons = (List<String>) tree.get("reasons");
        return reasons == null ? List.of() : reasons.stream().sorted().toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> tree(@Nullable Object tree) {
        return (Map<String, @Nullable Object>) tree;
    }
}
