package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.files.ContainerFiles;
import io.kubelayers.nucleus.program.Invocation;
import io.kubelayers.nucleus.program.PortPeer;
import io.kubelayers.nucleus.streaming.TerminalSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** A command that a shell runs: it sees what the shell sees, writes where the shell says, and its end is the shell's business. */
final class ChildRun implements Invocation {
    private final Invocation shell;
    private final List<String> command;
    private final SortedMap<String, String> environment;
    private final String directory;
    private final ShellInput input;
    private final Consumer<byte[]> out;
    private final Consumer<byte[]> error;
    private final IntConsumer onExit;
    private final int depth;
    private boolean ended;

    ChildRun(
            Invocation shell,
            int depth,
            List<String> command,
            SortedMap<String, String> environment,
            String directory,
            ShellInput input,
            Consumer<byte[]> out,
            Consumer<byte[]> error,
            IntConsumer onExit) {
        this.shell = shell;
        this.depth = depth;
        this.command = command;
        this.environment = environment;
        this.directory = directory;
        this.input = input;
        this.out = out;
        this.error = error;
        this.onExit = onExit;
    }

    /** How deep a program lies within others; 0 if nobody but the container started it. */
    static int depthOf(Invocation run) {
        return run instanceof ChildRun child ? child.depth : 0;
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public List<String> command() {
        return command;
    }

    @Override
    public Pod pod() {
        return shell.pod();
    }

    @Override
    public Container container() {
        return shell.container();
    }

    @Override
    public SortedMap<String, String> environment() {
        return environment;
    }

    @Override
    public ContainerFiles files() {
        return shell.files();
    }

    @Override
    public String directory() {
        return directory;
    }

    @Override
    public boolean terminal() {
        return shell.terminal();
    }

    @Override
    public Instant now() {
        return shell.now();
    }

    @Override
    public void print(byte[] bytes) {
        if (!ended) {
            work(bytes.length);
            out.accept(bytes);
        }
    }

    @Override
    public void printError(byte[] bytes) {
        if (!ended) {
            error.accept(bytes);
        }
    }

    @Override
    public void exit(int code) {
        if (!ended) {
            ended = true;
            input.release();
            onExit.accept(code);
        }
    }

    @Override
    public void fail(String why) {
        printError(why + "\n");
        exit(Toolbox.NOT_FOUND - 1);
    }

    @Override
    public void onInput(Consumer<byte[]> reader) {
        input.read(reader);
    }

    @Override
    public void onInputEnd(Runnable action) {
        if (!ended) {
            input.onEnd(action);
        }
    }

    @Override
    public void onResize(Consumer<TerminalSize> listener) {
        // the shell itself has no use for the size, nor has any of its commands
    }

    @Override
    public void after(Duration delay, Runnable action) {
        shell.after(delay, () -> {
            if (!ended) {
                action.run();
            }
        });
    }

    @Override
    public long work(long bytes) {
        return shell.work(bytes);
    }

    @Override
    public void listen(int port, Consumer<PortPeer> listener) {
        shell.listen(port, peer -> {
            if (!ended) {
                listener.accept(peer);
            }
        });
    }
}
