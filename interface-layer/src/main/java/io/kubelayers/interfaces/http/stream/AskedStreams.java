package io.kubelayers.interfaces.http.stream;

/**
 * Which streams of a process a client wants.
 *
 * @param stdin input
 * @param stdout output
 * @param stderr errors
 * @param terminal a terminal, which has no errors of its own
 */
public record AskedStreams(boolean stdin, boolean stdout, boolean stderr, boolean terminal) {}
