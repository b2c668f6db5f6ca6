package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The groups of aggregated discovery, with what has come and gone since the recording. */
final class AggregatedGroups {
    private static final Map<String, List<String>> NEW = Map.of(
            "networking.k8s.io",
            List.of("ipaddresses", "servicecidrs"),
            "storage.k8s.io",
            List.of("volumeattributesclasses"),
            "admissionregistration.k8s.io",
            List.of("validatingadmissionpolicies", "validatingadmissionpolicybindings"));

    private AggregatedGroups() {}

    static List<@Nullable Object> current(List<@Nullable Object> recorded) {
        var groups = new ArrayList<@Nullable Object>();
        for (var group : recorded) {
            groups.add(group(new LinkedHashMap<>(Tree.map(group))));
        }
        if (recorded.size() > 1) {
            groups.add(groups.size() - 1, Map.of("metadata", Map.of("name", "resource.k8s.io"), "versions", "{{any}}"));
        }
        return groups;
    }

    private static Map<String, @Nullable Object> group(Map<String, @Nullable Object> group) {
        var name = Tree.text(group, "metadata", "name");
        var versions = new ArrayList<@Nullable Object>();
        for (var version : Tree.list(group.get("versions"))) {
            var copy = new LinkedHashMap<>(Tree.map(version));
            if (Tree.text(copy, "version").contains("beta") && !name.startsWith("flowcontrol")) {
                continue;
            }
            if (name.startsWith("flowcontrol")) {
                copy.put("version", "v1");
            }
            NewerDiscovery.withNew(copy, NEW.getOrDefault(name, List.of()), "resource", "resources");
            if (name.isEmpty()) {
                copy.put("resources", withResize(Tree.list(copy.get("resources"))));
            }
            versions.add(copy);
        }
        group.put("versions", name.startsWith("flowcontrol") ? versions.subList(0, 1) : versions);
        return group;
    }

    private static List<@Nullable Object> withResize(List<@Nullable Object> resources) {
        for (var resource : resources) {
            if (Tree.text(resource, "resource").equals("pods")) {
                NewerDiscovery.withNew(Tree.map(resource), List.of("resize"), "subresource", "subresources");
            }
        }
        return resources;
    }
}
