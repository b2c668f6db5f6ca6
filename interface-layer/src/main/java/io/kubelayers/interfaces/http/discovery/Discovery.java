package io.kubelayers.interfaces.http.discovery;

import io.kubelayers.nucleus.aggregation.ServedGroups;
import io.kubelayers.nucleus.apiregistration.APIService;
import io.kubelayers.nucleus.server.ExtensionApi;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.SubresourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The discovery documents of the kinds that a registry has, as JSON trees. */
public final class Discovery {
    private final TypeRegistry types;
    private final List<ExtensionApi> extensions;
    private final ServedGroups groups;

    private Discovery(TypeRegistry types, List<ExtensionApi> extensions, List<APIService> services) {
        this.types = types;
        this.extensions = extensions;
        this.groups = ServedGroups.of(served(), services);
    }

    public static Discovery of(TypeRegistry types) {
        return of(types, List.of(), List.of());
    }

    /**
     * With groups that answer for themselves, if they have resources now.
     *
     * @param services the APIServices that put all groups in order, and add those of servers elsewhere
     */
    public static Discovery of(TypeRegistry types, List<ExtensionApi> extensions, List<APIService> services) {
        return new Discovery(types, List.copyOf(extensions), services);
    }

    /** The versions that this server answers itself. */
    private List<GroupVersion> served() {
        var served = new LinkedHashSet<GroupVersion>();
        for (var type : types.resources()) {
            if (type.served()) {
                served.add(new GroupVersion(type.group(), type.version()));
            }
        }
        for (var extension : extensions) {
            for (var version : extension.versions()) {
                if (!extension.resources(version).isEmpty()) {
                    served.add(new GroupVersion(extension.group(), version));
                }
            }
        }
        return List.copyOf(served);
    }

