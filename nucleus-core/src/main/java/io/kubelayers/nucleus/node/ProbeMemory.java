package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Probe;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a probe of a running container stands (kubelet {@code prober/worker.go}): its result changes only after as many
 * like answers in a row as its thresholds ask for.
 *
 * @param kind which probe
 * @param healthy the result in force
 * @param last the last answer
 * @param row how often in a row it was given, 0 before the first
 * @param nextAt when to ask next; null when asking can't change anything any more
 */
public record ProbeMemory(ProbeKind kind, boolean healthy, boolean last, int row, @Nullable Instant nextAt) {

    /** Before the first answer a container counts as alive, but neither as started nor as ready. */
    static ProbeMemory begin(ProbeKind kind, Instant firstAt) {
        return new ProbeMemory(kind, kind == ProbeKind.LIVENESS, false, 0, firstAt);
    }

    boolean isDue(Instant now) {
        return nextAt != null && !nextAt.isAfter(now);
    }

    /** Whether the container is to be restarted for it: only a failure that was found, not one that is assumed. */
    boolean demandsRestart() {
        return kind != ProbeKind.READINESS && !healthy && !last && row > 0 && nextAt == null;
    }

    ProbeMemory after(ProbeAnswer answer, Probe probe, Instant now) {
        int inRow = row > 0 && last == answer.success() ? row + 1 : 1;
        int threshold = Math.max(1, answer.success() ? probe.successThreshold() : probe.failureThreshold());
        boolean reached = inRow >= threshold;
        boolean result = reached ? answer.success() : healthy;
        // a startup probe that passed and a failure that restarts the container are the last word for this run
        boolean over = reached && kind != ProbeKind.READINESS && (!result || kind == ProbeKind.STARTUP);
        return new ProbeMemory(kind, result, answer.success(), inRow, over ? null : next(answer, probe, now, reached));
    }

    private static @Nullable Instant next(ProbeAnswer answer, Probe probe, Instant now, boolean reached) {
        var period = Duration.ofSeconds(Math.max(1, probe.periodSeconds()));
        if (!reached) {
            return now.plus(period);
        }
        var steady = answer.steadyUntil();
        if (steady == null) {
            return null;
        }
        long wait = Duration.between(now, steady).toMillis();
        long periods = Math.max(1, -Math.floorDiv(-wait, period.toMillis()));
        return now.plus(period.multipliedBy(periods));
    }
}
