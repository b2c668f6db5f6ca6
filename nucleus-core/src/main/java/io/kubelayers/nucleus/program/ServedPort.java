package io.kubelayers.nucleus.program;

/**
 * A port on which a simulated container listens.
 *
 * @param port its number
 * @param service what answers there
 */
public record ServedPort(int port, PortService service) {}
