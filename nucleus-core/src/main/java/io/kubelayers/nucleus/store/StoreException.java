package io.kubelayers.nucleus.store;

import io.kubelayers.nucleus.meta.Status;
import java.util.List;
import java.util.Objects;

/** A store's refusal. Carries the {@link Status} with which the API answers it. */
public abstract class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Status status;

    /** With the answer of the API; its message is that of the exception. */
    protected StoreException(Status status) {
        super(status.message());
        this.status = Objects.requireNonNull(status, "status");
    }

    /** The answer of the API: code, reason and message, as upstream words them. */
    public final Status status() {
        return status;
    }

    static Status failure(int code, String reason, String message, Status.Details details) {
        return Status.EMPTY
                .withStatus("Failure")
                .withCode(code)
                .withReason(reason)
                .withMessage(message)
                .withDetails(details);
    }

    static Status failure(int code, String reason, String message) {
        return Status.EMPTY
                .withStatus("Failure")
                .withCode(code)
                .withReason(reason)
                .withMessage(message);
    }

    /** Details that name an object; upstream puts the plural resource where the field says kind. */
    static Status.Details about(Key key) {
        int slash = key.resource().lastIndexOf('/');
        String group = slash < 0 ? "" : key.resource().substring(0, slash);
        String resource = key.resource().substring(slash + 1);
        return new Status.Details(key.name(), group, resource, null, List.of(), 0);
    }

    static String quoted(Key key) {
        return key.qualifiedResource() + " \"" + key.name() + '"';
    }
}