    /** {@code /api}: the versions of the core group. */
    public Map<String, @Nullable Object> coreVersions(String serverAddress) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("kind", "APIVersions");
        document.put("versions", versions(""));
        document.put(
                "serverAddressByClientCIDRs",
                List.of(Documents.map("clientCIDR", "0.0.0.0/0", "serverAddress", serverAddress)));
        return document;
    }

    /** {@code /apis}: all other groups. */
    public Map<String, @Nullable Object> groups() {
        var groups = new ArrayList<@Nullable Object>();
        for (var group : groupNames()) {
            groups.add(group(group));
        }
        return Documents.map("kind", "APIGroupList", "apiVersion", "v1", "groups", groups);
    }

    /** The groups in which something is served, in their order, without the core group. */
    List<String> groupNames() {
        return groups.groups();
    }

    /** The same, those of one priority by name. */
    List<String> groupsByOwnName() {
        return groups.groupsByOwnName();
    }

    /** Whether a version is registered for a server elsewhere, which is not asked. */
    boolean isElsewhere(String group, String version) {
        return groups.isElsewhere(new GroupVersion(group, version)) && !answersForItself(group, version);
    }

    /** Whether a group that answers for itself has the version, be there resources now or not. */
    private boolean answersForItself(String group, String version) {
        return extensions.stream()
                .anyMatch(extension ->
                        extension.group().equals(group) && extension.versions().contains(version));
    }

    /** {@code /apis/<group>}; empty if there is no such group. */
    public Optional<Map<String, @Nullable Object>> groupDocument(String name) {
        if (name.isEmpty() || versions(name).isEmpty()) {
            return Optional.empty();
        }
        var document = Documents.map("kind", "APIGroup", "apiVersion", "v1");
        document.putAll(group(name));
        return Optional.of(document);
    }

    private Map<String, @Nullable Object> group(String name) {
        var served = new ArrayList<@Nullable Object>();
        for (var version : versions(name)) {
            served.add(version(name, version));
        }
        return Documents.map("name", name, "versions", served, "preferredVersion", served.get(0));
    }

    private static Map<String, @Nullable Object> version(String group, String version) {
        return Documents.map("groupVersion", GroupVersion.text(group, version), "version", version);
    }

    /** The versions of a group in which something is served, preferred one first. */
    public List<String> versions(String group) {
        return groups.versions(group);
    }

    /** All group versions that are served, the core group first. */
    public List<GroupVersion> groupVersions() {
        var all = new ArrayList<GroupVersion>();
        versions("").forEach(version -> all.add(new GroupVersion("", version)));
        for (var group : groupNames()) {
            versions(group).forEach(version -> all.add(new GroupVersion(group, version)));
        }
        return all;
    }

    /** The resources served in a group version, by name. */
    public List<ResourceType> sorted(String group, String version) {
        var found = new ArrayList<ResourceType>();
        for (var type : types.resources()) {
            if (type.served() && type.group().equals(group) && type.version().equals(version)) {
                found.add(type);
            }
        }
        found.sort(Comparator.comparing(ResourceType::plural));
        return found;
    }

    /** {@code /api/v1} and {@code /apis/<group>/<version>}; empty if nothing is served there. */
    public Optional<Map<String, @Nullable Object>> resources(String group, String version) {
        var found = sorted(group, version);
        var more = extensions(group, version);
        if (found.isEmpty()
                && more.isEmpty()
                && !(answersForItself(group, version) && versions(group).contains(version))) {
            return Optional.empty();
        }
        var resources = new ArrayList<@Nullable Object>();
        for (var type : found) {
            resources.add(resource(type));
            for (var subresource : sortedSubresources(type)) {
                resources.add(subresource(type, subresource));
            }
        }
        more.forEach(resource -> resources.add(resource(resource)));
        var document = Documents.map("kind", "APIResourceList");
        if (!group.isEmpty()) {
            document.put("apiVersion", "v1");
        }
        document.put("groupVersion", GroupVersion.text(group, version));
        document.put("resources", resources);
        return Optional.of(document);
    }

    /** The resources of groups that answer for themselves. */
    List<ExtensionApi.Resource> extensions(String group, String version) {
        for (var extension : extensions) {
            if (extension.group().equals(group) && extension.versions().contains(version)) {
                return extension.resources(version);
            }
        }
        return List.of();
    }

    private static Map<String, @Nullable Object> resource(ExtensionApi.Resource resource) {
        return Documents.map(
                "name", resource.name(),
                "singularName", "",
                "namespaced", resource.namespaced(),
                "kind", resource.kind(),
                "verbs", resource.verbs());
    }

    static List<SubresourceType> sortedSubresources(ResourceType type) {
        if (type.dynamic()) {
            return type.subresources(); // status, then scale
        }
        var sorted = new ArrayList<>(type.subresources());
        sorted.sort(Comparator.comparing(SubresourceType::name));
        return sorted;
    }

    private Map<String, @Nullable Object> resource(ResourceType type) {
        var resource = Documents.map(
                "name", type.plural(),
                "singularName", type.singular(),
                "namespaced", type.namespaced(),
                "kind", type.kind(),
                "verbs", type.verbs());
        if (!type.shortNames().isEmpty()) {
            resource.put("shortNames", type.shortNames());
        }
        if (!type.categories().isEmpty()) {
            resource.put("categories", type.categories());
        }
        if (type.verbs().contains("list") && type.verbs().contains("update")) {
            resource.put("storageVersionHash", StorageVersion.hash(types, type));
        }
        return resource;
    }

    private static Map<String, @Nullable Object> subresource(ResourceType type, SubresourceType subresource) {
        var document = Documents.map(
                "name", type.plural() + "/" + subresource.name(), "singularName", "", "namespaced", type.namespaced());
        var kind = SubresourceKind.of(type, subresource);
        if (!kind.group().isEmpty()) {
            document.put("group", kind.group());
        }
        if (!kind.version().isEmpty()) {
            document.put("version", kind.version());
        }
        document.put("kind", kind.kind());
        document.put("verbs", subresource.verbs());
        return document;
    }
}
