package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** OpenAPI documents with what has been added since the recording, and with any text where upstream has one. */
final class NewerSchemas {
    private static final String META = "io.k8s.apimachinery.pkg.apis.meta.v1.";
    private static final String LIST_TYPE = "x-kubernetes-list-type";
    private static final String UNSAFE = "ignoreStoreReadErrorWithClusterBreakingPotential";

    private NewerSchemas() {}

    static Map<String, @Nullable Object> adapted(Map<String, @Nullable Object> step) {
        return Rewriting.response(step, (at, map) -> {
            if (at.startsWith(".body.paths") && !at.contains(".responses.")) {
                anyText(map);
                adaptParameters(map);
            } else if (at.startsWith(".body.components.schemas.io.k8s.")) {
                anyText(map);
            }
            if (at.equals(".body.components.schemas")) {
                map.forEach((name, schema) -> adapt(name, Tree.map(schema)));
            } else if (at.equals(".body.info") && "Kubernetes".equals(map.get("title"))) {
                map.put("version", "v1.35.0");
            }
        });
    }

    private static void anyText(Map<String, @Nullable Object> map) {
        if (map.get("description") instanceof String) {
            map.put("description", "{{any}}");
        }
    }

    private static void adaptParameters(Map<String, @Nullable Object> map) {
        var adapted = new ArrayList<@Nullable Object>();
        for (var parameter : Tree.list(map.get("parameters"))) {
            adapted.add(parameter);
            if ("gracePeriodSeconds".equals(Tree.text(parameter, "name"))) {
                adapted.add(Map.of(
                        "name",
                        UNSAFE,
                        "in",
                        "query",
                        "description",
                        "{{any}}",
                        "schema",
                        Map.of("type", "boolean", "uniqueItems", true)));
            }
        }
        map.computeIfPresent("parameters", (name, before) -> adapted);
    }

    private static void adapt(String name, Map<String, @Nullable Object> schema) {
        var properties = Tree.map(schema.get("properties"));
        switch (name) {
            case META + "DeleteOptions" -> {
                atomic(properties, "dryRun");
                properties.put(UNSAFE, Map.of("type", "boolean", "description", "{{any}}"));
                schema.put("x-kubernetes-group-version-kind", "{{any}}");
            }
            case META + "WatchEvent", META + "Status" -> schema.put("x-kubernetes-group-version-kind", "{{any}}");
            case META + "StatusDetails" -> atomic(properties, "causes");
            case META + "APIResource" -> atomic(properties, "shortNames", "categories");
            case META + "APIResourceList" -> atomic(properties, "resources");
            case META + "ObjectMeta" -> {
                atomic(properties, "managedFields");
                put(properties, "finalizers", LIST_TYPE, "set");
                put(properties, "ownerReferences", LIST_TYPE, "map");
                put(properties, "ownerReferences", "x-kubernetes-list-map-keys", List.of("uid"));
            }
            case "io.k8s.api.coordination.v1.LeaseSpec" -> {
                properties.put("preferredHolder", Map.of("type", "string", "description", "{{any}}"));
                properties.put("strategy", Map.of("type", "string", "description", "{{any}}"));
            }
            case "io.k8s.apimachinery.pkg.version.Info" -> {
                for (var added :
                        List.of("emulationMajor", "emulationMinor", "minCompatibilityMajor", "minCompatibilityMinor")) {
                    properties.put(added, Map.of("type", "string"));
                }
            }
            default -> {
                return;
            }
        }
        schema.put("properties", properties);
    }

    private static void atomic(Map<String, @Nullable Object> properties, String... names) {
        for (var name : names) {
            put(properties, name, LIST_TYPE, "atomic");
        }
    }

    private static void put(Map<String, @Nullable Object> properties, String name, String key, Object value) {
        var property = new LinkedHashMap<>(Tree.map(properties.get(name)));
        property.put(key, value);
        properties.put(name, property);
    }
}
