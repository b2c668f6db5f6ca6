package io.kubelayers.nucleus.podstream;

import io.kubelayers.nucleus.core.PodLogOptions;
import io.kubelayers.nucleus.streaming.ContainerLog;
import io.kubelayers.nucleus.streaming.LogCursor;
import io.kubelayers.nucleus.streaming.LogLine;
import io.kubelayers.nucleus.streaming.LogStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A log as it was asked for: from a time on, or its last lines, with time stamps, cut off after so many bytes, and with what
 * is still to come or without (cri-client {@code logs/logs.go}). Lines are counted from the end first and left out by
 * age afterwards, as upstream does. Nothing is kept: the last lines are found by reading the log twice.
 */
public final class LogView implements LogStream {
    /** Pieces are not much larger than this. */
    private static final int PIECE = 16 * 1024;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSSX").withZone(ZoneOffset.UTC);

    private final LogCursor lines;
    private final boolean timestamps;
    private final boolean follow;
    private final @Nullable Instant since;
    private final @Nullable Instant until;
    private long room;
    private boolean over;

    private LogView(LogCursor lines, PodLogOptions options, Instant now) {
        this.lines = lines;
        this.timestamps = options.timestamps();
        this.follow = options.follow();
        this.since = since(options, now);
        this.until = follow ? null : now;
        this.room = options.limitBytes() == null ? Long.MAX_VALUE : options.limitBytes();
    }

    /** Shows a log. Options are those that {@link LogOptionChecks} lets pass. */
    public static LogView of(ContainerLog log, PodLogOptions options, Instant now) {
        var tail = options.tailLines();
        if (tail == null) {
            return new LogView(log.read(), options, now);
        }
        long skipped = count(log) - tail;
        var lines = log.read();
        for (long i = 0; i < skipped; i++) {
            lines.poll();
        }
        return new LogView(lines, options, now);
    }

    private static long count(ContainerLog log) {
        long count = 0;
        try (var lines = log.read()) {
            while (lines.poll().isPresent()) {
                count++;
            }
        }
        return count;
    }

    private static @Nullable Instant since(PodLogOptions options, Instant now) {
        var seconds = options.sinceSeconds();
        return seconds == null ? options.sinceTime() : now.minusSeconds(Math.min(seconds, now.getEpochSecond()));
    }

    @Override
    public Optional<byte[]> poll() {
        var piece = new ByteArrayOutputStream();
        while (!over && piece.size() < PIECE) {
            var line = lines.poll();
            if (line.isEmpty()) {
                over = !follow || lines.ended();
                break;
            }
            if (until != null && line.get().at().isAfter(until)) {
                over = true;
            } else if (since == null || !line.get().at().isBefore(since)) {
                write(piece, line.get());
            }
        }
        return piece.size() == 0 ? Optional.empty() : Optional.of(piece.toByteArray());
    }

    private void write(ByteArrayOutputStream piece, LogLine line) {
        var text = timestamps ? TIME.format(line.at()) + " " + line.text() : line.text();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > room) {
            bytes = Arrays.copyOf(bytes, (int) room);
        }
        piece.writeBytes(bytes);
        room -= bytes.length;
        over = room == 0;
    }

    @Override
    public boolean ended() {
        return over;
    }

    @Override
    public Optional<Instant> nextAt() {
        return over ? Optional.empty() : lines.nextAt();
    }

    @Override
    public void onReady(Runnable wake) {
        lines.onReady(wake);
    }

    @Override
    public void close() {
        over = true;
        lines.close();
    }
}
