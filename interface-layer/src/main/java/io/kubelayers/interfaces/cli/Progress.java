package io.kubelayers.interfaces.cli;

import io.kubelayers.nucleus.control.Step;
import io.kubelayers.nucleus.control.StepListener;
import java.io.PrintWriter;
import java.util.function.LongSupplier;

/**
 * Says what long work is at, so that nobody has to wonder: nothing for the first two seconds, then a line every two.
 * Goes to the error stream; results stay clean.
 */
final class Progress implements StepListener {
    private static final long PATIENCE = 2_000_000_000L;
    private static final int STEPS_A_LOOK = 256;

    private final PrintWriter err;
    private final LongSupplier nanos;
    private final boolean verbose;
    private String stage = "";
    private long last;

    /**
     * Of a command that starts now.
     *
     * @param nanos time that has passed since some instant
     * @param verbose whether each stage is told, however short it is
     */
    Progress(PrintWriter err, LongSupplier nanos, boolean verbose) {
        this.err = err;
        this.nanos = nanos;
        this.verbose = verbose;
        last = nanos.getAsLong();
    }

    /** A stage of the work begins. */
    void stage(String name) {
        stage = name;
        if (verbose || isLate()) {
            tell(name);
        }
    }

    /** The stage goes on; told only where it takes long. */
    void late(String text) {
        if (isLate()) {
            tell(text);
        }
    }

    @Override
    public void stepped(Step step) {
        if (step.number() % STEPS_A_LOOK == 0 && isLate()) {
            tell(stage + ": " + step.number() + " steps, it is " + step.at());
        }
    }

    private boolean isLate() {
        return nanos.getAsLong() - last >= PATIENCE;
    }

    private void tell(String text) {
        err.println("... " + text);
        err.flush();
        last = nanos.getAsLong();
    }
}
