package io.kubelayers.interfaces.http.stream;

import io.kubelayers.nucleus.streaming.DeafProcess;
import io.kubelayers.nucleus.streaming.StillSession;
import java.util.Optional;

/**
 * A process that never was: since version 5 of the protocol clients learn on the error channel what an agent refused.
 *
 * @param why what it said
 */
public record FailedProcess(String why) implements DeafProcess, StillSession {
    @Override
    public Optional<Output> poll() {
        return Optional.empty();
    }

    @Override
    public Optional<Exit> exit() {
        return Optional.of(Exit.failed(why));
    }
}
