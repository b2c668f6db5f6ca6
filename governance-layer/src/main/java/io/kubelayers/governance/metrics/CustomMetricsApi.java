package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ListMeta;
import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.meta.StatusReason;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.server.ExtensionApi;
import io.kubelayers.nucleus.server.ExtensionRequest;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.value.Absent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Serves {@code custom.metrics.k8s.io}: metrics of objects, by resource, name and metric.
 *
 * <table>
 * <caption>Paths behind the group and version</caption>
 * <tr><td>{@code namespaces/NS/pods/NAME/METRIC}</td><td>of one object</td></tr>
 * <tr><td>{@code namespaces/NS/pods/*}{@code /METRIC?labelSelector=…}</td><td>of all these objects</td></tr>
 * <tr><td>{@code nodes/NAME/METRIC}</td><td>of an object without a namespace</td></tr>
 * <tr><td>{@code namespaces/NS/metrics/METRIC}</td><td>of a namespace itself</td></tr>
 * </table>
 *
 * <p>{@code metricLabelSelector} selects series. Resources outside the core group are named with it:
 * {@code ingresses.networking.k8s.io}.
 */
public final class CustomMetricsApi implements ExtensionApi {
    private static final String ALL = "*";

    private final Client client;
    private final MetricsSource source;

    /**
     * The API of a cluster.
     *
     * @param client reads the objects that {@code *} stands for
     * @param source where the numbers come from
     */
    public CustomMetricsApi(Client client, MetricsSource source) {
        this.client = client;
        this.source = source;
    }

    @Override
    public String group() {
        return "custom.metrics.k8s.io";
    }

    @Override
    public List<String> versions() {
        return List.of("v1beta2", "v1beta1");
    }

    @Override
    public List<Resource> resources(String version) {
        var resources = new TreeMap<String, Resource>();
        for (var metric : source.customMetrics()) {
            type(metric).ifPresent(type -> {
                var name = type.groupResource() + "/" + metric.metric();
                resources.put(name, new Resource(name, type.namespaced(), "MetricValueList", List.of("get")));
            });
        }
        return List.copyOf(resources.values());
    }

    private Optional<ResourceType> type(CustomMetric metric) {
        for (var type : client.types().resources()) {
            if (type.kind().equals(metric.kind())
                    && (metric.apiVersion().isEmpty() || metric.apiVersion().equals(type.apiVersion()))) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    @Override
    public Map<String, @Nullable Object> handle(ExtensionRequest request) {
        MetricsQuery.requireRead(request);
        var series = MetricsQuery.selector(request, "metricLabelSelector");
        if (request.resource().equals("metrics")
                && !request.namespace().isEmpty()
                && !request.name().isEmpty()
                && request.subresource().isEmpty()) {
            var namespace = new ObjectReference("Namespace", null, request.namespace(), null, "v1", null, null);
            return answer(request, List.of(ofObject(namespace, "namespaces", request.name(), series)));
        }
        if (request.name().isEmpty() || request.subresource().isEmpty()) {
            throw ApiErrors.noSuchResource();
        }
        var type = client.types()
                .resolve(request.resource())
                .filter(found -> found.groupResource().equals(request.resource()))
                .filter(found -> found.namespaced() != request.namespace().isEmpty())
                .orElseThrow(ApiErrors::noSuchResource);
        return answer(request, values(request, type, series));
    }

    private List<MetricValue> values(ExtensionRequest request, ResourceType type, Selector series) {
        var objects = MetricsQuery.selector(request, "labelSelector");
        var metric = request.subresource();
        if (type.is(Pod.class)) {
            return ofPods(request, metric, objects, series);
        }
        if (!request.name().equals(ALL)) {
            return List.of(ofObject(reference(type, request, request.name()), request.resource(), metric, series));
        }
        var options = RequestOptions.NONE.withLabelSelector(objects.isEverything() ? null : objects.toString());
        var values = new ArrayList<MetricValue>();
        for (var object : client.on(type).list(request.namespace(), options).items()) {
            try {
                var reference = reference(type, request, object.metadata().nameOrEmpty());
                values.add(source.valueOfObject(reference, metric, series));
            } catch (MetricsUnavailableException hasNone) {
                continue;
            }
        }
        if (values.isEmpty()) {
            throw notFound(metric, request.resource());
        }
        return values;
    }

    private List<MetricValue> ofPods(ExtensionRequest request, String metric, Selector pods, Selector series) {
        var values = new ArrayList<MetricValue>();
        try {
            for (var value : source.valuesOfPods(request.namespace(), pods, metric, series)) {
                var name = value.describedObject().name();
                if (request.name().equals(ALL) || request.name().equals(name)) {
                    values.add(value);
                }
            }
        } catch (MetricsUnavailableException e) {
            throw ApiErrors.internal(String.valueOf(e.getMessage()));
        }
        if (values.isEmpty()) {
            throw request.name().equals(ALL)
                    ? notFound(metric, request.resource())
                    : notFound(metric, request.resource() + " " + request.name());
        }
        return values;
    }

    private MetricValue ofObject(ObjectReference object, String resource, String metric, Selector series) {
        try {
            return source.valueOfObject(object, metric, series);
        } catch (MetricsUnavailableException hasNone) {
            throw notFound(metric, resource + " " + object.name());
        }
    }

    private static ObjectReference reference(ResourceType type, ExtensionRequest request, String name) {
        var namespace = request.namespace().isEmpty() ? null : request.namespace();
        return new ObjectReference(type.kind(), namespace, name, null, type.apiVersion(), null, null);
    }

    /** 404, as custom-metrics-apiserver words it. */
    private static ApiException notFound(String metric, String object) {
        var message = "the server could not find the metric " + metric + " for " + object;
        return new ApiException(new Status(ListMeta.EMPTY, "Failure", message, StatusReason.NOT_FOUND, null, 404));
    }

    private Map<String, @Nullable Object> answer(ExtensionRequest request, List<MetricValue> values) {
        boolean old = request.version().equals("v1beta1");
        var items = new ArrayList<Object>();
        for (var value : values) {
            items.add(tree(value, old));
        }
        return MetricsQuery.list("MetricValueList", group() + "/" + request.version(), items);
    }

    private Map<String, @Nullable Object> tree(MetricValue value, boolean old) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        var described = value.describedObject();
        object.put("kind", described.kind());
        if (described.namespace() != null && !described.namespace().isEmpty()) {
            object.put("namespace", described.namespace());
        }
        object.put("name", described.name());
        object.put("apiVersion", apiVersion(described));
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("describedObject", object);
        if (old) {
            tree.put("metricName", value.metric().name());
        } else {
            var metric = new LinkedHashMap<String, @Nullable Object>();
            metric.put("name", value.metric().name());
            metric.put("selector", null);
            tree.put("metric", metric);
        }
        tree.put("timestamp", MetricsQuery.time(value.timestamp()));
        if (value.windowSeconds() != null) {
            tree.put("windowSeconds", value.windowSeconds());
        }
        tree.put("value", value.value().toString());
        if (old) {
            tree.put("selector", null);
        }
        return tree;
    }

    private String apiVersion(ObjectReference described) {
        var stated = Absent.text(described.apiVersion());
        return stated.isEmpty()
                ? type(new CustomMetric("", Absent.text(described.kind()), ""))
                        .map(ResourceType::apiVersion)
                        .orElse("v1")
                : stated;
    }
}
