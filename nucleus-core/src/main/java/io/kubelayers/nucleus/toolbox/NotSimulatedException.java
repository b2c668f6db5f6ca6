package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.program.Invocation;

/** A command, or a part of one, that simulated containers don't know. */
final class NotSimulatedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSimulatedException(String what) {
        super(what);
    }

    /** Ends the command with what it can't do. */
    void end(Invocation run) {
        run.printError(run.command().get(0) + ": " + getMessage() + ": not simulated\n");
        run.exit(Toolbox.NOT_FOUND);
    }
}
