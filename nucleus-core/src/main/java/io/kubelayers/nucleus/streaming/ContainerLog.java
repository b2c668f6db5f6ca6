package io.kubelayers.nucleus.streaming;

/** The log of one run of a container, which may be read any number of times. */
@FunctionalInterface
public interface ContainerLog {
    /** Reads it from its beginning. */
    LogCursor read();
}
