package io.kubelayers.nucleus.toolbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What comes in, for whoever reads now: the shell itself, line by line, or the command that it runs. What nobody reads
 * waits.
 */
final class ShellInput {
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private @Nullable Consumer<byte[]> reader;
    private @Nullable Runnable onEnd;
    private @Nullable Consumer<String> lineReader;
    private boolean ended;
    private boolean closed;

    void accept(byte[] bytes) {
        if (reader == null) {
            waiting.writeBytes(bytes);
            offerLine();
        } else {
            reader.accept(bytes);
        }
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
        if (waiting.size() > 0) {
            var early = waiting.toByteArray();
            waiting.reset();
            bytes.accept(early);
        }
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
        input.waiting.writeBytes(content);
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
        var bytes = waiting.toByteArray();
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        if (end == bytes.length && !ended) {
            return;
        }
        lineReader = null;
        waiting.reset();
        if (end < bytes.length) {
            waiting.write(bytes, end + 1, bytes.length - end - 1);
        }
        next.accept(bytes.length == 0 ? null : new String(bytes, 0, end, StandardCharsets.UTF_8));
    }
}
