package io.kubelayers.nucleus.podstream;

import io.kubelayers.nucleus.core.PodLogOptions;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with the parameters of a request for logs (core {@code validation.go}, ValidatePodLogOptions). Selecting a
 * stream is refused, as upstream does unless its alpha feature {@code PodLogsQuerySplitStreams} is on.
 */
public final class LogOptionChecks {
    private LogOptionChecks() {}

    /** Everything that is wrong, in upstream's order. */
    public static List<FieldError> check(PodLogOptions options) {
        var errors = new ArrayList<FieldError>();
        var tail = options.tailLines();
        if (tail != null && tail < 0) {
            errors.add(FieldError.invalid(FieldPath.of("tailLines"), tail, "must be greater than or equal to 0"));
        }
        var limit = options.limitBytes();
        if (limit != null && limit < 1) {
            errors.add(FieldError.invalid(FieldPath.of("limitBytes"), limit, "must be greater than 0"));
        }
        var seconds = options.sinceSeconds();
        if (seconds != null && options.sinceTime() != null) {
            errors.add(FieldError.forbidden(
                    FieldPath.of(""), "at most one of `sinceTime` or `sinceSeconds` may be specified"));
        } else if (seconds != null && seconds < 1) {
            errors.add(FieldError.invalid(FieldPath.of("sinceSeconds"), seconds, "must be greater than 0"));
        }
        if (options.stream() != null) {
            errors.add(FieldError.forbidden(FieldPath.of("stream"), "may not be specified"));
        }
        return errors;
    }
}
