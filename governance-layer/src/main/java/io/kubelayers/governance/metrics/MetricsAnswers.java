package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ListMeta;
import io.kubelayers.nucleus.meta.ObjectList;
import io.kubelayers.nucleus.selector.FieldSelector;
import io.kubelayers.nucleus.selector.InvalidSelectorException;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.value.Absent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers get and list of computed metrics, as metrics-server words them; lists by labels, and by name and namespace. */
final class MetricsAnswers {
    private MetricsAnswers() {}

    static ApiResponse answer(
            ApiRequest request, ApiErrors.Resource resource, Function<Selector, List<KubernetesObject>> metrics) {
        return switch (request.verb()) {
            case GET -> one(request, resource, metrics.apply(Selector.everything()));
            case LIST -> new ApiResponse.Many(new ObjectList<>(ListMeta.EMPTY, list(request, metrics)), List.of());
            default -> throw ApiErrors.methodNotSupported(
                    resource, request.verb().word());
        };
    }

    private static ApiResponse one(ApiRequest request, ApiErrors.Resource resource, List<KubernetesObject> all) {
        for (var metrics : all) {
            if (metrics.metadata().nameOrEmpty().equals(request.name())) {
                return new ApiResponse.One(200, metrics, List.of());
            }
        }
        var name = request.namespace().isEmpty() ? request.name() : request.namespace() + "/" + request.name();
        throw ApiErrors.notFound(resource, name);
    }

    private static List<KubernetesObject> list(ApiRequest request, Function<Selector, List<KubernetesObject>> metrics) {
        var fields = Absent.text(request.options().fieldSelector());
        var all = metrics.apply(selector(request));
        if (fields.isEmpty()) {
            return all;
        }
        try {
            var selector = FieldSelector.parse(fields);
            return all.stream()
                    .filter(one -> selector.matches(Map.of(
                            "metadata.name",
                            one.metadata().nameOrEmpty(),
                            "metadata.namespace",
                            one.metadata().namespaceOrEmpty())))
                    .toList();
        } catch (InvalidSelectorException e) {
            throw ApiErrors.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static Selector selector(ApiRequest request) {
        var text = Absent.text(request.options().labelSelector());
        try {
            return text.isEmpty() ? Selector.everything() : Selector.parse(text);
        } catch (InvalidSelectorException e) {
            throw ApiErrors.badRequest(String.valueOf(e.getMessage()));
        }
    }
}
