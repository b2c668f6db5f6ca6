package io.kubelayers.nucleus.node;

/**
 * The answer to one probe that was due.
 *
 * @param container name of the container
 * @param kind which probe
 * @param answer what it said
 */
public record ProbeReport(String container, ProbeKind kind, ProbeAnswer answer) {}
