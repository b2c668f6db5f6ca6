package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.files.FileTree;
import io.kubelayers.nucleus.program.Invocation;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/** The whole input of a command that can do nothing before it has all. */
final class Gathered {
    /** How much of anything may be in memory, in bytes: all files of a container, packed badly. */
    static final long MOST = 2 * FileTree.ROOM;

    /** Tells whether all has come, though the input goes on. */
    @FunctionalInterface
    interface End {
        /**
         * Looks at it.
         *
         * @param bytes what has come, and maybe room behind it
         * @param length how much has come
         */
        boolean isIn(byte[] bytes, int length);
    }

    /** Bytes that can be looked at while they come. */
    private static final class Bytes extends ByteArrayOutputStream {
        private boolean whole;

        boolean have(End end) {
            return end.isIn(buf, count);
        }
    }

    private Gathered() {}

    /** Gives it to somebody; ends the command if it is too much. */
    static void of(Invocation run, Consumer<byte[]> action) {
        of(run, (bytes, length) -> false, action);
    }

    /** The same, but that there may be an end before that of the input. */
    static void of(Invocation run, End end, Consumer<byte[]> action) {
        var input = new Bytes();
        Runnable done = () -> {
            if (!input.whole) {
                input.whole = true;
                run.work(input.size());
                action.accept(input.toByteArray());
            }
        };
        run.onInput(bytes -> {
            if (input.whole) {
                return;
            }
            if (input.size() + (long) bytes.length > MOST) {
                input.reset();
                run.printError(run.command().get(0) + ": out of memory\n");
                run.exit(1);
                return;
            }
            input.writeBytes(bytes);
            if (input.have(end)) {
                done.run();
            }
        });
        run.onInputEnd(done);
    }
}
