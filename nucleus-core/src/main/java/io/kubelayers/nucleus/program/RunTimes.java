package io.kubelayers.nucleus.program;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a run of a container was or will be.
 *
 * @param start when its process starts
 * @param end when its process ends, as far as is known; null for never
 */
public record RunTimes(Instant start, @Nullable Instant end) {}
