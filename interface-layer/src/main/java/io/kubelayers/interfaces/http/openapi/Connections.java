package io.kubelayers.interfaces.http.openapi;

import io.kubelayers.interfaces.http.discovery.SubresourceKind;
import io.kubelayers.nucleus.core.PodLogOptions;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.SubresourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The paths of subresources that open connections: commands, ports, proxies. Their query parameters are the fields of the
 * options that they take (apiserver {@code endpoints/installer.go}).
 */
final class Connections {
    /** What logs can be had in. */
    static final List<String> LOG =
            List.of("text/plain", "application/json", "application/yaml", "application/vnd.kubernetes.protobuf");

    private static final List<String> STREAMS = List.of("get", "post");
    private static final List<String> REQUESTS = List.of("get", "put", "post", "delete", "options", "head", "patch");

    private final ResourceType type;
    private final SubresourceType subresource;
    private final Schemas schemas;
    private final GroupVersionKind kind;

    Connections(ResourceType type, SubresourceType subresource, Schemas schemas) {
        this.type = type;
        this.subresource = subresource;
        this.schemas = schemas;
        this.kind = SubresourceKind.inFull(type, subresource);
    }

    void addTo(TreeMap<String, @Nullable Object> paths, String path) {
        boolean proxy = subresource.name().equals("proxy");
        paths.put(path, operations(proxy ? REQUESTS : STREAMS, "", List.of()));
        if (proxy) {
            paths.put(path + "/{path}", operations(REQUESTS, "WithPath", List.of(Parameters.inPath("path"))));
        }
    }

    /** The path of a pod's logs. */
    Map<String, @Nullable Object> log() {
        var reading = operation("read", "", "").answers(Nodes.map("type", "string"), LOG, 200);
        var path = Nodes.map("get", reading.done("get", type.groupVersionKind(), "log"));
        var options = Parameters.ofOptions(PodLogOptions.class, schemas.descriptions());
        options.addAll(Parameters.of(List.of("pretty")));
        path.put("parameters", Parameters.ofPath(options, true, type.namespaced()));
        return path;
    }

    /** As upstream names it, of connections with the method between the version and the rest. */
    private Operation operation(String verb, String method, String suffix) {
        var names = OperationNames.of(type);
        var scope = type.namespaced() ? "Namespaced" : "";
        var rest = scope + type.kind() + OperationNames.joined(subresource.name(), true) + suffix;
        return new Operation(names.tag(), names.id(verb, OperationNames.joined(method, true) + rest), false);
    }

    private Map<String, @Nullable Object> operations(
            List<String> methods, String suffix, List<Map<String, @Nullable Object>> more) {
        var path = Nodes.map();
        for (var method : methods) {
            var operation =
                    operation("connect", method, suffix).answers(Nodes.map("type", "string"), List.of("*/*"), 200);
            path.put(method, operation.done("connect", kind, subresource.name()));
        }
        List<@Nullable Object> options = new ArrayList<>(more);
        schemas.record(kind).ifPresent(record -> options.addAll(Parameters.ofOptions(record, schemas.descriptions())));
        path.put("parameters", Parameters.ofPath(options, true, type.namespaced()));
        return path;
    }
}
