package io.kubelayers.nucleus.node;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one probe of a container found.
 *
 * @param success whether the container answered well
 * @param message what it said when it did not
 * @param steadyUntil until when the runtime knows that it would answer the same, null for ever: probing before that time
 *     can change nothing, so the agent saves itself the trouble. The time of the probe itself if nothing is known
 */
public record ProbeAnswer(boolean success, String message, @Nullable Instant steadyUntil) {}
