package io.kubelayers.interfaces.http.stream;

import io.kubelayers.nucleus.streaming.ContainerProcess;
import io.kubelayers.nucleus.streaming.TerminalSize;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that never was: since version 5 of the protocol clients learn on the error channel what an agent refused.
 *
 * @param why what it said
 */
public record FailedProcess(String why) implements ContainerProcess {
    @Override
    public Optional<Output> poll() {
        return Optional.empty();
    }

    @Override
    public Optional<Exit> exit() {
        return Optional.of(Exit.failed(why));
    }

    @Override
    public boolean wantsInput() {
        return true;
    }

    @Override
    public void input(byte[] bytes) {
        // nobody is there
    }

    @Override
    public void inputEnded() {
        // nobody is there
    }

    @Override
    public void resize(TerminalSize size) {
        // nobody is there
    }

    @Override
    public Optional<Instant> nextAt() {
        return Optional.empty();
    }

    @Override
    public void onReady(Runnable wake) {
        // all is said already
    }

    @Override
    public void close() {
        // nothing is held
    }
}
