package io.kubelayers.nucleus.node;

import java.time.Instant;

/**
 * The beginning of the end of a sidecar whose pod ends: its preStop hook runs beside those of all others, and then it waits
 * for its turn to be stopped.
 *
 * @param attempt the run
 * @param hookUntil when the hook is over
 */
public record EarlyStop(int attempt, Instant hookUntil) {}
