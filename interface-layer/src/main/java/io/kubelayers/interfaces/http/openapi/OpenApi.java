package io.kubelayers.interfaces.http.openapi;

import io.kubelayers.nucleus.api.Descriptions;
import io.kubelayers.nucleus.meta.APIResourceList;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The OpenAPI documents of the kinds that a registry has, as JSON trees. */
public final class OpenApi {
    private static final String VERSION = "v1.35.0";

    private final TypeRegistry types;
    private final Descriptions descriptions = new Descriptions();
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
        var schemas = new Schemas(types, "#/components/schemas/", descriptions);
        var paths = paths(resources, schemas);
        if (resources.stream().allMatch(type -> type.record() == null)) {
            return Optional.of(
                    document("Kubernetes CRD Swagger", "v0.1.0", paths, Nodes.map("schemas", schemas.all())));
        }
        putResources(version, paths, schemas);
        return Optional.of(builtIn(paths, schemas));
    }

    /** The document of something outside of group versions, such as {@code version} or {@code apis/apps}. */
    public Optional<Map<String, @Nullable Object>> document(String name) {
        if (name.startsWith("apis/") && builtIns(name.substring(5)).isEmpty()) {
            return Optional.empty();
        }
        var schemas = new Schemas(types, "#/components/schemas/", descriptions);
        return new RootDocuments(schemas).paths(name).map(paths -> builtIn(paths, schemas));
    }

    /** What has a document outside of group versions. */
    public List<String> documents() {
        var names = new ArrayList<>(RootDocuments.NAMES);
        for (var group : types.groups()) {
            if (!group.isEmpty() && !builtIns(group).isEmpty()) {
                names.add("apis/" + group);
            }
        }
        return names;
    }

    private List<ResourceType> builtIns(String group) {
        return types.resources().stream()
                .filter(type -> type.served() && type.record() != null)
                .filter(type -> type.group().equals(group))
                .toList();
    }

    private static Map<String, @Nullable Object> builtIn(TreeMap<String, @Nullable Object> paths, Schemas schemas) {
        var token = Nodes.map(
                "type", "apiKey",
                "description", "Bearer Token authentication",
                "name", "authorization",
                "in", "header");
        return document(
                "Kubernetes",
                VERSION,
                paths,
                Nodes.map("schemas", schemas.all(), "securitySchemes", Nodes.map("BearerToken", token)));
    }

    private static Map<String, @Nullable Object> document(
            String title,
            String version,
            TreeMap<String, @Nullable Object> paths,
            Map<String, @Nullable Object> components) {
        return Nodes.map(
                "openapi",
                "3.0.0",
                "info",
                Nodes.map("title", title, "version", version),
                "paths",
                paths,
                "components",
                components);
    }

    /** Everything in one document of OpenAPI version 2. */
    public Map<String, @Nullable Object> swagger() {
        var schemas = new Schemas(types, "#/definitions/", descriptions);
        var resources = types.resources().stream().filter(ResourceType::served).toList();
        var paths = paths(resources, schemas);
        for (var name : documents()) {
            new RootDocuments(schemas).paths(name).ifPresent(paths::putAll);
        }
        var versions = new TreeSet<GroupVersion>(Comparator.comparing(GroupVersion::toString));
        for (var type : resources) {
            if (type.record() != null) {
                versions.add(new GroupVersion(type.group(), type.version()));
            }
        }
        versions.forEach(version -> putResources(version, paths, schemas));
        return Swagger.document(VERSION, paths, schemas.all());
    }

    /** The path that tells the resources of a version. */
    private static void putResources(GroupVersion version, Map<String, @Nullable Object> paths, Schemas schemas) {
        var names = OperationNames.of(version.group(), version.version());
        var root = version.group().isEmpty() ? "/api/" + version.version() : "/apis/" + version;
        var resourceList = new Operation(names.tag(), names.id("get", "APIResources"), false)
                .answers(schemas.reference(APIResourceList.class), 200);
        paths.put(root, Nodes.map("get", resourceList.done("The resources of the version.")));
    }

    private TreeMap<String, @Nullable Object> paths(List<ResourceType> resources, Schemas schemas) {
        var paths = new TreeMap<String, @Nullable Object>();
        var customs = new CustomSchemas(schemas);
        for (var type : resources) {
            var record = type.record();
            if (record == null) {
                var given = customSchemas.apply(type).orElse(Map.of());
                var object = schemas.reference(DefinitionNames.of(type), customs.object(type, given));
                var list = schemas.reference(DefinitionNames.list(type), customs.list(type, object));
                new Operations(type, object, list, schemas).addTo(paths);
            } else {
                var object = schemas.reference(record);
                new Operations(type, object, schemas.list(type, object), schemas).addTo(paths);
            }
        }
        return paths;
    }
}
