package io.kubelayers.nucleus.errors;

import io.kubelayers.nucleus.meta.ListMeta;
import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.meta.StatusReason;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.InvalidFieldsException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The errors of the API, each as upstream answers it (apimachinery {@code api/errors/errors.go}).
 *
 * <p>{@code resource} is the plural, followed by {@code .group} in messages when the group is not the core group.
 */
public final class ApiErrors {
    private ApiErrors() {}

    /** What the error is about. */
    public record Resource(String group, String plural) {
        @Override
        public String toString() {
            return group.isEmpty() ? plural : plural + "." + group;
        }
    }

    /** 404: no object of that name. */
    public static ApiException notFound(Resource resource, String name) {
        return failure(404, StatusReason.NOT_FOUND, resource + " \"" + name + "\" not found", details(resource, name));
    }

    /** 404: no such resource or path. */
    public static ApiException noSuchResource() {
        return failure(
                404, StatusReason.NOT_FOUND, "the server could not find the requested resource", details("", "", ""));
    }

    /** 409: the name is taken. */
    public static ApiException alreadyExists(Resource resource, String name) {
        return failure(
                409,
                StatusReason.ALREADY_EXISTS,
                resource + " \"" + name + "\" already exists",
                details(resource, name));
    }

    /** 409: the name is taken, which the server may have made itself. */
    public static ApiException nameNotGenerated(Resource resource, String name) {
        return failure(
                409,
                StatusReason.ALREADY_EXISTS,
                resource + " \"" + name
                        + "\" already exists, the server was not able to generate a unique name for the object",
                new Status.Details(name, resource.group(), resource.plural(), null, List.of(), 1));
    }

    /** 409: somebody else was faster, or a precondition does not hold. */
    public static ApiException conflict(Resource resource, String name, String why) {
        return failure(
                409,
                StatusReason.CONFLICT,
                "Operation cannot be fulfilled on " + resource + " \"" + name + "\": " + why,
                details(resource, name));
    }

    /** 409: the object changed since it was read. */
    public static ApiException modified(Resource resource, String name) {
        return conflict(
                resource,
                name,
                "the object has been modified; please apply your changes to the latest version and try again");
    }

    /** 403: refused by policy. An empty name is left out, as for a create. */
    public static ApiException forbidden(Resource resource, String name, String why) {
        String message;
        if (resource.plural().isEmpty()) {
            message = "forbidden: " + why;
        } else if (name.isEmpty()) {
            message = resource + " is forbidden: " + why;
        } else {
            message = resource + " \"" + name + "\" is forbidden: " + why;
        }
        return failure(403, StatusReason.FORBIDDEN, message, details(resource, name));
    }

    /** 401: nobody known. */
    public static ApiException unauthorized(String why) {
        return failure(401, StatusReason.UNAUTHORIZED, why.isEmpty() ? "not authorized" : why, null);
    }

    /** 400: the request makes no sense. */
    public static ApiException badRequest(String why) {
        return failure(400, StatusReason.BAD_REQUEST, why, null);
    }

    /** 405: the resource has no such verb. */
    public static ApiException methodNotSupported(Resource resource, String verb) {
        return failure(
                405,
                StatusReason.METHOD_NOT_ALLOWED,
                verb + " is not supported on resources of kind \"" + resource + "\"",
                details(resource, ""));
    }

    /** 410: the resource version asked for is no longer kept. */
    public static ApiException expired(String message) {
        return failure(410, StatusReason.EXPIRED, message, null);
    }

    /** 410: the place in the history is gone. */
    public static ApiException gone(String message) {
        return failure(410, StatusReason.GONE, message, null);
    }

    /** 415: a body of a type nobody reads here. */
    public static ApiException unsupportedMediaType(String message) {
        return failure(415, StatusReason.UNSUPPORTED_MEDIA_TYPE, message, null);
    }

    /** 406: an answer in a form nobody gives here. */
    public static ApiException notAcceptable(String message) {
        return failure(406, StatusReason.NOT_ACCEPTABLE, message, null);
    }

    /** 406: a path that has no answer in any form the client accepts. */
    public static ApiException notRepresentable(String message) {
        return failure(406, StatusReason.NOT_ACCEPTABLE, message, details("", "", ""));
    }

    /** 405: the path has no such method. */
    public static ApiException methodNotAllowed() {
        return failure(
                405,
                StatusReason.METHOD_NOT_ALLOWED,
                "the server does not allow this method on the requested resource",
                details("", "", ""));
    }

    /** 413: a body beyond the limit. */
    public static ApiException tooLarge(String message) {
        return failure(413, StatusReason.REQUEST_ENTITY_TOO_LARGE, "Request entity too large: " + message, null);
    }

    /** 429: not now. */
    public static ApiException tooManyRequests(String message, int retryAfterSeconds) {
        return failure(
                429,
                StatusReason.TOO_MANY_REQUESTS,
                message,
                new Status.Details(null, null, null, null, List.of(), retryAfterSeconds));
    }

    /** 500 without a reason: something that upstream's storage refuses without knowing errors of the API. */
    public static ApiException unknown(String why) {
        return failure(500, "", why, null);
    }

    /** 503: what is needed for an answer is not there. */
    public static ApiException serviceUnavailable(String why) {
        return failure(503, StatusReason.SERVICE_UNAVAILABLE, why, null);
    }

    /** 500: our own fault. */
    public static ApiException internal(String why) {
        return failure(
                500,
                StatusReason.INTERNAL_ERROR,
                "Internal error occurred: " + why,
                new Status.Details(null, null, null, null, List.of(new Status.Cause(null, why, null)), 0));
    }

    /** 500: an error that upstream does not say more about. */
    public static ApiException unexplained(String message) {
        return new ApiException(new Status(ListMeta.EMPTY, "Failure", message, null, null, 500));
    }

    /** 422: a patch that does not apply; upstream keeps to itself why. */
    public static ApiException rejected() {
        return failure(
                422,
                StatusReason.INVALID,
                "the server rejected our request due to an error in our request",
                new Status.Details(null, null, null, null, List.of(), 0));
    }

    /** 504: the answer would take too long to come. */
    public static ApiException timeout(String message, int retryAfterSeconds) {
        return failure(
                504,
                StatusReason.TIMEOUT,
                "Timeout: " + message,
                new Status.Details(
                        null,
                        null,
                        null,
                        null,
                        List.of(new Status.Cause("ResourceVersionTooLarge", "Too large resource version", null)),
                        retryAfterSeconds));
    }

    /**
     * 422: fields that break the rules.
     *
     * @param errors in the order of the checks
     */
    public static ApiException invalid(String group, String kind, String name, List<FieldError> errors) {
        var what = group.isEmpty() ? kind : kind + "." + group;
        return failure(
                422,
                StatusReason.INVALID,
                what + " \"" + name + "\" is invalid: " + InvalidFieldsException.text(errors),
                new Status.Details(
                        name,
                        group,
                        kind,
                        null,
                        errors.stream().map(FieldError::toCause).toList(),
                        0));
    }

    private static Status.Details details(Resource resource, String name) {
        return details(name, resource.group(), resource.plural());
    }

    private static Status.Details details(String name, String group, String kind) {
        return new Status.Details(name, group, kind, null, List.of(), 0);
    }

    private static ApiException failure(int code, String reason, String message, Status.@Nullable Details details) {
        return new ApiException(new Status(ListMeta.EMPTY, "Failure", message, reason, details, code));
    }
}
