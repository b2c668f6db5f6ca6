package io.kubelayers.nucleus.store;

import io.kubelayers.nucleus.meta.StatusReason;

/** The history asked for is forgotten: 410 Gone, reason Expired. List anew, and go on from that revision. */
public final class CompactedException extends StoreException {
    private static final long serialVersionUID = 1;

    private final long requested;
    private final long compacted;

    private CompactedException(String message, long requested, long compacted) {
        super(failure(410, StatusReason.EXPIRED, message));
        this.requested = requested;
        this.compacted = compacted;
    }

    /** A get or list at a revision that is forgotten. */
    public static CompactedException ofRead(long requested, long compacted) {
        return new CompactedException("The resourceVersion for the provided list is too old.", requested, compacted);
    }

    /** A watch from a revision some of whose followers are forgotten. */
    public static CompactedException ofWatch(long requested, long compacted) {
        return new CompactedException(
                "too old resource version: " + requested + " (" + compacted + ')', requested, compacted);
    }

    /** The revision that was asked for. */
    public long requested() {
        return requested;
    }

    /** The oldest revision that can be asked for. */
    public long compacted() {
        return compacted;
    }
}
