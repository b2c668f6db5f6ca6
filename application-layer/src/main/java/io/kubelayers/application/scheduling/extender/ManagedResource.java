package io.kubelayers.application.scheduling.extender;

/**
 * An extended resource that an extender manages.
 *
 * @param name such as {@code example.com/gpu}
 * @param ignoredByScheduler whether NodeResourcesFit leaves it to the extender altogether
 */
public record ManagedResource(String name, boolean ignoredByScheduler) {}
