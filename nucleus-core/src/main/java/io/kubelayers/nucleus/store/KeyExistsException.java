package io.kubelayers.nucleus.store;

import io.kubelayers.nucleus.meta.StatusReason;

/** A create found an object at its key: 409 AlreadyExists. */
public final class KeyExistsException extends StoreException {
    private static final long serialVersionUID = 1;

    private final Key key;

    public KeyExistsException(Key key) {
        super(failure(409, StatusReason.ALREADY_EXISTS, quoted(key) + " already exists", about(key)));
        this.key = key;
    }

    /** The key that is taken. */
    public Key key() {
        return key;
    }
}
