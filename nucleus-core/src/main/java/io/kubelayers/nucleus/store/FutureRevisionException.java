package io.kubelayers.nucleus.store;

import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.meta.StatusReason;
import java.util.List;

/** A revision the store has not reached: 504 Timeout with cause ResourceVersionTooLarge, as upstream answers it. */
public final class FutureRevisionException extends StoreException {
    private static final long serialVersionUID = 1;
    private static final String TOO_LARGE = "Too large resource version";
    private static final int RETRY_SECONDS = 1;

    private final long requested;
    private final long current;

    public FutureRevisionException(long requested, long current) {
        super(failure(504, StatusReason.TIMEOUT, message(requested, current), details()));
        this.requested = requested;
        this.current = current;
    }

    private static String message(long requested, long current) {
        return "Timeout: " + TOO_LARGE + ": " + requested + ", current: " + current;
    }

    private static Status.Details details() {
        Status.Cause cause = new Status.Cause(Status.CauseType.RESOURCE_VERSION_TOO_LARGE, TOO_LARGE, null);
        return new Status.Details(null, null, null, null, List.of(cause), RETRY_SECONDS);
    }

    /** The revision that was asked for. */
    public long requested() {
        return requested;
    }

    /** The newest revision there is. */
    public long current() {
        return current;
    }
}
