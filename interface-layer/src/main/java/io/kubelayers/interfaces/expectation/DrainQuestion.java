package io.kubelayers.interfaces.expectation;

import io.kubelayers.governance.disruption.DrainOptions;
import io.kubelayers.governance.disruption.DrainTrial;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.errors.ApiException;
import java.time.Duration;

/**
 * Can a node be drained, within a time, without breaking a disruption budget? It is tried on a fork, pods of DaemonSets
 * and data of emptyDir volumes being no obstacle.
 */
record DrainQuestion(boolean drains, String node, Duration within, boolean force, String because) implements Question {
    private static final Duration STANDARD = Duration.ofMinutes(10);

    static DrainQuestion read(Fields fields, boolean drains) {
        return new DrainQuestion(
                drains,
                fields.text("node"),
                fields.duration("within", STANDARD),
                Boolean.parseBoolean(fields.optional("force")),
                drains ? "" : fields.optional("because"));
    }

    @Override
    public String sentence() {
        return "node " + node + (drains ? " can" : " cannot") + " be drained within " + within.toSeconds() + "s";
    }

    @Override
    public Answer ask(Cluster cluster) {
        try {
            var trial = DrainTrial.of(cluster, node, DrainOptions.USUAL.withForce(force), within);
            boolean reason = trial.stuck().stream().anyMatch(pod -> pod.note().contains(because));
            return Answer.of(drains ? trial.completes() : !trial.completes() && (because.isEmpty() || reason), trial);
        } catch (ApiException e) {
            throw new IllegalArgumentException(e.explain(), e);
        }
    }
}
