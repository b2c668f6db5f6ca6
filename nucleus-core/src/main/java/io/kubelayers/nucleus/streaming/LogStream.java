package io.kubelayers.nucleus.streaming;

import java.util.Optional;

/** A container's log as a client asked for it, in pieces. */
public interface LogStream extends Session {
    /** A log with nothing in it, as of a pod that no node has yet. */
    static LogStream nothing() {
        return new EmptyLog();
    }

    /** The next piece; empty if none is there yet. */
    Optional<byte[]> poll();

    /** Whether nothing will come any more. */
    boolean ended();
}
