package io.kubelayers.nucleus.streaming;

/**
 * The size of a terminal.
 *
 * @param width columns
 * @param height rows
 */
public record TerminalSize(int width, int height) {}
