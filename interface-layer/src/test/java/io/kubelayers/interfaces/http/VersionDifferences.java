package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server of 1.35 answers otherwise than the recorded one, which is of the time just before 1.29 alpha 1. Each
 * method adapts recorded steps to one change and says which; nothing else in the harness knows about versions.
 */
final class VersionDifferences {
    private VersionDifferences() {}

    /** The step as a server of 1.35 would have it; null if there is nothing to compare with. */
    static @Nullable Map<String, @Nullable Object> adapted(String scenario, Map<String, @Nullable Object> step) {
        if (NewerRules.decides(step)) {
            return null;
        }
        var newer = NewerRules.withDefaults(withPodGenerations(withoutNullCreation(step)));
        return Rewriting.everything(Rewriting.texts(newer, NewerMessages::of), VersionDifferences::newerGroup);
    }

    /** Since 1.29 flow control is served as v1. */
    private static String newerGroup(String text) {
        return text.replace("flowcontrol.apiserver.k8s.io/v1beta3", "flowcontrol.apiserver.k8s.io/v1");
    }

    /** Since 1.34 pods count generations. */
    private static Map<String, @Nullable Object> withPodGenerations(Map<String, @Nullable Object> step) {
        var path = String.valueOf(Tree.get(step, "request", "path"));
        return Rewriting.response(step, (at, map) -> {
            boolean object = at.equals(".body") || at.endsWith(".items[]") || at.endsWith(".object");
            boolean pod =
                    "Pod".equals(map.get("kind")) || path.contains("/pods") && !"PodTemplate".equals(map.get("kind"));
            if (object && pod && map.get("metadata") instanceof Map<?, ?> metadata && metadata.containsKey("uid")) {
                var counted = new LinkedHashMap<>(Tree.map(metadata));
                counted.put("generation", "{{any}}");
                map.put("metadata", counted);
            }
        });
    }

    /** Since 1.34 metadata.creationTimestamp is left out where it is not set; before, it was null. */
    private static Map<String, @Nullable Object> withoutNullCreation(Map<String, @Nullable Object> step) {
        return Rewriting.response(step, (path, map) -> {
            if (map.containsKey("creationTimestamp") && map.get("creationTimestamp") == null) {
                map.remove("creationTimestamp");
            }
        });
    }
}
