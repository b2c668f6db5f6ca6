package io.kubelayers.nucleus.node;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The postStart hook of a container's run.
 *
 * @param attempt the run
 * @param until when it ends, null for never
 * @param success whether it will have succeeded
 * @param message why it will have failed, "" if it does not
 * @param told whether its failure has been told, and the container stopped for it
 */
public record StartHook(int attempt, @Nullable Instant until, boolean success, String message, boolean told) {
    static StartHook begin(int attempt, HookAnswer answer, Instant now) {
        var lasts = answer.lasts();
        return new StartHook(
                attempt, lasts == null ? null : now.plus(lasts), answer.success(), answer.message(), false);
    }

    boolean isOver(Instant now) {
        return until != null && !until.isAfter(now);
    }

    StartHook asTold() {
        return new StartHook(attempt, until, success, message, true);
    }
}
