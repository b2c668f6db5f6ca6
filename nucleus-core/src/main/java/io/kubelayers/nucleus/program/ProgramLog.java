package io.kubelayers.nucleus.program;

import io.kubelayers.nucleus.streaming.ContainerLog;
import io.kubelayers.nucleus.streaming.ContainerProcess.Output;
import io.kubelayers.nucleus.streaming.LogCursor;
import io.kubelayers.nucleus.streaming.LogLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The log of a program as it is if nobody talks to it. Nothing of it is kept: whoever reads has the program run once more, from its
 * start, as fast as it can, and then as time passes.
 *
 * @param program what runs
 * @param where what it finds when it starts, changes of which nobody sees; asked for once for each reader
 * @param command how it was called
 * @param alone whether it reads from nobody; else it waits for what is typed, which is for others
 * @param times when it runs, or ran; asked again and again, since somebody may stop it
 * @param clock what time it is
 */
public record ProgramLog(
        Program program,
        Supplier<Surroundings> where,
        List<String> command,
        boolean alone,
        Supplier<RunTimes> times,
        InstantSource clock)
        implements ContainerLog {
    public ProgramLog {
        command = List.copyOf(command);
    }

    @Override
    public LogCursor read() {
        return new Cursor(this);
    }

    private static final class Cursor implements LogCursor {
        private final ProgramLog log;
        private final LateClock time;
        private final ProgramRun run;
        private final ArrayDeque<LogLine> lines = new ArrayDeque<>();

        Cursor(ProgramLog log) {
            this.log = log;
            this.time = new LateClock(log.times.get().start(), log.clock);
            this.run = ProgramRun.start(log.program, log.where.get(), log.command, false, time, Optional::empty);
            if (log.alone) {
                run.inputEnded();
            }
        }

        /** Goes on until there is a line, or nothing more up to now. */
        private void goOn() {
            while (lines.isEmpty()) {
                for (var out = run.poll(); out.isPresent(); out = run.poll()) {
                    keep(out.get());
                }
                var next = next();
                if (!lines.isEmpty() || next.isEmpty() || next.get().isAfter(log.clock.instant())) {
                    return;
                }
                time.set(next.get());
            }
        }

        private void keep(Output output) {
            var text = new String(output.bytes(), StandardCharsets.UTF_8);
            int from = 0;
            while (from < text.length()) {
                int end = text.indexOf('\n', from);
                int next = end < 0 ? text.length() : end + 1;
                lines.add(new LogLine(time.instant(), output.error(), text.substring(from, next)));
                from = next;
            }
        }

        /** When the program goes on; empty if it does not in its time. */
        private Optional<Instant> next() {
            var end = log.times.get().end();
            return run.nextAt().filter(at -> end == null || !at.isAfter(end));
        }

        @Override
        public Optional<LogLine> poll() {
            if (log.times.get().start().isAfter(log.clock.instant())) {
                return Optional.empty();
            }
            goOn();
            return Optional.ofNullable(lines.poll());
        }

        @Override
        public boolean ended() {
            var end = log.times.get().end();
            if (end == null || end.isAfter(log.clock.instant())) {
                return false;
            }
            goOn();
            return lines.isEmpty();
        }

        @Override
        public Optional<Instant> nextAt() {
            if (!lines.isEmpty()) {
                return Optional.of(log.clock.instant());
            }
            return next().or(() -> Optional.ofNullable(log.times.get().end()));
        }

        @Override
        public void onReady(Runnable wake) {
            // all that ever comes, comes with time
        }

        @Override
        public void close() {
            run.close();
        }
    }
}
