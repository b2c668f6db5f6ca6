package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.program.Invocation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A terminal as a line discipline makes it: shows what is typed, gives whole lines, knows Ctrl-C and Ctrl-D. */
final class ShellTerminal {
    private static final int INTERRUPT = 3;
    private static final int END = 4;
    private static final int BACKSPACE = 8;
    private static final int ESCAPE = 27;
    private static final int DELETE = 127;

    private final Invocation run;
    private final ShellInput input;
    private final Runnable interrupt;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean escaped;

    ShellTerminal(Invocation run, ShellInput input, Runnable interrupt) {
        this.run = run;
        this.input = input;
        this.interrupt = interrupt;
    }

    void accept(byte[] typed) {
        for (byte one : typed) {
            accept(one);
        }
    }

    private void accept(byte one) {
        if (escaped) {
            // arrows and the like: ESC [ and more until a letter or a tilde
            escaped = !(one == '~' || Character.isLetter(one) && one != 'O');
            return;
        }
        switch (one) {
            case '\r', '\n' -> {
                run.print("\n");
                line.write('\n');
                var whole = line.toByteArray();
                line.reset();
                input.accept(whole);
            }
            case INTERRUPT -> {
                run.print("^C\n");
                line.reset();
                interrupt.run();
            }
            case END -> {
                if (line.size() == 0 && !input.endOfCommand()) {
                    run.print("\n");
                    input.end();
                }
            }
            case BACKSPACE, DELETE -> erase();
            case ESCAPE -> escaped = true;
            default -> {
                line.write(one);
                run.print(new byte[] {one});
            }
        }
    }

    private void erase() {
        if (line.size() == 0) {
            return;
        }
        var before = line.toByteArray();
        int left = before.length - 1;
        while (left > 0 && (before[left] & 0xc0) == 0x80) {
            left--;
        }
        line.reset();
        line.write(before, 0, left);
        run.print("\b \b".getBytes(StandardCharsets.US_ASCII));
    }
}
