package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What defaults and rules of kinds have come since the recording. */
final class NewerRules {
    private NewerRules() {}

    /** Services can be selected by their type and address now; in these namespaces there are none. */
    static Map<String, @Nullable Object> withSelectors(Map<String, @Nullable Object> step) {
        var path = Tree.text(step, "request", "path");
        if (!path.contains("/services?fieldSelector=spec.type") && !path.contains("/services?fieldSelector=spec.cl")) {
            return step;
        }
        return Rewriting.response(step, (at, map) -> {
            if (at.isEmpty() && String.valueOf(map.get("body")).contains("is not a known field selector")) {
                map.put("status", 200L);
                map.put(
                        "body",
                        Map.of(
                                "kind",
                                "ServiceList",
                                "apiVersion",
                                "v1",
                                "metadata",
                                Map.of("resourceVersion", "{{any}}"),
                                "items",
                                List.of()));
            }
        });
    }

    /** The step with the defaults that kinds have got since. */
    static Map<String, @Nullable Object> withDefaults(Map<String, @Nullable Object> step) {
        return Rewriting.response(step, (path, map) -> {
            if ("Job".equals(map.get("kind")) && map.get("spec") instanceof Map<?, ?> spec) {
                job(Tree.map(spec));
            }
            if ("StatefulSet".equals(map.get("kind"))
                    && Tree.get(map, "spec", "updateStrategy", "rollingUpdate") instanceof Map<?, ?> rolling) {
                Tree.map(rolling).putIfAbsent("maxUnavailable", 1L); // beta since 1.35
            }
            if (path.equals(".body.details") && map.get("causes") instanceof List<?> causes && causes.size() > 1) {
                map.put("causes", causes.stream().filter(NewerRules::stands).toList()); // see NewerMessages
            }
            if (path.endsWith(".podFailurePolicy.rules[]")) {
                // no longer written when they are not set
                map.remove("onExitCodes", null);
                map.remove("onPodConditions", null);
            }
        });
    }

    /** Since 1.29 every change of a CSIDriver is a new generation, not only that of its tokens and flags. */
    static Map<String, @Nullable Object> withGenerations(Map<String, @Nullable Object> step) {
        if (!Tree.text(step, "request", "path").contains("/csidrivers")) {
            return step;
        }
        boolean uncounted = Tree.text(step, "note").startsWith("spec.storageCapacity");
        return Rewriting.response(step, (at, map) -> {
            if (at.equals(".body.metadata") && (uncounted && map.containsKey("uid") || map.containsKey("generation"))) {
                map.put("generation", "{{any}}");
            }
        });
    }

    private static boolean stands(@Nullable Object cause) {
        return !"Forbidden: field can not be less than previous value".equals(Tree.get(cause, "message"));
    }

    private static void job(Map<String, @Nullable Object> spec) {
        spec.putIfAbsent("manualSelector", false);
        spec.putIfAbsent(
                "podReplacementPolicy", spec.get("podFailurePolicy") == null ? "TerminatingOrFailed" : "Failed");
    }
}
