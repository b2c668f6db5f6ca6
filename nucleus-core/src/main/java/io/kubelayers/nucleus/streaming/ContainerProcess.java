package io.kubelayers.nucleus.streaming;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A process in a container to whose input and output a client is connected. */
public interface ContainerProcess extends Session {
    /**
     * Some output.
     *
     * @param error whether it is standard error; with a terminal all is standard output
     * @param bytes what was written
     */
    record Output(boolean error, byte[] bytes) {}

    /**
     * How it ended.
     *
     * @param code exit code; no meaning if it failed
     * @param failure why it could not be run at all, null if it was
     */
    record Exit(int code, @Nullable String failure) {
        /** Ran and ended with that code. */
        public static Exit of(int code) {
            return new Exit(code, null);
        }

        /** Could not be run. */
        public static Exit failed(String why) {
            return new Exit(-1, why);
        }
    }

    /** The next output; empty if none is there yet. */
    Optional<Output> poll();

    /** How it ended; empty before, and while there is output to be taken. */
    Optional<Exit> exit();

    /**
     * Whether it takes input now; one that has ended takes anything. A client that sends more all the same makes the process
     * hold it.
     */
    boolean wantsInput();

    /** Gives it input. */
    void input(byte[] bytes);

    /** Says that no more input will come. */
    void inputEnded();

    /** Tells it the size of its terminal. */
    void resize(TerminalSize size);
}
