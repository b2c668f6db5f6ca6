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
        if (NewerRules.decides(step) || isEdited(step)) {
            return null;
        }
        var adapted = NewerRules.withDefaults(withPodGenerations(withoutNullCreation(step)));
        adapted = Rewriting.texts(adapted, NewerMessages::of);
        adapted = withoutColumnDescriptions(adapted);
        adapted = withCurrentGroups(adapted);
        adapted = withCredentialIds(adapted);
        return adapted;
    }

    /** Not a version's: some objects were written down only after they had been edited for the request to follow. */
    private static boolean isEdited(Map<String, @Nullable Object> step) {
        var owners = String.valueOf(Tree.get(step, "response", "body", "metadata", "managedFields"));
        return "GET".equals(Tree.get(step, "request", "method"))
                && (owners.contains("bogus/v9") || owners.contains("fieldsType=Bogus") || owners.contains("f:nope"));
    }

    /** Not a version's: what a column means is told in upstream's documentation, which is not repeated here. */
    private static Map<String, @Nullable Object> withoutColumnDescriptions(Map<String, @Nullable Object> step) {
        return Rewriting.response(step, (at, map) -> {
            if (at.endsWith(".columnDefinitions[]")) {
                map.put("description", "");
            }
        });
    }

    /**
     * Flow control is v1 since 1.29 and its betas are gone, admission policies are v1 since 1.30: the same objects, and no
     * warning that the version is deprecated.
     */
    private static Map<String, @Nullable Object> withCurrentGroups(Map<String, @Nullable Object> step) {
        var text = String.valueOf(step.get("request")) + step.get("response");
        if (!text.contains("flowcontrol.apiserver.k8s.io/v1beta")
                && !text.contains("admissionregistration.k8s.io/v1beta1")) {
            return step;
        }
        var adapted = Rewriting.everything(
                step, value -> value.replace("flowcontrol.apiserver.k8s.io/v1beta3", "flowcontrol.apiserver.k8s.io/v1")
                        .replace("admissionregistration.k8s.io/v1beta1", "admissionregistration.k8s.io/v1"));
        return Rewriting.response(adapted, (at, map) -> {
            if (map.get("warning") instanceof List<?> warnings) {
                var left = warnings.stream()
                        .filter(warning -> !warning.toString().contains("is deprecated in v1.29+"))
                        .toList();
                if (left.isEmpty()) {
                    map.remove("warning");
                } else {
                    map.put("warning", left);
                }
            }
        });
    }

    /** Since 1.32 tokens have an id, and their bearers an extra attribute that tells it. */
    private static Map<String, @Nullable Object> withCredentialIds(Map<String, @Nullable Object> step) {
        boolean byToken = String.valueOf(Tree.get(step, "request", "user")).startsWith("{{token")
                || String.valueOf(Tree.get(step, "request", "path")).contains("tokenreviews");
        return Rewriting.response(step, (at, map) -> {
            var name = String.valueOf(map.get("username"));
            if (byToken && name.startsWith("system:serviceaccount:") && map.containsKey("uid")) {
                map.put("extra", Map.of("authentication.kubernetes.io/credential-id", List.of("JTI={{any}}")));
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
