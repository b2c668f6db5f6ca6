package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.GoDuration;
import io.kubelayers.nucleus.errors.ApiErrors;
import java.util.Set;

/**
 * The time that a client gives a request by its parameter {@code timeout} (apiserver
 * {@code endpoints/filters/request_deadline.go}). Requests are answered at once, so that only its form matters; that is
 * looked at before it is known who asks.
 */
final class RequestDeadline {
    private static final Set<String> LONG = Set.of("watch", "proxy");
    private static final Set<String> STREAMS = Set.of("attach", "exec", "proxy", "log", "portforward");

    private RequestDeadline() {}

    /** Whether a request may last: watches, and what goes in and out of containers. */
    static boolean lasts(RequestPath path) {
        return LONG.contains(path.verb()) || STREAMS.contains(path.subresource());
    }

    /**
     * Looks at it.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 400 if it is no duration, unless the request is one that lasts
     */
    static void check(HttpRequest request, RequestPath path) {
        var timeout = request.query().first("timeout");
        if (timeout.isEmpty() || lasts(path)) {
            return;
        }
        try {
            GoDuration.parse(timeout);
        } catch (IllegalArgumentException malformed) {
            throw ApiErrors.badRequest("invalid timeout specified in the request URL - " + malformed.getMessage());
        }
    }
}
