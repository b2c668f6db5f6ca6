package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.metrics.RequestMetrics;
import io.kubelayers.nucleus.errors.ApiErrors;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code /metrics}: what was counted, in Prometheus' text form.
 *
 * @param metrics of requests
 * @param more texts of other parts, behind that
 */
record MetricsPath(RequestMetrics metrics, List<Supplier<String>> more) implements PathHandler {
    @Override
    public Optional<HttpResponse> handle(HttpRequest request) {
        if (!request.path().equals("/metrics")) {
            return Optional.empty();
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            throw ApiErrors.methodNotAllowed();
        }
        var text = new StringBuilder(metrics.text());
        more.forEach(part -> text.append(part.get()));
        return Optional.of(HttpResponse.of(
                200, RequestMetrics.CONTENT_TYPE, text.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
