package io.kubelayers.nucleus.store;

import io.kubelayers.nucleus.meta.StatusReason;

/** An update or delete found nothing at its key: 404 NotFound. */
public final class KeyMissingException extends StoreException {
    private static final long serialVersionUID = 1;

    private final Key key;

    public KeyMissingException(Key key) {
        super(failure(404, StatusReason.NOT_FOUND, quoted(key) + " not found", about(key)));
        this.key = key;
    }

    /** The key at which there is nothing. */
    public Key key() {
        return key;
    }
}
