package io.kubelayers.application.workloads.deployment;

/** A rollout can't be undone as asked. The message is kubectl's. */
public final class RollbackException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    RollbackException(String message) {
        super(message);
    }
}
