package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.program.KnownCommand;
import io.kubelayers.nucleus.program.Program;
import io.kubelayers.nucleus.program.ProgramRun;
import io.kubelayers.nucleus.program.Surroundings;
import io.kubelayers.nucleus.runtime.VirtualClock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a command will do that nobody talks to: when it ends and how. Found by running it to its end on a clock of its own,
 * before it is said to have started.
 *
 * @param lasts how long it runs, null for ever, or at least for so many steps that nobody counts them
 * @param code how it ends
 * @param listens whether it listens on a port at some time
 * @param restsAfter after which time it does nothing but wait to be connected to; null if it never comes to that
 * @param asksTime whether it asks for the time
 * @param output the beginning of what it writes
 */
public record Rehearsal(
        @Nullable Duration lasts,
        int code,
        boolean listens,
        @Nullable Duration restsAfter,
        boolean asksTime,
        String output) {
    /** So many steps are looked at to find when a program ends. */
    public static final int MOST_TURNS = 3_000;

    /** So much work is done to find it, in bytes. */
    private static final long MOST_WORK = 1L << 28;

    /** So many steps show of what commands a program is made. */
    public static final int FIRST_TURNS = 100;

    /** The program of a command, which fails as a whole if something of it is not simulated; empty if there is none. */
    public static Optional<Program> program(List<KnownCommand> known, List<String> command) {
        return Toolbox.rehearsing(known).find(command);
    }

    /**
     * Runs a command to its end, or at least some steps of it. Empty if something of it is not simulated: then it is not known what it will do.
     *
     * @param known commands of the container besides those that all have
     * @param alone whether it reads from nobody
     * @param start when it starts
     * @param turns how many steps, if it has not ended by then
     */
    public static Optional<Rehearsal> of(
            List<KnownCommand> known,
            Surroundings where,
            List<String> command,
            boolean alone,
            Instant start,
            int turns) {
        return of(known, where, command, alone, start, turns, moment -> {});
    }

    /**
     * The same.
     *
     * @param moments is told of each moment in which the command has done something
     */
    public static Optional<Rehearsal> of(
            List<KnownCommand> known,
            Surroundings where,
            List<String> command,
            boolean alone,
            Instant start,
            int turns,
            Consumer<Instant> moments) {
        var program = program(known, command);
        if (program.isEmpty()) {
            return Optional.empty();
        }
        var clock = VirtualClock.at(start);
        var run = ProgramRun.start(program.get(), where, command, false, clock, Optional::empty);
        if (alone) {
            run.inputEnded();
        }
        var output = new Gist();
        boolean listens = false;
        for (int turn = 0; turn < turns; turn++) {
            for (var written = run.poll(); written.isPresent(); written = run.poll()) {
                output.add(written.get().bytes());
            }
            listens |= run.isListening();
            moments.accept(clock.instant());
            var exit = run.exit();
            if (exit.isPresent()) {
                boolean unknown = exit.get().failure() != null || exit.get().code() == Toolbox.NOT_FOUND;
                return unknown
                        ? Optional.empty()
                        : Optional.of(new Rehearsal(
                                Duration.between(start, clock.instant()),
                                exit.get().code(),
                                listens,
                                null,
                                run.hasAskedTime(),
                                output.text()));
            }
            var next = run.nextAt();
            if (next.isEmpty()) {
                return Optional.of(new Rehearsal(
                        null, 0, listens, Duration.between(start, clock.instant()), run.hasAskedTime(), output.text()));
            }
            if (run.work(0) > MOST_WORK) {
                break;
            }
            clock.advanceTo(next.get());
        }
        return Optional.of(new Rehearsal(null, 0, listens, null, run.hasAskedTime(), output.text()));
    }

    /** The first kilobytes of an output; as much as the kubelet keeps of a probe's. */
    private static final class Gist {
        private static final int LONGEST = 10 * 1024;

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        void add(byte[] more) {
            bytes.write(more, 0, Math.min(more.length, LONGEST - bytes.size()));
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
