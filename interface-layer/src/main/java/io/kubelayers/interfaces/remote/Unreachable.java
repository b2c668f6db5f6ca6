package io.kubelayers.interfaces.remote;

import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.StatusBuilder;
import io.kubelayers.nucleus.meta.StatusReason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.concurrent.CompletionException;

/** Failures before the API could answer, as the refusals that callers know. */
final class Unreachable {
    private Unreachable() {}

    /** 503: it may be there the next time. */
    static ApiException at(URI url, Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return new ApiException(StatusBuilder.builder()
                .status("Failure")
                .reason(StatusReason.SERVICE_UNAVAILABLE)
                .code(503)
                .message("can't reach " + url.getScheme() + "://" + url.getAuthority() + ": " + why(cause))
                .build());
    }

    /** Java says nothing of refused connections but the name of a class. */
    static String why(Throwable failure) {
        var message = failure.getMessage();
        if (message == null && failure.getCause() != null) {
            return why(failure.getCause());
        }
        if (message != null) {
            return message;
        }
        return failure instanceof ConnectException
                ? "connection refused"
                : failure instanceof IOException ? "connection broken" : failure.toString();
    }
}
