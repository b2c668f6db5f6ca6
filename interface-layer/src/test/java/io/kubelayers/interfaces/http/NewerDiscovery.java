package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Groups, versions and resources that have come and gone since the recording. */
final class NewerDiscovery {
    private static final List<String> VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");

    private NewerDiscovery() {}

    static void adapt(String path, String at, Map<String, @Nullable Object> map) {
        if (at.equals(".body") && "APIGroupList".equals(map.get("kind"))) {
            map.put("groups", groups(Tree.list(map.get("groups"))));
        } else if (at.equals(".body") && "APIGroup".equals(map.get("kind"))) {
            map.putAll(group(map));
        } else if (at.equals(".body") && path.equals("/api/v1") && "APIResourceList".equals(map.get("kind"))) {
            after(Tree.list(map.get("resources")), "pods/proxy", resource("pods/resize", "Pod"), map);
        } else if (at.equals(".body") && path.equals("/apis/storage.k8s.io/v1")) {
            var kind = resource("volumeattributesclasses", "VolumeAttributesClass");
            kind.put("singularName", "volumeattributesclass");
            kind.put("namespaced", false);
            kind.put("verbs", VERBS);
            kind.put("shortNames", List.of("vac"));
            kind.put("storageVersionHash", "{{any}}");
            after(Tree.list(map.get("resources")), "volumeattachments/status", kind, map);
        } else if (at.equals(".body") && path.equals("/version")) {
            map.replaceAll((name, value) -> "{{any}}");
            map.put("major", "1");
            map.put("minor", "35");
            for (var name :
                    List.of("emulationMajor", "emulationMinor", "minCompatibilityMajor", "minCompatibilityMinor")) {
                map.put(name, "{{any}}"); // since 1.33
            }
        }
    }

    private static Map<String, @Nullable Object> resource(String name, String kind) {
        var resource = new LinkedHashMap<String, @Nullable Object>();
        resource.put("name", name);
        resource.put("singularName", "");
        resource.put("namespaced", true);
        resource.put("kind", kind);
        resource.put("verbs", List.of("get", "patch", "update"));
        return resource;
    }

    private static void after(
            List<@Nullable Object> resources,
            String name,
            Map<String, @Nullable Object> more,
            Map<String, @Nullable Object> map) {
        var extended = new ArrayList<@Nullable Object>();
        for (var resource : resources) {
            extended.add(resource);
            if (name.equals(Tree.text(resource, "name"))) {
                extended.add(more);
            }
        }
        map.put("resources", extended);
    }

    private static List<@Nullable Object> groups(List<@Nullable Object> recorded) {
        var groups = new ArrayList<@Nullable Object>();
        for (var group : recorded) {
            groups.add(group(Tree.map(group)));
        }
        var resource = new LinkedHashMap<String, @Nullable Object>();
        resource.put("name", "resource.k8s.io");
        groups.add(only(resource, "v1"));
        return groups;
    }

    /** Betas of flow control and of admission policies are no longer served. */
    private static Map<String, @Nullable Object> group(Map<String, @Nullable Object> group) {
        var name = Tree.text(group, "name");
        return name.equals("flowcontrol.apiserver.k8s.io") || name.equals("admissionregistration.k8s.io")
                ? only(group, "v1")
                : group;
    }

    private static Map<String, @Nullable Object> only(Map<String, @Nullable Object> group, String version) {
        var served = new LinkedHashMap<String, @Nullable Object>();
        served.put("groupVersion", group.get("name") + "/" + version);
        served.put("version", version);
        var adapted = new LinkedHashMap<>(group);
        adapted.put("versions", List.of(served));
        adapted.put("preferredVersion", served);
        return adapted;
    }
}
