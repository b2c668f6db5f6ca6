package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.VirtualResource;
import java.util.List;

/**
 * Serves {@code nodes.metrics.k8s.io}, which {@code kubectl top node} asks. The answers are computed, nothing is stored.
 *
 * @param source where the numbers come from
 */
public record NodeMetricsResource(MetricsSource source) implements VirtualResource {
    private static final ApiErrors.Resource RESOURCE = new ApiErrors.Resource("metrics.k8s.io", "nodemetrics");

    @Override
    public Class<? extends KubernetesObject> kind() {
        return NodeMetrics.class;
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        return MetricsAnswers.answer(request, RESOURCE, selector -> List.copyOf(source.nodeMetrics(selector)));
    }
}
