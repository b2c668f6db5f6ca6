package io.kubelayers.interfaces.remote;

/** A kubeconfig that cannot be used; the message tells file and place. */
public final class KubeconfigException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    KubeconfigException(String message) {
        super(message);
    }

    KubeconfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
