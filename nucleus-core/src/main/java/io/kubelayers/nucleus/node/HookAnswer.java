package io.kubelayers.nucleus.node;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a hook of a container does.
 *
 * @param lasts how long it takes, null for ever
 * @param success whether it succeeds
 * @param message why it fails, for the status of its container; "" if it does not
 */
public record HookAnswer(@Nullable Duration lasts, boolean success, String message) {
    /** Takes no time and succeeds. */
    public static final HookAnswer DONE = new HookAnswer(Duration.ZERO, true);

    public HookAnswer(@Nullable Duration lasts, boolean success) {
        this(lasts, success, "");
    }

    /** Takes so long and fails. */
    public static HookAnswer failed(@Nullable Duration lasts, String message) {
        return new HookAnswer(lasts, false, message);
    }
}
