package io.kubelayers.nucleus.streaming;

import java.time.Instant;

/**
 * A line that a container wrote.
 *
 * @param at when
 * @param error whether to standard error
 * @param text what, its line break included if it has one
 */
public record LogLine(Instant at, boolean error, String text) {}
