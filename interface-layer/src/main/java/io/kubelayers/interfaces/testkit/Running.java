package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.cluster.Cluster;
import org.opentest4j.AssertionFailedError;

/**
 * The cluster of one test.
 *
 * @param cluster the cluster
 * @param seed what its chance is made of
 * @param start when its time began
 */
record Running(Cluster cluster, long seed, String start) {
    /** The failure, telling how to get the same cluster again. */
    Throwable explain(Throwable failure) {
        var replay = "Cluster: seed " + seed + ", started " + start + ", failed at " + cluster.now()
                + "; @KubelayersTest(seed = " + seed + ") replays it";
        if (failure instanceof AssertionFailedError failed) {
            return instead(
                    failed,
                    new AssertionFailedError(
                            failed.getMessage() + "\n" + replay,
                            failed.getExpected(),
                            failed.getActual(),
                            failed.getCause()));
        }
        if (failure instanceof AssertionError) {
            return instead(failure, new AssertionError(failure.getMessage() + "\n" + replay, failure.getCause()));
        }
        failure.addSuppressed(new ReplayNote(replay));
        return failure;
    }

    /** The second failure in the place of the first: it says all that the first says. */
    private static Throwable instead(Throwable failure, Throwable told) {
        told.setStackTrace(failure.getStackTrace());
        for (var suppressed : failure.getSuppressed()) {
            told.addSuppressed(suppressed);
        }
        return told;
    }

    /** Shows in the stack trace of an exception whose type must stay what it is. */
    private static final class ReplayNote extends Exception {
        private static final long serialVersionUID = 1L;

        ReplayNote(String note) {
            super(note, null, false, false);
        }
    }
}
