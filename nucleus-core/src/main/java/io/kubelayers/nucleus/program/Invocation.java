package io.kubelayers.nucleus.program;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.files.ContainerFiles;
import io.kubelayers.nucleus.streaming.TerminalSize;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/** A running {@link Program}: what it was called with, and how it talks to whoever called it. */
public interface Invocation {
    /** Program and arguments. */
    List<String> command();

    /** The pod it runs in. */
    Pod pod();

    /** The container it runs in. */
    Container container();

    /** The variables it was given. */
    SortedMap<String, String> environment();

    /** The files of the container. */
    ContainerFiles files();

    /** The directory it works in. */
    String directory();

    /** Whether it has a terminal. */
    boolean terminal();

    /** What time it is. */
    Instant now();

    /** Writes to standard output. */
    void print(byte[] bytes);

    /** Writes to standard error. */
    void printError(byte[] bytes);

    /** Ends it; what it does afterwards is not seen. */
    void exit(int code);

    /** Says that it could not be run at all. */
    void fail(String why);

    /** Is called with input as it comes. Input that came before is given at once. */
    void onInput(Consumer<byte[]> reader);

    /** Is called when no more input will come. */
    void onInputEnd(Runnable action);

    /** Is called when the terminal has another size. */
    void onResize(Consumer<TerminalSize> listener);

    /** Does something later. */
    void after(Duration delay, Runnable action);

    /**
     * Counts work that takes no time on the clock of the cluster, in bytes gone through.
     *
     * @return all work that was counted in the process until now
     */
    long work(long bytes);

    /** Listens on a port: the next that connects is given to it, and nobody else. */
    void listen(int port, Consumer<PortPeer> listener);

    /** Writes text to standard output. */
    default void print(String text) {
        print(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes text to standard error. */
    default void printError(String text) {
        printError(text.getBytes(StandardCharsets.UTF_8));
    }
}
