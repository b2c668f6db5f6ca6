package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.server.ExtensionApi;
import io.kubelayers.nucleus.server.ExtensionRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Serves {@code external.metrics.k8s.io}: {@code /namespaces/NS/METRIC?labelSelector=…} lists the series of a metric that
 * belongs to no object. Each metric is a resource, so that roles can name it.
 *
 * @param source where the numbers come from
 */
public record ExternalMetricsApi(MetricsSource source) implements ExtensionApi {
    private static final String KIND = "ExternalMetricValueList";

    @Override
    public String group() {
        return "external.metrics.k8s.io";
    }

    @Override
    public List<String> versions() {
        return List.of("v1beta1");
    }

    @Override
    public List<Resource> resources(String version) {
        var resources = new ArrayList<Resource>();
        for (var metric : source.externalMetrics()) {
            resources.add(new Resource(metric, true, KIND, List.of("get")));
        }
        return resources;
    }

    @Override
    public Map<String, @Nullable Object> handle(ExtensionRequest request) {
        MetricsQuery.requireRead(request);
        if (request.resource().isEmpty()
                || request.namespace().isEmpty()
                || !request.name().isEmpty()) {
            throw ApiErrors.noSuchResource();
        }
        var series = MetricsQuery.selector(request, "labelSelector");
        var items = new ArrayList<Object>();
        try {
            for (var value : source.externalValues(request.namespace(), request.resource(), series)) {
                items.add(tree(value));
            }
        } catch (MetricsUnavailableException e) {
            throw ApiErrors.internal(String.valueOf(e.getMessage()));
        }
        return MetricsQuery.list(KIND, group() + "/" + request.version(), items);
    }

    private static Map<String, @Nullable Object> tree(ExternalMetricValue value) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("metricName", value.metricName());
        tree.put("metricLabels", value.metricLabels());
        tree.put("timestamp", MetricsQuery.time(value.timestamp()));
        if (value.window() != null) {
            tree.put("window", value.window());
        }
        tree.put("value", value.value().toString());
        return tree;
    }
}
