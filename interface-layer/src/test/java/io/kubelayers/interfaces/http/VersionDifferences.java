package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.LinkedHashMap;
import java.util.List;
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
        return withServedFlowControl(Rewriting.texts(newer, NewerMessages::of));
    }

    /** Since 1.29 flow control is served as v1, and v1beta3 no longer since 1.32. */
    private static Map<String, @Nullable Object> withServedFlowControl(Map<String, @Nullable Object> step) {
        if (!Tree.text(step, "request", "path").contains("/flowcontrol.apiserver.k8s.io/v1beta3")) {
            return step;
        }
        var newer = Rewriting.everything(step, text -> text.replace("v1beta3", "v1"));
        return Rewriting.response(newer, (path, map) -> {
            if (path.endsWith(".headers") && map.get("warning") instanceof List<?> warnings) {
                var rest = warnings.stream()
                        .filter(warning -> !String.valueOf(warning).contains("is deprecated in v1.29+"))
                        .toList();
                if (rest.isEmpty()) {
                    map.remove("warning");
                } else {
                    map.put("warning", rest);
                }
            }
        });
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
