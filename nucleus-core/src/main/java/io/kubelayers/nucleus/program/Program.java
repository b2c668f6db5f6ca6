package io.kubelayers.nucleus.program;

import java.time.Duration;
import java.util.function.Function;

/** A program inside simulated containers. It is started once for each command, says what it has to say, and exits. */
@FunctionalInterface
public interface Program {
    /** Starts it. It may set itself timers and listen for input, but must not wait. */
    void start(Invocation invocation);

    /** Writes a text and exits with 0. */
    static Program prints(String text) {
        return invocation -> {
            invocation.print(text);
            invocation.exit(0);
        };
    }

    /** Writes a text to standard error and exits with that code. */
    static Program fails(int code, String text) {
        return invocation -> {
            invocation.printError(text);
            invocation.exit(code);
        };
    }

    /** Writes back what it reads, until that ends. */
    static Program echo() {
        return invocation -> {
            invocation.onInput(invocation::print);
            invocation.onInputEnd(() -> invocation.exit(0));
        };
    }

    /** Reads all of its input, and writes what the function makes of it. */
    static Program answering(Function<byte[], byte[]> function) {
        return invocation -> {
            var all = new java.io.ByteArrayOutputStream();
            invocation.onInput(all::writeBytes);
            invocation.onInputEnd(() -> {
                invocation.print(function.apply(all.toByteArray()));
                invocation.exit(0);
            });
        };
    }

    /** The same, some time after it was called. */
    default Program after(Duration delay) {
        return invocation -> invocation.after(delay, () -> start(invocation));
    }
}
