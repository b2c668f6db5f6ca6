package io.kubelayers.nucleus.program;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a container writes in each of its runs, once or again and again.
 *
 * @param from time since the start of the process
 * @param every time between repetitions; null for once
 * @param error whether to standard error
 * @param text what, its line break included; {@code {n}} becomes the number of the repetition, from 0
 */
public record LogTurn(Duration from, @Nullable Duration every, boolean error, String text) {
    public LogTurn {
        if (every != null && (every.isZero() || every.isNegative())) {
            throw new IllegalArgumentException("a log line can't be repeated every " + every);
        }
    }

    Instant at(Instant start, long repetition) {
        var first = start.plus(from);
        return every == null ? first : first.plus(every.multipliedBy(repetition));
    }

    String text(long repetition) {
        return text.replace("{n}", Long.toString(repetition));
    }

    /**
     * Reads the short form, as an annotation of a pod holds it: a turn a line, each with its time before it if it is not
     * that of the line above.
     *
     * <pre>
     * starting
     * @2s listening on 8080
     * @5s/10s tick {n}
     * @30s! too many connections        to standard error
     * </pre>
     *
     * @throws IllegalArgumentException if a time can't be read
     */
    public static List<LogTurn> parse(String text) {
        var turns = new ArrayList<LogTurn>();
        var from = Duration.ZERO;
        for (var line : text.strip().split("\n")) {
            Duration every = null;
            boolean error = false;
            var rest = line;
            if (line.startsWith("@")) {
                int blank = line.indexOf(' ');
                var time = blank < 0 ? line.substring(1) : line.substring(1, blank);
                rest = blank < 0 ? "" : line.substring(blank + 1);
                error = time.endsWith("!");
                var parts = (error ? time.substring(0, time.length() - 1) : time).split("/", 2);
                from = ShortDuration.parse(parts[0]);
                every = parts.length > 1 ? ShortDuration.parse(parts[1]) : null;
            }
            turns.add(new LogTurn(from, every, error, rest + "\n"));
        }
        return turns;
    }
}
