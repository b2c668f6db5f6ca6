package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.streaming.DeafProcess;
import io.kubelayers.nucleus.streaming.LogCursor;
import io.kubelayers.nucleus.streaming.LogLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** The main process of a simulated container: shows what it writes from now on, and listens to nobody. */
final class AttachedProcess implements DeafProcess {
    private final LogCursor log;
    private final Instant since;
    private final boolean terminal;
    private volatile boolean closed;

    AttachedProcess(LogCursor log, Instant since, boolean terminal) {
        this.log = log;
        this.since = since;
        this.terminal = terminal;
    }

    @Override
    public Optional<Output> poll() {
        for (var line = log.poll(); line.isPresent(); line = log.poll()) {
            if (!line.get().at().isBefore(since)) {
                return line.map(this::output);
            }
        }
        return Optional.empty();
    }

    private Output output(LogLine line) {
        var text = terminal ? line.text().replace("\n", "\r\n") : line.text();
        return new Output(line.error() && !terminal, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Exit> exit() {
        return closed || log.ended() ? Optional.of(Exit.of(0)) : Optional.empty();
    }

    @Override
    public Optional<Instant> nextAt() {
        return log.nextAt();
    }

    @Override
    public void onReady(Runnable wake) {
        log.onReady(wake);
    }

    @Override
    public void close() {
        closed = true;
        log.close();
    }
}
