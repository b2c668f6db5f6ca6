package io.kubelayers.interfaces.http.stream;

/** A client broke the protocol of its connection. */
public final class ChannelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ChannelException(String message) {
        super(message);
    }
}
