package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields that controllers write, and defaults that lists show, since the recorded version, and who owns them:
 * {@code terminatingReplicas} of Deployments and ReplicaSets (on since 1.35), {@code terminating} and
 * {@code podReplacementPolicy} of Jobs (on since 1.29), {@code maxUnavailable} of StatefulSets (on since 1.35),
 * {@code lastPhaseTransitionTime} of volumes (on since 1.29).
 */
final class NewerStatus {
    private static final String ANY = "{{any}}";

    private NewerStatus() {}

    /** @param acting whether controllers write statuses, and not the clients of the conversation */
    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> step, boolean acting) {
        var path = String.valueOf(Tree.get(step, "request", "path"));
        boolean replicas = path.contains("/deployments") || path.contains("/replicasets");
        boolean jobs = path.contains("/jobs");
        boolean sets = path.contains("/statefulsets");
        boolean volumes = path.contains("/persistentvolumes");
        if (!replicas && !jobs && !sets && !volumes) {
            return step;
        }
        return Rewriting.response(step, (at, map) -> {
            if (replicas) {
                whereThereIs(map, acting && at.endsWith(".status"), "observedGeneration", "terminatingReplicas", ANY);
                whereThereIs(
                        map,
                        acting && at.endsWith(".f:status"),
                        "f:observedGeneration",
                        "f:terminatingReplicas",
                        Map.of());
            } else if (jobs) {
                job(at, map, acting);
            } else if (volumes) {
                whereThereIs(map, at.endsWith(".status"), "phase", "lastPhaseTransitionTime", ANY);
            } else {
                whereThereIs(map, at.endsWith(".rollingUpdate"), "partition", "maxUnavailable", 1L);
                whereThereIs(map, at.endsWith(".f:rollingUpdate"), "f:partition", "f:maxUnavailable", Map.of());
            }
        });
    }

    private static void job(String at, Map<String, @Nullable Object> map, boolean acting) {
        whereThereIs(map, acting && at.endsWith(".status"), "uncountedTerminatedPods", "terminating", ANY);
        whereThereIs(map, acting && at.endsWith(".f:status"), "f:uncountedTerminatedPods", "f:terminating", Map.of());
        if (at.endsWith(".spec") && map.containsKey("completionMode")) {
            map.putIfAbsent("manualSelector", false);
            map.putIfAbsent(
                    "podReplacementPolicy", map.get("podFailurePolicy") == null ? "TerminatingOrFailed" : "Failed");
        }
        boolean succeeded = "Complete".equals(map.get("type")) || "SuccessCriteriaMet".equals(map.get("type"));
        if (acting && at.endsWith(".conditions[]") && succeeded) { // since 1.31
            map.putIfAbsent("reason", "CompletionsReached");
            map.putIfAbsent("message", "Reached expected number of succeeded pods");
        }
        whereThereIs(map, at.endsWith(".fieldsV1.f:spec"), "f:completionMode", "f:manualSelector", Map.of());
        whereThereIs(map, at.endsWith(".fieldsV1.f:spec"), "f:completionMode", "f:podReplacementPolicy", Map.of());
    }

    private static void whereThereIs(
            Map<String, @Nullable Object> map, boolean here, String known, String newer, Object value) {
        if (here && map.containsKey(known)) {
            map.putIfAbsent(newer, value instanceof Map<?, ?> ? new LinkedHashMap<>() : value);
        }
    }
}
