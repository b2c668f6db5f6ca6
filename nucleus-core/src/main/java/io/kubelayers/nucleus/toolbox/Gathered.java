package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.files.FileTree;
import io.kubelayers.nucleus.program.Invocation;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/** The whole input of a command that can do nothing before it has all. */
final class Gathered {
    /** How much of anything may be in memory, in bytes: all files of a container, packed badly. */
    static final long MOST = 2 * FileTree.ROOM;

    private Gathered() {}

    /** Gives it to somebody; ends the command if it is too much. */
    static void of(Invocation run, Consumer<byte[]> action) {
        var input = new ByteArrayOutputStream();
        run.onInput(bytes -> {
            if (input.size() + (long) bytes.length > MOST) {
                input.reset();
                run.printError(run.command().get(0) + ": out of memory\n");
                run.exit(1);
            } else {
                input.writeBytes(bytes);
            }
        });
        run.onInputEnd(() -> {
            run.work(input.size());
            action.accept(input.toByteArray());
        });
    }
}
