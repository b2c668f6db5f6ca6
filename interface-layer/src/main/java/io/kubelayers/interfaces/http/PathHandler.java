package io.kubelayers.interfaces.http;

import java.util.Optional;

/** Answers paths that are not about resources, such as {@code /version}. */
@FunctionalInterface
interface PathHandler {
    /**
     * The answer, or empty if the path is not one of its own.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException to refuse
     */
    Optional<HttpResponse> handle(HttpRequest request);
}
