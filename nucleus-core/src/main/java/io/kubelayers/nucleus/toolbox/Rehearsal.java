package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.program.KnownCommand;
import io.kubelayers.nucleus.program.LogTurn;
import io.kubelayers.nucleus.program.ProgramRun;
import io.kubelayers.nucleus.program.Surroundings;
import io.kubelayers.nucleus.streaming.ContainerProcess.Output;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a command will do that nobody talks to: when it writes what, when it ends and how. Found by running it to its end
 * on a clock of its own, before it is said to have started.
 *
 * @param logs what it writes
 * @param lasts how long it runs, null for ever
 * @param code how it ends
 */
public record Rehearsal(List<LogTurn> logs, @Nullable Duration lasts, int code) {
    private static final int MOST_TURNS = 10_000;

    public Rehearsal {
        logs = List.copyOf(logs);
    }

    /**
     * Runs a command to its end. Empty if something of it is not simulated: then it is not known what it will do.
     *
     * @param known commands of the container besides those that all have
     * @param start when it starts
     */
    public static Optional<Rehearsal> of(
            List<KnownCommand> known, Surroundings where, List<String> command, Instant start) {
        var program = Toolbox.rehearsing(known).find(command);
        if (program.isEmpty()) {
            return Optional.empty();
        }
        var clock = new OwnClock(start);
        var run = ProgramRun.start(program.get(), where, command, false, clock, Optional::empty);
        run.inputEnded();
        var logs = new ArrayList<LogTurn>();
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            var since = Duration.between(start, clock.now);
            for (var out = run.poll(); out.isPresent(); out = run.poll()) {
                logs.addAll(lines(since, out.get()));
            }
            var exit = run.exit();
            if (exit.isPresent()) {
                boolean unknown = exit.get().failure() != null || exit.get().code() == Toolbox.NOT_FOUND;
                return unknown
                        ? Optional.empty()
                        : Optional.of(new Rehearsal(logs, since, exit.get().code()));
            }
            var next = run.nextAt();
            if (next.isEmpty()) {
                return Optional.of(new Rehearsal(logs, null, 0));
            }
            clock.now = next.get();
        }
        return Optional.empty();
    }

    private static List<LogTurn> lines(Duration since, Output output) {
        var text = new String(output.bytes(), StandardCharsets.UTF_8);
        var turns = new ArrayList<LogTurn>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end + 1;
            turns.add(new LogTurn(since, null, output.error(), text.substring(from, next)));
            from = next;
        }
        return turns;
    }

    private static final class OwnClock implements InstantSource {
        private Instant now;

        OwnClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
