package io.kubelayers.application.scheduling.golden;

import io.kubelayers.golden.GoldenCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    final String outcome;
    final @Nullable String error;
    final TreeMap<String, NodeAnswer> nodes = new TreeMap<>();
    final @Nullable String fitError;
    final @Nullable String message;
    final boolean rejectedByPreFilter;

    /** Why preemption cannot help on each node; null where the case does not say. */
    final @Nullable TreeMap<String, List<String>> notCandidates;

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
