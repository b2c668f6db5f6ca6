package io.kubelayers.nucleus.errors;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.meta.StatusBuilder;
import io.kubelayers.nucleus.meta.StatusDetailsBuilder;
import io.kubelayers.nucleus.meta.StatusReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that the API refused: carries the {@link Status} a client would receive, and where a decision lies behind
 * it, why.
 *
 * <p>Reasons, codes and messages follow apimachinery's {@code api/errors}. Make one with {@link ApiErrors}.
 */
public final class ApiException extends RuntimeException implements Explained {
    private static final long serialVersionUID = 1L;

    private final transient Status status;
    private final transient @Nullable Explained why;
    private final transient List<String> warnings;

    public ApiException(Status status) {
        this(status, null, List.of());
    }

    private ApiException(Status status, @Nullable Explained why, List<String> warnings) {
        super(status.message());
        this.status = status;
        this.why = why;
        this.warnings = List.copyOf(warnings);
    }

    /** The same refusal with the decision that led to it; its finding is looked for when somebody asks. */
    public ApiException because(Explained decision) {
        return new ApiException(status, decision, warnings);
    }

    /** The same refusal with what the client is to be warned of beside it. */
    public ApiException warning(List<String> texts) {
        var told = new ApiException(status, why, texts);
        told.setStackTrace(getStackTrace()); // the warnings are added far from where it was refused
        return told;
    }

    /** The same refusal with the finding that led to it. */
    public ApiException because(Finding finding) {
        return because(new Known(finding));
    }

    /** A finding that is there already. */
    private record Known(Finding finding) implements Explained {
        @Override
        public String explain() {
            return finding.message();
        }
    }

    /** The same refusal in other words. */
    public ApiException withMessage(String message) {
        return new ApiException(StatusBuilder.builder(status).message(message).build(), why, warnings);
    }

    /** The same refusal with one more cause listed in its details. */
    public ApiException cause(@Nullable String reason, @Nullable String message, @Nullable String field) {
        var details =
                status.details() == null ? new Status.Details(null, null, null, null, List.of(), 0) : status.details();
        var causes = new java.util.ArrayList<>(details.causes());
        causes.add(new Status.Cause(reason, message, field));
        return new ApiException(
                StatusBuilder.builder(status)
                        .details(StatusDetailsBuilder.builder(details)
                                .causes(causes)
                                .build())
                        .build(),
                why,
                warnings);
    }

    /** The same refusal, asking the client to wait this many seconds before it tries again. */
    public ApiException retryAfter(int seconds) {
        var details =
                status.details() == null ? new Status.Details(null, null, null, null, List.of(), 0) : status.details();
        return new ApiException(
                StatusBuilder.builder(status)
                        .details(StatusDetailsBuilder.builder(details)
                                .retryAfterSeconds(seconds)
                                .build())
                        .build(),
                why,
                warnings);
    }

    public Status status() {
        return status;
    }

    /** What the client is warned of, whatever becomes of the request. */
    public List<String> warnings() {
        return warnings;
    }

    /** HTTP status code. */
    public int code() {
        return status.code();
    }

    /** Upstream's reason word, such as {@code NotFound}; "" where there is none. */
    public String reason() {
        return status.reason() == null ? "" : status.reason();
    }

    public boolean isNotFound() {
        return StatusReason.NOT_FOUND.equals(status.reason());
    }

    public boolean isConflict() {
        return StatusReason.CONFLICT.equals(status.reason());
    }

    public boolean isAlreadyExists() {
        return StatusReason.ALREADY_EXISTS.equals(status.reason());
    }

    @Override
    public String explain() {
        return status.message() == null ? "" : status.message();
    }

    @Override
    public Finding finding() {
        if (why != null) {
            return why.finding();
        }
        return Finding.fail(reason(), "", explain()).input("code", code());
    }
}
