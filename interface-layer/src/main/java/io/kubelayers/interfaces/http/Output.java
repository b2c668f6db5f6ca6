package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a client wants its answer (apiserver {@code handlers/negotiation}).
 *
 * @param format JSON or YAML
 * @param as a kind to turn the answer into, such as Table; null for what it is
 * @param pretty whether it is laid out for people
 * @param parameters the parameters of the chosen type
 */
record Output(MediaType format, @Nullable Target as, boolean pretty, Map<String, String> parameters) {
    static final String ACCEPTED = "application/json, application/yaml, application/vnd.kubernetes.protobuf";

    /**
     * A kind to turn an answer into.
     *
     * @param group its group
     * @param version its version
     * @param kind the kind
     */
    record Target(String group, String version, String kind) {
        String apiVersion() {
            return group.isEmpty() ? version : group + "/" + version;
        }

        /** Whether objects are reduced to their metadata, which has a protobuf form whatever the kind. */
        boolean isPartialMetadata() {
            return kind.equals("PartialObjectMetadata") || kind.equals("PartialObjectMetadataList");
        }
    }

    static Output json() {
        return new Output(MediaType.JSON, null, false, Map.of());
    }

    /**
     * Reads what a request accepts.
     *
     * @param allowed which kinds an answer can be turned into here
     * @throws ApiException 406 if nothing of it can be had
     */
    static Output of(HttpRequest request, Predicate<Target> allowed) {
        return of(request, allowed, false);
    }

    /**
     * Reads what a request accepts.
     *
     * @param allowed which kinds an answer can be turned into here
     * @param protobuf whether the answer has a protobuf form
     * @throws ApiException 406 if nothing of it can be had
     */
    static Output of(HttpRequest request, Predicate<Target> allowed, boolean protobuf) {
        var output = choose(request, allowed, protobuf);
        if (output == null) {
            throw notAcceptable("only the following media types are accepted: " + ACCEPTED);
        }
        return output;
    }

    /**
     * Lets requests pass that accept at least one of the types that a resource's path has, whatever their parameters.
     *
     * @param streams whether the path can be watched
     * @throws ApiException 406, as upstream's router words it
     */
    static void requireKnown(HttpRequest request, boolean streams) {
        var header = String.join(",", request.headers().all("Accept"));
        if (header.isBlank()) {
            return;
        }
        for (var clause : AcceptHeader.parse(header)) {
            for (var format : MediaType.values()) {
                if (clause.covers(format.type(), format.subtype())) {
                    return;
                }
            }
        }
        throw ApiErrors.notRepresentable("406: Not Acceptable\n\nAvailable representations: " + ACCEPTED
                + (streams ? ", application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch" : ""));
    }

    /** The same for errors, which are JSON where nothing fits. */
    static Output forError(HttpRequest request) {
        var output = choose(request, target -> true, true);
        return output == null ? json() : new Output(output.format(), null, output.pretty(), Map.of());
    }

    static ApiException notAcceptable(String message) {
        return ApiErrors.notAcceptable(message);
    }

    private static @Nullable Output choose(HttpRequest request, Predicate<Target> allowed, boolean protobuf) {
        boolean pretty = pretty(request);
        var header = String.join(",", request.headers().all("Accept"));
        if (header.isBlank()) {
            return new Output(MediaType.JSON, null, pretty, Map.of());
        }
        for (var clause : AcceptHeader.parse(header)) {
            for (var format : MediaType.values()) {
                if (!clause.covers(format.type(), format.subtype())) {
                    continue;
                }
                var parameters = clause.parameters();
                if (parameters.containsKey("stream") && !"watch".equals(parameters.get("stream"))) {
                    continue;
                }
                var target = target(parameters);
                boolean possible =
                        format != MediaType.PROTOBUF || (target == null ? protobuf : target.isPartialMetadata());
                if (possible && (target == null || allowed.test(target))) {
                    return new Output(format, target, pretty || "1".equals(parameters.get("pretty")), parameters);
                }
            }
        }
        return null;
    }

    private static @Nullable Target target(Map<String, String> parameters) {
        if (!parameters.containsKey("as") && !parameters.containsKey("g") && !parameters.containsKey("v")) {
            return null;
        }
        return new Target(
                parameters.getOrDefault("g", ""), parameters.getOrDefault("v", ""), parameters.getOrDefault("as", ""));
    }

    /** People behind browsers and curl get their answers laid out. */
    private static boolean pretty(HttpRequest request) {
        if (request.query().has("pretty")) {
            return RequestPath.isTrue(request.query(), "pretty");
        }
        var agent = request.headers().first("User-Agent");
        return agent.startsWith("curl") || agent.startsWith("Wget") || agent.startsWith("Mozilla/5.0");
    }

    boolean isTable() {
        return as != null && as.kind().equals("Table");
    }
}
