package io.kubelayers.nucleus.program;

import io.kubelayers.nucleus.streaming.ContainerLog;
import io.kubelayers.nucleus.streaming.LogCursor;
import io.kubelayers.nucleus.streaming.LogLine;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The log of a run, reckoned from the script: nothing is kept, so a log of years costs nothing until somebody reads it.
 *
 * @param turns what is written
 * @param times when the run was, or is; asked again and again, since somebody may stop it
 * @param clock what time it is
 */
public record ScriptedLog(List<LogTurn> turns, Supplier<RunTimes> times, InstantSource clock) implements ContainerLog {
    public ScriptedLog {
        turns = List.copyOf(turns);
    }

    @Override
    public LogCursor read() {
        return new Cursor(this);
    }

    private static final class Cursor implements LogCursor {
        private final ScriptedLog log;
        private final long[] written;

        Cursor(ScriptedLog log) {
            this.log = log;
            this.written = new long[log.turns.size()];
        }

        @Override
        public Optional<LogLine> poll() {
            var times = log.times.get();
            int turn = next(times);
            if (turn < 0) {
                return Optional.empty();
            }
            var what = log.turns.get(turn);
            var at = what.at(times.start(), written[turn]);
            if (at.isAfter(log.clock.instant())) {
                return Optional.empty();
            }
            return Optional.of(new LogLine(at, what.error(), what.text(written[turn]++)));
        }

        /** The turn whose next line is the earliest in the run; -1 if there is none. */
        private int next(RunTimes times) {
            int best = -1;
            Instant earliest = null;
            for (int i = 0; i < written.length; i++) {
                var turn = log.turns.get(i);
                if (turn.every() == null && written[i] > 0) {
                    continue;
                }
                var at = turn.at(times.start(), written[i]);
                boolean inRun = times.end() == null || !at.isAfter(times.end());
                if (inRun && (earliest == null || at.isBefore(earliest))) {
                    earliest = at;
                    best = i;
                }
            }
            return best;
        }

        @Override
        public boolean ended() {
            var times = log.times.get();
            return times.end() != null && !times.end().isAfter(log.clock.instant()) && next(times) < 0;
        }

        @Override
        public Optional<Instant> nextAt() {
            var times = log.times.get();
            int turn = next(times);
            return turn < 0
                    ? Optional.ofNullable(times.end())
                    : Optional.of(log.turns.get(turn).at(times.start(), written[turn]));
        }

        @Override
        public void onReady(Runnable wake) {
            // all that ever comes, comes with time
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
