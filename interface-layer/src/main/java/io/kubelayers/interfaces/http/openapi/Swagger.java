package io.kubelayers.interfaces.http.openapi;

import com.google.common.hash.Hashing;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.Tree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Paths of OpenAPI 3 in the words of version 2: what is sent is a parameter, content types stand at the operation, and
 * parameters that several paths have are kept once (kube-openapi {@code pkg/builder/parameters.go}).
 */
final class Swagger {
    private static final List<String> ANY = List.of("*/*");

    private static final String PARAMETERS = "#/parameters/";

    private final TreeMap<String, @Nullable Object> paths = new TreeMap<>();
    private final Map<String, Integer> uses = new LinkedHashMap<>();
    private final TreeMap<String, @Nullable Object> parameters = new TreeMap<>();

    private Swagger() {}

    /** The document of these paths of version 3, whose references lead to definitions, and of their schemas. */
    static Map<String, @Nullable Object> document(
            String version, Map<String, @Nullable Object> paths, Map<String, @Nullable Object> schemas) {
        var swagger = new Swagger();
        paths.forEach((path, operations) -> swagger.paths.put(path, swagger.path(Tree.map(operations))));
        swagger.share();
        var definitions = new TreeMap<String, @Nullable Object>();
        schemas.forEach((name, schema) -> definitions.put(name, SwaggerSchemas.of(Tree.map(schema))));
        var token = Nodes.map(
                "description",
                "Bearer Token authentication",
                "type",
                "apiKey",
                "name",
                "authorization",
                "in",
                "header");
        var document = Nodes.map("swagger", "2.0", "info", Nodes.map("title", "Kubernetes", "version", version));
        document.put("paths", swagger.paths);
        document.put("definitions", definitions);
        document.put("parameters", swagger.parameters);
        document.put("securityDefinitions", Nodes.map("BearerToken", token));
        document.put("security", List.of(Nodes.map("BearerToken", List.of())));
        return document;
    }

    private Map<String, @Nullable Object> path(Map<String, @Nullable Object> given) {
        var path = Nodes.map();
        given.forEach((name, value) -> {
            if (name.equals("parameters")) {
                path.put(name, parameters(Tree.list(value)));
            } else {
                path.put(name, operation(Tree.map(value)));
            }
        });
        return path;
    }

    private Map<String, @Nullable Object> operation(Map<String, @Nullable Object> given) {
        var operation = Nodes.map();
        var sent = Tree.map(Tree.get(given.get("requestBody"), "content"));
        var produces = new TreeSet<String>();
        given.forEach((name, value) -> {
            switch (name) {
                case "parameters", "requestBody" -> operation.put("parameters", List.of());
                case "responses" -> operation.put(name, responses(Tree.map(value), produces));
                default -> operation.put(name, value);
            }
        });
        var all = parameters(Tree.list(given.get("parameters")));
        if (!sent.isEmpty()) {
            var optional = "deletecollection".equals(given.get("x-kubernetes-action"))
                    || "delete".equals(given.get("x-kubernetes-action"));
            var body = Nodes.map("name", "body", "in", "body");
            if (!optional) {
                body.put("required", true);
            }
            body.put("schema", schema(sent.values().iterator().next()));
            all.add(0, counted(body));
        }
        if (!all.isEmpty()) {
            operation.put("parameters", all);
        }
        operation.put("consumes", sent.isEmpty() ? consumesNothing(produces) : List.copyOf(sent.keySet()));
        operation.put("produces", List.copyOf(produces));
        operation.put("schemes", List.of("https"));
        return operation;
    }

    /** What is named where nothing is sent: anything, and for custom kinds the forms that they have. */
    private static List<String> consumesNothing(TreeSet<String> produces) {
        return produces.equals(new TreeSet<>(List.of("application/json", "application/yaml")))
                ? List.copyOf(produces)
                : ANY;
    }

    private static Map<String, @Nullable Object> responses(
            Map<String, @Nullable Object> given, TreeSet<String> produces) {
        var responses = Nodes.map();
        given.forEach((status, value) -> {
            var response = Nodes.map("description", Tree.text(value, "description"));
            var content = Tree.map(Tree.get(value, "content"));
            if (!content.isEmpty()) {
                produces.addAll(content.keySet());
                response.put("schema", schema(content.values().iterator().next()));
            }
            responses.put(status, response);
        });
        return responses;
    }

    private static @Nullable Object schema(@Nullable Object content) {
        return SwaggerSchemas.of(Tree.map(Tree.get(content, "schema")));
    }

    private List<@Nullable Object> parameters(List<@Nullable Object> given) {
        var all = new ArrayList<@Nullable Object>();
        for (var one : given) {
            var parameter = Nodes.map();
            Tree.map(one).forEach((name, value) -> {
                if (name.equals("schema")) {
                    parameter.putAll(Tree.map(value));
                } else {
                    parameter.put(name, value);
                }
            });
            all.add(counted(parameter));
        }
        return all;
    }

    private Map<String, @Nullable Object> counted(Map<String, @Nullable Object> parameter) {
        uses.merge(Codec.json(parameter), 1, Integer::sum);
        return parameter;
    }

    /** Puts references in the place of parameters that there are several times. */
    private void share() {
        paths.values().forEach(path -> Tree.map(path).forEach((name, value) -> {
            if (name.equals("parameters")) {
                share(Tree.list(value));
            } else {
                share(Tree.list(Tree.map(value).get("parameters")));
            }
        }));
    }

    private void share(List<@Nullable Object> given) {
        for (int i = 0; i < given.size(); i++) {
            var text = Codec.json(given.get(i));
            if (uses.getOrDefault(text, 0) > 1) {
                var name = Tree.text(given.get(i), "name") + "-" + hash(text);
                parameters.put(name, given.get(i));
                given.set(i, Nodes.map("$ref", PARAMETERS + name));
            }
        }
    }

    /** Eight characters that tell parameters of one name apart. */
    private static String hash(String text) {
        var bytes = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(bytes, 6));
    }
}
