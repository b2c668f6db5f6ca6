package io.kubelayers.nucleus.node;

import java.time.Duration;

/**
 * How to stop a container: its preStop hook first, then the stop signal, and when the grace is over the kill.
 *
 * @param grace time for all of it
 * @param preStop how long the hook sleeps before the stop signal is sent
 */
public record StopRequest(Duration grace, Duration preStop) {}
