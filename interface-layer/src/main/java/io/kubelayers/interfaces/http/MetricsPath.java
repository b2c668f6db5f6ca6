package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.metrics.RequestMetrics;
import io.kubelayers.nucleus.errors.ApiErrors;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code /metrics}: what was counted, in Prometheus' text form. */
record MetricsPath(RequestMetrics metrics) implements PathHandler {
    @Override
    public Optional<HttpResponse> handle(HttpRequest request) {
        if (!request.path().equals("/metrics")) {
            return Optional.empty();
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            throw ApiErrors.methodNotAllowed();
        }
        return Optional.of(
                HttpResponse.of(200, RequestMetrics.CONTENT_TYPE, metrics.text().getBytes(StandardCharsets.UTF_8)));
    }
}
