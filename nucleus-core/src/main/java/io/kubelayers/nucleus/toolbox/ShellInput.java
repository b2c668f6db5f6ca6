package io.kubelayers.nucleus.toolbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What comes in, for whoever reads now: the shell itself, line by line, or the command that it runs. What nobody reads
 * waits.
 */
final class ShellInput {
    private byte[] waiting = {};
    private int from;
    private int to;
    private int searched;
    private @Nullable Consumer<byte[]> reader;
    private @Nullable Runnable onEnd;
    private @Nullable Consumer<String> lineReader;
    private boolean ended;
    private boolean closed;

    /** Takes bytes in; false if too many wait already. */
    boolean accept(byte[] bytes) {
        if (reader != null) {
            reader.accept(bytes);
            return true;
        }
        if (to - from + (long) bytes.length > Gathered.MOST) {
            return false;
        }
        append(bytes);
        offerLine();
        return true;
    }

    private void append(byte[] bytes) {
        if (to + bytes.length > waiting.length) {
            int size = to - from;
            waiting = Arrays.copyOfRange(waiting, from, from + Math.max(2 * size, size + bytes.length));
            searched -= from;
            from = 0;
            to = size;
        }
        System.arraycopy(bytes, 0, waiting, to, bytes.length);
        to += bytes.length;
    }

    void end() {
        ended = true;
        if (lineReader != null) {
            offerLine();
        } else if (onEnd != null) {
            onEnd.run();
        }
    }

    /** Ends the input of a command that reads from a terminal, but not that of the shell. */
    boolean endOfCommand() {
        var action = onEnd;
        if (reader == null || action == null) {
            return false;
        }
        action.run();
        return true;
    }

    /** A command reads from now on. */
    void read(Consumer<byte[]> bytes) {
        reader = bytes;
        if (to > from) {
            var early = Arrays.copyOfRange(waiting, from, to);
            take(to);
            bytes.accept(early);
        }
    }

    /** What is before a place is gone. */
    private void take(int end) {
        from = end;
        if (from == to) {
            waiting = new byte[0];
            from = 0;
            to = 0;
        }
        searched = from;
    }

    /** Is called when no more comes, to a command that reads. */
    void onEnd(Runnable action) {
        onEnd = action;
        if (ended) {
            action.run();
        }
    }

    /** Input without anything in it. */
    static ShellInput empty() {
        return of(new byte[0]);
    }

    /** Input that is all there. */
    static ShellInput of(byte[] content) {
        var input = new ShellInput();
        input.append(content);
        input.ended = true;
        return input;
    }

    /** Nobody will read any more. */
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** The command does not read any more. */
    void release() {
        reader = null;
        onEnd = null;
    }

    /** Gives the next line, without its end, to the shell; null when there is none any more. */
    void line(Consumer<@Nullable String> next) {
        lineReader = next;
        offerLine();
    }

    private void offerLine() {
        var next = lineReader;
        if (next == null) {
            return;
        }
        int end = Math.max(from, searched);
        while (end < to && waiting[end] != '\n') {
            end++;
        }
        searched = end;
        if (end == to && !ended) {
            return;
        }
        lineReader = null;
        var line = from == to ? null : new String(waiting, from, end - from, StandardCharsets.UTF_8);
        take(Math.min(to, end + 1));
        next.accept(line);
    }
}
