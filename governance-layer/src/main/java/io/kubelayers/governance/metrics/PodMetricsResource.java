package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.VirtualResource;
import java.util.List;

/**
 * Serves {@code pods.metrics.k8s.io}, which {@code kubectl top pod} asks. The answers are computed, nothing is stored.
 *
 * @param source where the numbers come from
 */
public record PodMetricsResource(MetricsSource source) implements VirtualResource {
    private static final ApiErrors.Resource RESOURCE = new ApiErrors.Resource("metrics.k8s.io", "podmetrics");

    @Override
    public Class<? extends KubernetesObject> kind() {
        return PodMetrics.class;
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        return MetricsAnswers.answer(
                request, RESOURCE, selector -> List.copyOf(source.podMetrics(request.namespace(), selector)));
    }
}
