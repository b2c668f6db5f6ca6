package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Groups, versions and resources that have come and gone since the recording. */
final class NewerDiscovery {
    private static final Pattern TAG = Pattern.compile("[0-9A-F]{128}");

    private static final List<String> VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");

    /** All of v1, of which those about policies were v1beta1. */
    private static final List<String> ADMISSION = List.of(
            "mutatingwebhookconfigurations",
            "validatingadmissionpolicies",
            "validatingadmissionpolicies/status",
            "validatingadmissionpolicybindings",
            "validatingwebhookconfigurations");

    private NewerDiscovery() {}

    /** The step with documents in which groups and resources are those of now. */
    static Map<String, @Nullable Object> adapted(Map<String, @Nullable Object> step, String path) {
        if (path.equals("/apis/flowcontrol.apiserver.k8s.io/v1beta2")) {
            return gone(step);
        }
        var adapted = Rewriting.everything(step, NewerDiscovery::named);
        adapted = Rewriting.response(adapted, (at, map) -> {
            adapt(path, at, map);
            if (map.get("bodyText") instanceof String text
                    && (text.contains("kind: APIResourceList") || text.contains("kind: APIGroupList"))) {
                var tree = new LinkedHashMap<String, @Nullable Object>(
                        Tree.map(Codec.readTree(text, ReadOptions.ignore())));
                adapt(path, ".body", tree);
                map.put("bodyText", Codec.yaml(tree));
            } else if (map.get("bodyText") instanceof String text && text.startsWith("{\"paths\":")) {
                map.put("bodyText", paths(text));
            } else if (at.endsWith(".resources[]") && path.contains("flowcontrol")) {
                map.replace("storageVersionHash", "{{any}}");
            }
        });
        return adapted;
    }

    /** The tags of documents, by which they are asked for again, are those that our documents turn out to have. */
    private static String named(String text) {
        return TAG.matcher(text)
                .replaceAll(tag -> "{{etag" + Long.parseUnsignedLong(tag.group().substring(0, 12), 16) + "}}");
    }

    private static String paths(String text) {
        var recorded = Tree.map(Tree.get(Codec.readTree(text, ReadOptions.ignore()), "paths"));
        var paths = new TreeMap<String, @Nullable Object>(recorded);
        paths.keySet().removeIf(path -> path.endsWith("/v1beta2") || path.endsWith("/v1beta3"));
        for (var added :
                List.of("apis/flowcontrol.apiserver.k8s.io/v1", "apis/resource.k8s.io", "apis/resource.k8s.io/v1")) {
            paths.put(added, Map.of("serverRelativeURL", "/openapi/v3/" + added + "?hash={{any}}"));
        }
        return Codec.json(Map.of("paths", paths));
    }

    private static Map<String, @Nullable Object> gone(Map<String, @Nullable Object> step) {
        return Rewriting.response(step, (at, map) -> {
            if (at.isEmpty()) {
                map.put("status", 404L);
                map.put(
                        "body",
                        Codec.readTree(
                                "{\"kind\": \"Status\", \"apiVersion\": \"v1\", \"metadata\": {}, \"status\": \"Failure\","
                                        + " \"message\": \"the server could not find the requested resource\","
                                        + " \"reason\": \"NotFound\", \"details\": {}, \"code\": 404}",
                                ReadOptions.ignore()));
            }
        });
    }

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
        } else if (at.equals(".body") && path.equals("/apis/networking.k8s.io/v1")) {
            withNew(map, List.of("ipaddresses", "servicecidrs", "servicecidrs/status"), "name", "resources");
        } else if (at.equals(".body") && path.equals("/apis/admissionregistration.k8s.io/v1")) {
            withNew(map, ADMISSION, "name", "resources");
        } else if (at.equals(".body") && "APIGroupDiscoveryList".equals(map.get("kind"))) {
            map.put("items", AggregatedGroups.current(Tree.list(map.get("items"))));
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

    /** Resources that were not there, each as whatever it may be, in the order of their names. */
    static void withNew(Map<String, @Nullable Object> map, List<String> names, String key, String list) {
        var present = new TreeMap<String, @Nullable Object>();
        Tree.list(map.get(list)).forEach(resource -> present.put(Tree.text(resource, key), resource));
        names.forEach(name -> present.putIfAbsent(name, "{{any}}"));
        if (map.get(list) != null) {
            map.put(list, new ArrayList<>(present.values()));
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
        groups.add(groups.size() - 1, only(resource, "v1")); // before flow control
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
