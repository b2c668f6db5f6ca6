package io.kubelayers.interfaces.http.openapi;

import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The OpenAPI documents of the kinds that a registry has, as JSON trees. */
public final class OpenApi {
    private final TypeRegistry types;
    private final Function<ResourceType, Optional<Map<String, @Nullable Object>>> customSchemas;

    private OpenApi(TypeRegistry types, Function<ResourceType, Optional<Map<String, @Nullable Object>>> customSchemas) {
        this.types = types;
        this.customSchemas = customSchemas;
    }

    /**
     * Documents for these kinds.
     *
     * @param customSchemas the schema of a kind that has no record, if its definition gives one
     */
    public static OpenApi of(
            TypeRegistry types, Function<ResourceType, Optional<Map<String, @Nullable Object>>> customSchemas) {
        return new OpenApi(types, customSchemas);
    }

    /** The document of one group version; empty if nothing is served there. */
    public Optional<Map<String, @Nullable Object>> document(GroupVersion version) {
        var resources = new ArrayList<ResourceType>();
        for (var type : types.resources()) {
            if (type.served()
                    && type.group().equals(version.group())
                    && type.version().equals(version.version())) {
                resources.add(type);
            }
        }
        if (resources.isEmpty()) {
            return Optional.empty();
        }
        var schemas = new Schemas(types, "#/components/schemas/");
        var paths = paths(resources, schemas);
        var document = head("openapi", "3.0.0");
        document.put("paths", paths);
        document.put(
                "components",
                Nodes.map(
                        "schemas",
                        schemas.all(),
                        "securitySchemes",
                        Nodes.map(
                                "BearerToken",
                                Nodes.map(
                                        "type", "apiKey",
                                        "description", "Bearer Token authentication",
                                        "name", "authorization",
                                        "in", "header"))));
        return Optional.of(document);
    }

    /** All kinds in one document of OpenAPI version 2: definitions and paths. */
    public Map<String, @Nullable Object> swagger() {
        var schemas = new Schemas(types, "#/definitions/");
        var resources = types.resources().stream().filter(ResourceType::served).toList();
        var paths = paths(resources, schemas);
        var document = head("swagger", "2.0");
        document.put("paths", paths);
        document.put("definitions", schemas.all());
        return document;
    }

    private static Map<String, @Nullable Object> head(String name, String version) {
        return Nodes.map(name, version, "info", Nodes.map("title", "Kubernetes", "version", "v1.35.0"));
    }

    private TreeMap<String, @Nullable Object> paths(List<ResourceType> resources, Schemas schemas) {
        var paths = new TreeMap<String, @Nullable Object>();
        for (var type : resources) {
            var record = type.record();
            var object = record == null
                    ? schemas.reference(DefinitionNames.of(type), custom(type, schemas))
                    : schemas.reference(record);
            new Operations(type, object, schemas.list(type, object), schemas).addTo(paths);
        }
        return paths;
    }

    /** The schema of a custom kind, to which the server adds what every object has. */
    private Map<String, @Nullable Object> custom(ResourceType type, Schemas schemas) {
        var given = customSchemas.apply(type).orElse(Map.of());
        var schema = new LinkedHashMap<String, @Nullable Object>(given);
        schema.put("type", "object");
        var properties = new LinkedHashMap<String, @Nullable Object>();
        properties.put("apiVersion", Nodes.map("type", "string"));
        properties.put("kind", Nodes.map("type", "string"));
        properties.put("metadata", Nodes.map("allOf", List.of(schemas.reference(ObjectMeta.class))));
        if (given.get("properties") instanceof Map<?, ?> own) {
            own.forEach((name, property) -> properties.putIfAbsent((String) name, property));
        }
        schema.put("properties", properties);
        schema.put(
                "x-kubernetes-group-version-kind",
                List.of(Nodes.map("group", type.group(), "kind", type.kind(), "version", type.version())));
        return schema;
    }
}
