package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.program.Surroundings;
import io.kubelayers.nucleus.toolbox.Rehearsal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Probes by a command (kubelet {@code probe/exec}). It is run where it can be known what it finds: in containers whose main
 * process is simulated as a whole, since of others the files are not known, or if the script of the container knows the
 * command. If it is not simulated the container is taken to be well. What it writes to files nobody sees.
 */
final class CommandProbe {
    private CommandProbe() {}

    /**
     * Runs the command.
     *
     * @param known whether the main process of the container is simulated as a whole
     * @param where what the command finds, which it may change
     */
    static ProbeAnswer ask(
            ContainerScript script,
            List<String> command,
            boolean known,
            Surroundings where,
            Duration timeout,
            Instant now) {
        boolean scripted = script.commands().stream().anyMatch(one -> one.matches(command));
        if (!known && !scripted) {
            return ProbeAnswer.success(null);
        }
        var found = Rehearsal.of(script.commands(), where, command, true, now, Rehearsal.MOST_TURNS);
        if (found.isEmpty()) {
            return ProbeAnswer.success(null);
        }
        var end = found.get();
        var lasts = end.lasts();
        var steadyUntil = scripted || end.asksTime() ? now : null;
        if (lasts == null || lasts.compareTo(timeout) > 0) {
            return ProbeAnswer.failure(
                    "command timed out: \"" + String.join(" ", command) + "\" timed out after "
                            + Backoff.goText(timeout),
                    steadyUntil);
        }
        return end.code() == 0 ? ProbeAnswer.success(steadyUntil) : ProbeAnswer.failure(end.output(), steadyUntil);
    }
}
