package io.kubelayers.nucleus.program;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.files.ContainerFiles;
import io.kubelayers.nucleus.files.FilePath;
import io.kubelayers.nucleus.files.FileTree;
import io.kubelayers.nucleus.streaming.ContainerProcess;
import io.kubelayers.nucleus.streaming.Outbox;
import io.kubelayers.nucleus.streaming.TerminalSize;
import io.kubelayers.nucleus.value.Absent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A program at work. Its timers go off when somebody asks for output, which keeps it on the cluster's clock. */
public final class ProgramRun implements ContainerProcess, Invocation {
    private static final int KILLED = 137;

    /** How much may have been written that nobody has read, in bytes. */
    private static final long MOST_UNREAD = 2 * FileTree.ROOM;

    private record Timer(Instant at, long order, Runnable action) {}

    private final Surroundings where;
    private final List<String> command;
    private final boolean terminal;
    private final InstantSource clock;
    private final Supplier<Optional<Instant>> containerEnd;
    private final Outbox<Output> output = new Outbox<>();
    private final List<byte[]> early = new ArrayList<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparing(Timer::at).thenComparing(Timer::order));
    private final SortedMap<Integer, Consumer<PortPeer>> listeners = new TreeMap<>();
    private long timersSet;
    private long worked;
    private long unread;
    private @Nullable Consumer<byte[]> reader;
    private @Nullable Runnable inputEnd;
    private Consumer<TerminalSize> resized = size -> {};
    private @Nullable TerminalSize size;
    private boolean inputEnded;
    private volatile boolean askedTime;
    private @Nullable Exit exit;
    private BiConsumer<Exit, Boolean> ended = (how, abandoned) -> {};

    private ProgramRun(
            Surroundings where,
            List<String> command,
            boolean terminal,
            InstantSource clock,
            Supplier<Optional<Instant>> containerEnd) {
        this.where = where;
        this.command = List.copyOf(command);
        this.terminal = terminal;
        this.clock = clock;
        this.containerEnd = containerEnd;
    }

    /**
     * Starts a program.
     *
     * @param containerEnd when the container ends or has ended, which kills what runs in it; asked again and again
     */
    public static ProgramRun start(
            Program program,
            Surroundings where,
            List<String> command,
            boolean terminal,
            InstantSource clock,
            Supplier<Optional<Instant>> containerEnd) {
        var run = new ProgramRun(where, command, terminal, clock, containerEnd);
        synchronized (run) {
            program.start(run);
        }
        return run;
    }

    @Override
    public List<String> command() {
        return command;
    }

    @Override
    public Pod pod() {
        return where.pod();
    }

    @Override
    public Container container() {
        return where.container();
    }

    @Override
    public SortedMap<String, String> environment() {
        return where.environment();
    }

    @Override
    public ContainerFiles files() {
        return where.files();
    }

    @Override
    public String directory() {
        return Absent.or(where.container().workingDir(), FilePath.ROOT);
    }

    @Override
    public boolean terminal() {
        return terminal;
    }

    @Override
    public Instant now() {
        askedTime = true;
        return clock.instant();
    }

    /** Whether it has asked what time it is. */
    public boolean hasAskedTime() {
        return askedTime;
    }

    @Override
    public void print(byte[] bytes) {
        put(false, bytes);
    }

    @Override
    public void printError(byte[] bytes) {
        put(!terminal, bytes);
    }

    private synchronized void put(boolean error, byte[] bytes) {
        if (exit != null || bytes.length == 0) {
            return;
        }
        work(bytes.length);
        unread += bytes.length;
        if (unread > MOST_UNREAD) {
            end(Exit.of(KILLED)); // it would have used up the memory of its container
            return;
        }
        output.put(new Output(error, terminal ? withReturns(bytes) : bytes.clone()));
    }

    /** A terminal starts each line at its left edge. */
    private static byte[] withReturns(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.indexOf('\n') < 0) {
            return bytes.clone();
        }
        var returned = new ByteArrayOutputStream(bytes.length + 16);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r')) {
                returned.write('\r');
            }
            returned.write(bytes[i]);
        }
        return returned.toByteArray();
    }

    @Override
    public void exit(int code) {
        end(Exit.of(code));
    }

    @Override
    public void fail(String why) {
        end(Exit.failed(why));
    }

    /** Calls somebody when it ends: how, and whether it was killed because nobody is connected any more. */
    public synchronized void onEnd(BiConsumer<Exit, Boolean> listener) {
        ended = listener;
        if (exit != null) {
            listener.accept(exit, false);
        }
    }

    private void end(Exit how) {
        end(how, false);
    }

    private void end(Exit how, boolean abandoned) {
        BiConsumer<Exit, Boolean> listener;
        synchronized (this) {
            if (exit != null) {
                return;
            }
            exit = how;
            timers.clear();
            early.clear();
            listener = ended;
        }
        listener.accept(how, abandoned);
        output.wake();
    }

    @Override
    public synchronized void onInput(Consumer<byte[]> listener) {
        reader = listener;
        early.forEach(listener);
        early.clear();
    }

    @Override
    public synchronized void onInputEnd(Runnable action) {
        inputEnd = action;
        if (inputEnded) {
            action.run();
        }
    }

    @Override
    public synchronized void onResize(Consumer<TerminalSize> listener) {
        resized = listener;
        if (size != null) {
            listener.accept(size);
        }
    }

    @Override
    public synchronized void after(Duration delay, Runnable action) {
        if (exit == null) {
            timers.add(new Timer(clock.instant().plus(delay), timersSet++, action));
        }
    }

    @Override
    public synchronized void listen(int port, Consumer<PortPeer> listener) {
        listeners.put(port, listener);
    }

    /** Whether it listens on any port. */
    public synchronized boolean isListening() {
        return !listeners.isEmpty();
    }

    /** Who listens on a port; empty if nobody does. */
    synchronized Optional<Consumer<PortPeer>> listener(int port) {
        return Optional.ofNullable(listeners.get(port));
    }

    @Override
    public Optional<Output> poll() {
        runTimers();
        return taken();
    }

    private synchronized Optional<Output> taken() {
        var next = output.poll();
        unread = next.isPresent() ? Math.max(0, unread - next.get().bytes().length) : 0;
        return next;
    }

    @Override
    public synchronized long work(long bytes) {
        worked += bytes;
        return worked;
    }

    private synchronized void runTimers() {
        var now = clock.instant();
        for (var due = timers.peek(); due != null && !due.at().isAfter(now); due = timers.peek()) {
            timers.poll();
            due.action().run();
        }
        if (exit == null && containerEnd.get().filter(end -> !end.isAfter(now)).isPresent()) {
            end(Exit.of(KILLED));
        }
    }

    @Override
    public synchronized Optional<Exit> exit() {
        return output.isEmpty() ? Optional.ofNullable(exit) : Optional.empty();
    }

    @Override
    public synchronized Optional<Instant> nextAt() {
        if (exit != null) {
            return Optional.empty();
        }
        var due = Optional.ofNullable(timers.peek()).map(Timer::at);
        var end = containerEnd.get();
        return due.isPresent() && end.isPresent() && end.get().isBefore(due.get()) ? end : due.or(() -> end);
    }

    @Override
    public void onReady(Runnable wake) {
        output.onReady(wake);
    }

    @Override
    public synchronized boolean wantsInput() {
        return exit != null || !output.isFull() && early.isEmpty();
    }

    @Override
    public synchronized void input(byte[] bytes) {
        if (exit != null || inputEnded) {
            return;
        }
        if (reader == null) {
            early.add(bytes.clone());
        } else {
            reader.accept(bytes.clone());
        }
    }

    @Override
    public synchronized void inputEnded() {
        if (!inputEnded) {
            inputEnded = true;
            if (inputEnd != null && exit == null) {
                inputEnd.run();
            }
        }
    }

    @Override
    public synchronized void resize(TerminalSize changed) {
        size = changed;
        resized.accept(changed);
    }

    @Override
    public void close() {
        end(Exit.of(KILLED), true);
    }
}
