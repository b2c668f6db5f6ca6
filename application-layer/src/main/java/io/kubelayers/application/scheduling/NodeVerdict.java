package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.explain.Finding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one node was to one pod.
 *
 * @param node the node's name
 * @param verdict the answer
 * @param rejections why not: the first rejecting plugin, all of them if the placement was asked for in detail; for a
 *     node that was not looked at, why it was left out
 * @param scores the weighted score of each plugin; empty unless the node was scored
 * @param total their sum
 */
public record NodeVerdict(String node, Verdict verdict, List<Status> rejections, Map<String, Long> scores, long total) {
    /** The answers there are. */
    public enum Verdict {
        /** The pod goes here. */
        CHOSEN,
        /** The pod fits here, but goes elsewhere. */
        FEASIBLE,
        /** A filter rejected the pod. */
        REJECTED,
        /** Nobody looked: PreFilter left the node out, or enough others had been found. */
        NOT_EVALUATED
    }

    public NodeVerdict {
        rejections = List.copyOf(rejections);
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }

    /** The verdict in a few words: {@code NodeResourcesFit: Insufficient cpu}. */
    public String reason() {
        var text = new StringBuilder();
        for (var rejection : rejections) {
            if (!rejection.reasons().isEmpty()) {
                text.append(text.isEmpty() ? "" : "; ")
                        .append(rejection.plugin().isEmpty() ? "" : rejection.plugin() + ": ")
                        .append(rejection.message())
                        .append(rejection.detail().isEmpty() ? "" : ": " + rejection.detail());
            }
        }
        return text.toString();
    }

    Finding finding() {
        var subject = "node/" + node;
        var finding =
                switch (verdict) {
                    case CHOSEN -> Finding.pass("scheduling.chosen", subject, "the pod goes here");
                    case FEASIBLE -> Finding.pass("scheduling.feasible", subject, "the pod fits here");
                    case REJECTED -> Finding.fail("scheduling.rejected", subject, "the pod does not fit here");
                    case NOT_EVALUATED -> Finding.note("scheduling.notEvaluated", subject, "nobody looked here");
                };
        for (var rejection : rejections) {
            for (var reason : rejection.reasons()) {
                var told = Finding.fail(rejection.plugin(), subject, reason).input("code", rejection.code());
                finding =
                        finding.because(rejection.detail().isEmpty() ? told : told.input("detail", rejection.detail()));
            }
        }
        if (!scores.isEmpty()) {
            finding = finding.input("score", total);
            for (var score : scores.entrySet()) {
                finding = finding.because(
                        Finding.note(score.getKey(), subject, "weighted score").input("score", score.getValue()));
            }
        }
        return finding;
    }
}
