package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.value.Absent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A simulated autoscaler over time: every look it took, with its full explanation.
 *
 * @param start begin of the simulation
 * @param steps one entry a look, in order of time
 */
public record HpaTimeline(Instant start, List<Step> steps) {
    public HpaTimeline {
        steps = Absent.list(steps);
    }

    /**
     * One look.
     *
     * @param at when
     * @param loads total load at that moment, by metric name
     * @param replicas replicas before the decision
     * @param ready replicas that were ready
     * @param decision what the autoscaler decided, and why
     */
    public record Step(Instant at, Map<String, Double> loads, int replicas, int ready, HpaDecision decision) {
        public Step {
            loads = Absent.map(loads);
        }
    }

    /** The looks that changed the replicas. */
    public List<Step> rescales() {
        var rescales = new ArrayList<Step>();
        for (var step : steps) {
            if (step.decision().scaleTo() != null) {
                rescales.add(step);
            }
        }
        return rescales;
    }

    /** Most replicas there ever were. */
    public int peak() {
        int peak = 0;
        for (var step : steps) {
            peak = Math.max(peak, step.decision().replicas());
        }
        return peak;
    }

    /** Replicas after the last look. */
    public int lastReplicas() {
        return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).decision().replicas();
    }

    /** Replicas paid for over the whole time, in pod hours. */
    public double podHours() {
        double seconds = 0;
        for (int i = 1; i < steps.size(); i++) {
            var before = steps.get(i - 1);
            seconds += before.decision().replicas()
                    * (double) Duration.between(before.at(), steps.get(i).at()).toSeconds();
        }
        return seconds / 3600;
    }

    /** A table for people: each look at which something changed, was limited or failed, with its reason. */
    public String table() {
        var table = new StringBuilder(
                String.format(Locale.ROOT, "%9s  %-20s %5s %8s  %s%n", "TIME", "LOAD", "READY", "REPLICAS", "WHY"));
        var last = "";
        for (var step : steps) {
            var decision = step.decision();
            var why = decision.explain();
            if (decision.scaleTo() == null && why.equals(last)) {
                continue;
            }
            last = why;
            var replicas = decision.scaleTo() == null
                    ? String.valueOf(step.replicas())
                    : step.replicas() + "->" + decision.scaleTo();
            table.append(String.format(
                    Locale.ROOT,
                    "%9s  %-20s %5d %8s  %s%n",
                    elapsed(step.at()),
                    loads(step.loads()),
                    step.ready(),
                    replicas,
                    why));
        }
        return table.toString();
    }

    private String elapsed(Instant at) {
        long seconds = Duration.between(start, at).toSeconds();
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static String loads(Map<String, Double> loads) {
        var text = new StringBuilder();
        loads.forEach((name, value) -> text.append(text.isEmpty() ? "" : " ")
                .append(name)
                .append(' ')
                .append(String.format(Locale.ROOT, "%.2f", value)));
        return text.toString();
    }
}
