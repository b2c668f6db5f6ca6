package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.streaming.ContainerProcess;
import io.kubelayers.nucleus.streaming.TerminalSize;
import java.time.Instant;
import java.util.Optional;

/** A main process that reads, as seen by whoever attaches: how it ends is told by the container's status, not to them. */
record AttachedShell(ContainerProcess process) implements ContainerProcess {
    @Override
    public Optional<Output> poll() {
        return process.poll();
    }

    @Override
    public Optional<Exit> exit() {
        return process.exit().map(exit -> Exit.of(0));
    }

    @Override
    public boolean wantsInput() {
        return process.wantsInput();
    }

    @Override
    public void input(byte[] bytes) {
        process.input(bytes);
    }

    @Override
    public void inputEnded() {
        process.inputEnded();
    }

    @Override
    public void resize(TerminalSize size) {
        process.resize(size);
    }

    @Override
    public Optional<Instant> nextAt() {
        return process.nextAt();
    }

    @Override
    public void onReady(Runnable wake) {
        process.onReady(wake);
    }

    @Override
    public void close() {
        process.close();
    }
}
