package io.kubelayers.application.scheduling.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.golden.GoldenCase;
import java.util.Map;
import java.util.TreeMap;

/** Recorded pods scheduled one after the other into one cluster, each bound to the node that upstream chose. */
final class SequenceCheck {
    private SequenceCheck() {}

    @SuppressWarnings("unchecked")
    static void check(GoldenCase c) {
        var cluster = Scheduling.on(GoldenCluster.snapshot(c))
                .with(GoldenCluster.others(c))
                .by(OldPlugins.profile()); // steps carry no tags
        int number = 0;
        for (var tree : c.list("steps")) {
            var step = new GoldenCase(c.topic(), c.family(), c.id() + "/" + number++, (Map<String, Object>) tree);
            cluster = step(step, cluster);
        }
    }

    private static Scheduling step(GoldenCase step, Scheduling cluster) {
        var pod = VersionDifferences.countingAll(GoldenCluster.pod(step));
        var expect = step.part("expect");
        var placement = cluster.inDetail().place(pod);
        if (!VersionDifferences.isAnsweredByNow(expect)) {
            assertThat(outcome(placement))
                    .as(step.id() + " " + placement.explain())
                    .isEqualTo(expect.text("outcome"));
            if (placement.isScheduled()) {
                checkTotals(step, expect, placement);
            } else if (placement.diagnosis() != null) {
                var fitError = placement.diagnosis().withPostFilterMessage("").fitError();
                assertThat(VersionDifferences.oldFitError(fitError))
                        .as(step.id())
                        .isEqualTo(expect.text("fitError"));
            }
        }
        if (!expect.has("chosen")) {
            return cluster;
        }
        return cluster.whatIf(before -> before.with(pod, expect.text("chosen")));
    }

    private static void checkTotals(GoldenCase step, GoldenCase expect, Placement placement) {
        var recorded = new TreeMap<String, Long>();
        expect.part("totals").json().forEach((node, total) -> recorded.put(node, ((Number) total).longValue()));
        var ours = new TreeMap<String, Long>();
        recorded.keySet()
                .forEach(node -> ours.put(
                        node, placement.scores().has(node) ? placement.scores().total(node) : Long.MIN_VALUE));
        assertThat(VersionDifferences.oldTotals(ours, placement)).as(step.id()).isEqualTo(recorded);
    }

    private static String outcome(Placement placement) {
        return switch (placement.outcome()) {
            case SCHEDULED -> "scheduled";
            case UNSCHEDULABLE -> "unschedulable";
            case FAILED -> "error";
            case GATED -> "gated";
        };
    }
}
