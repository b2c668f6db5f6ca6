package io.kubelayers.nucleus.node;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a hook of a container does.
 *
 * @param lasts how long it takes, null for ever
 * @param success whether it succeeds
 */
public record HookAnswer(@Nullable Duration lasts, boolean success) {
    /** Takes no time and succeeds. */
    public static final HookAnswer DONE = new HookAnswer(Duration.ZERO, true);
}
