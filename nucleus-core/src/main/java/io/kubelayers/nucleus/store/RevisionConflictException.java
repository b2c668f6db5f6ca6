package io.kubelayers.nucleus.store;

import io.kubelayers.nucleus.meta.StatusReason;

/** The object was written by somebody else since the caller read it: 409 Conflict. Read it again, then retry. */
public final class RevisionConflictException extends StoreException {
    private static final long serialVersionUID = 1;
    private static final String ADVICE =
            ": the object has been modified; please apply your changes to the latest version and try again";

    private final Key key;
    private final long expected;
    private final long actual;

    public RevisionConflictException(Key key, long expected, long actual) {
        super(failure(
                409, StatusReason.CONFLICT, "Operation cannot be fulfilled on " + quoted(key) + ADVICE, about(key)));
        this.key = key;
        this.expected = expected;
        this.actual = actual;
    }

    /** The key that was to be written. */
    public Key key() {
        return key;
    }

    /** The modRevision the caller had read. */
    public long expected() {
        return expected;
    }

    /** The modRevision the object has. */
    public long actual() {
        return actual;
    }
}
