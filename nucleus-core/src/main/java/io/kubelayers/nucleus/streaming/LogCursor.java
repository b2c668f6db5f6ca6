package io.kubelayers.nucleus.streaming;

import java.util.Optional;

/** Reads the log of one run of a container, the oldest line first. */
public interface LogCursor extends Session {
    /** The next line; empty if none is there yet. */
    Optional<LogLine> poll();

    /** Whether all was read and the run is over, so that nothing will come any more. */
    boolean ended();
}
