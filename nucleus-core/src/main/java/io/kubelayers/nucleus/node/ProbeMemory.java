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
 * @param askedAt when it was asked last, or when it was begun
 * @param nextAt when to ask next; null when asking can't change anything any more
 */
public record ProbeMemory(
        ProbeKind kind, boolean healthy, boolean last, int row, Instant askedAt, @Nullable Instant nextAt) {
    /** A failure that is known to stay is told of again at least that often. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Before the first answer a container counts as alive, but neither as started nor as ready. */
    static ProbeMemory begin(ProbeKind kind, Instant firstAt) {
        return new ProbeMemory(kind, kind == ProbeKind.LIVENESS, false, 0, firstAt, firstAt);
    }

    boolean isDue(Instant now) {
        return nextAt != null && !nextAt.isAfter(now);
    }

    /** Whether the container is to be restarted for it: only a failure that was found, not one that is assumed. */
    boolean demandsRestart() {
        return kind != ProbeKind.READINESS && !healthy && !last && row > 0 && nextAt == null;
    }

    /** Whether its answer is the last word for this run: a startup probe that passed, a failure that restarts it. */
    private boolean isOver() {
        return nextAt == null && row > 0 && (kind == ProbeKind.STARTUP || demandsRestart());
    }

    ProbeMemory after(ProbeAnswer answer, Probe probe, Instant now) {
        if (answer.result() == ProbeAnswer.Result.ERROR) {
            return new ProbeMemory(kind, healthy, last, row, now, now.plus(period(probe)));
        }
        boolean success = answer.isSuccess();
        int inRow = row > 0 && last == success ? row + 1 : 1;
        int threshold = Math.max(1, success ? probe.successThreshold() : probe.failureThreshold());
        boolean reached = inRow >= threshold;
        boolean result = reached ? success : healthy;
        boolean over = reached && kind != ProbeKind.READINESS && (!result || kind == ProbeKind.STARTUP);
        var next = over ? null : reached ? next(answer, probe, now, inRow - threshold) : now.plus(period(probe));
        return new ProbeMemory(kind, result, success, inRow, now, next);
    }

    /** The same, to be asked with its next turn, because what it was known to answer may not hold any more. */
    ProbeMemory roused(Probe probe, Instant now) {
        if (isOver()) {
            return this;
        }
        long period = period(probe).toMillis();
        long since = Math.max(0, Duration.between(askedAt, now).toMillis());
        long periods = Math.max(row == 0 ? 0 : 1, -Math.floorDiv(-since, period));
        var turn = askedAt.plusMillis(periods * period);
        return nextAt != null && !nextAt.isAfter(turn)
                ? this
                : new ProbeMemory(kind, healthy, last, row, askedAt, turn);
    }

    private static Duration period(Probe probe) {
        return Duration.ofSeconds(Math.max(1, probe.periodSeconds()));
    }

    /** @param repeated how often the answer was given since it has been in force */
    private static @Nullable Instant next(ProbeAnswer answer, Probe probe, Instant now, int repeated) {
        var period = period(probe);
        var steady = answer.steadyUntil();
        var known = steady == null ? null : Duration.between(now, steady);
        if (!answer.isSuccess()) {
            // what stays wrong is said again, as upstream does with every probe, but ever more seldom
            var again = period.multipliedBy(1L << Math.min(repeated, 9));
            again = again.compareTo(LONGEST) > 0 ? LONGEST : again;
            known = known == null || again.compareTo(known) < 0 ? again : known;
        }
        if (known == null) {
            return null;
        }
        long periods = Math.max(1, -Math.floorDiv(-known.toMillis(), period.toMillis()));
        return now.plus(period.multipliedBy(periods));
    }
}
