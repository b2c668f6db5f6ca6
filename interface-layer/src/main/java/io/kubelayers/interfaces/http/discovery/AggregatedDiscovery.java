package io.kubelayers.interfaces.http.discovery;

import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything in one document: kind APIGroupDiscoveryList of group apidiscovery.k8s.io. */
public final class AggregatedDiscovery {
    private final Discovery discovery;

    private AggregatedDiscovery(Discovery discovery) {
        this.discovery = discovery;
    }

    public static AggregatedDiscovery of(Discovery discovery) {
        return new AggregatedDiscovery(discovery);
    }

    /** {@code /api}: the core group. */
    public Map<String, @Nullable Object> core(String version) {
        return list(List.of(group("")), version);
    }

    /** {@code /apis}: all other groups. */
    public Map<String, @Nullable Object> groups(String version) {
        var items = new ArrayList<@Nullable Object>();
        for (var group : discovery.groupsByOwnName()) {
            items.add(group(group));
        }
        return list(items, version);
    }

    private static Map<String, @Nullable Object> list(List<?> items, String version) {
        return Documents.map(
                "kind",
                "APIGroupDiscoveryList",
                "apiVersion",
                "apidiscovery.k8s.io/" + version,
                "metadata",
                Map.of(),
                "items",
                items);
    }

    private Map<String, @Nullable Object> group(String name) {
        var versions = new ArrayList<@Nullable Object>();
        for (var version : discovery.versions(name)) {
            var resources = new ArrayList<@Nullable Object>();
            for (var type : discovery.sorted(name, version)) {
                resources.add(resource(type));
            }
            resources.addAll(extensions(name, version));
            versions.add(
                    discovery.isElsewhere(name, version)
                            ? Documents.map("version", version, "freshness", "Stale")
                            : Documents.map("version", version, "resources", resources, "freshness", "Current"));
        }
        Map<String, @Nullable Object> metadata = name.isEmpty() ? new LinkedHashMap<>() : Documents.map("name", name);
        return Documents.map("metadata", metadata, "versions", versions);
    }

    /** Subresources whose parent is not listed get one that says no more than its name (kube-aggregator). */
    private List<@Nullable Object> extensions(String group, String version) {
        var resources = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        for (var resource : discovery.extensions(group, version)) {
            int slash = resource.name().indexOf('/');
            var name = slash < 0 ? resource.name() : resource.name().substring(0, slash);
            var kind = responseKind(new GroupVersionKind(group, version, resource.kind()));
            var document = resources.computeIfAbsent(
                    name,
                    plain -> Documents.map(
                            "resource", plain,
                            "responseKind", slash < 0 ? kind : responseKind(bare("")),
                            "scope", resource.namespaced() ? "Namespaced" : "Cluster",
                            "singularResource", "",
                            "verbs", slash < 0 ? resource.verbs() : null));
            if (slash >= 0) {
                var subresources = new ArrayList<@Nullable Object>();
                if (document.get("subresources") instanceof List<?> before) {
                    subresources.addAll(before);
                }
                subresources.add(Documents.map(
                        "subresource", resource.name().substring(slash + 1),
                        "responseKind", kind,
                        "verbs", resource.verbs()));
                document.put("subresources", subresources);
            }
        }
        return new ArrayList<>(resources.values());
    }

    private static Map<String, @Nullable Object> resource(ResourceType type) {
        var resource = Documents.map(
                "resource", type.plural(),
                "responseKind", responseKind(type.dynamic() ? type.groupVersionKind() : bare(type.kind())),
                "scope", type.namespaced() ? "Namespaced" : "Cluster",
                "singularResource", type.singular(),
                "verbs", type.verbs());
        if (!type.shortNames().isEmpty()) {
            resource.put("shortNames", type.shortNames());
        }
        if (!type.categories().isEmpty()) {
            resource.put("categories", type.categories());
        }
        var subresources = new ArrayList<@Nullable Object>();
        for (var subresource : Discovery.sortedSubresources(type)) {
            var kind = SubresourceKind.of(type, subresource);
            boolean parents = kind.group().isEmpty() && type.dynamic();
            subresources.add(Documents.map(
                    "subresource", subresource.name(),
                    "responseKind", responseKind(parents ? type.groupVersionKind() : kind),
                    "verbs", subresource.verbs()));
        }
        if (!subresources.isEmpty()) {
            resource.put("subresources", subresources);
        }
        return resource;
    }

    private static GroupVersionKind bare(String kind) {
        return new GroupVersionKind("", "", kind);
    }

    private static Map<String, @Nullable Object> responseKind(GroupVersionKind kind) {
        return Documents.map("group", kind.group(), "version", kind.version(), "kind", kind.kind());
    }
}
