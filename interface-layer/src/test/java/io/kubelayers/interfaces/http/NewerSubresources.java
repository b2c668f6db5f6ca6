package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What writes of pods and accounts by way of subresources do otherwise since the recording. */
final class NewerSubresources {
    private static final Pattern HEALTHY =
            Pattern.compile("The disruption budget (\\S+) needs (\\d+) healthy pods and has (\\d+) currently");

    private NewerSubresources() {}

    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> step) {
        var adapted = withBoundNodes(withoutAllocation(withoutLabelsOfBindings(withRefusedProcMount(step))));
        adapted = Rewriting.texts(adapted, NewerSubresources::refusal);
        if (Tree.text(step, "request", "path").contains("/ingresses/")) {
            // since 1.33 examples of addresses are told
            adapted = Rewriting.texts(
                    adapted,
                    text -> text.replaceAll("must be a valid IP address$", "$0, (e.g. 10.9.8.7 or 2001:db8::ffff)"));
        }
        return Rewriting.response(adapted, (at, map) -> {
            if (Tree.get(map, "spec", "containers") instanceof List<?>
                    && map.get("status") instanceof Map<?, ?> status
                    && !status.isEmpty()) {
                pod(map, Tree.map(status));
            }
        });
    }

    /** Since 1.35 labels of a binding come to the pod; they are not sent, so that later answers are as recorded. */
    private static Map<String, @Nullable Object> withoutLabelsOfBindings(Map<String, @Nullable Object> step) {
        if (!"Binding".equals(Tree.get(step, "request", "body", "kind"))) {
            return step;
        }
        return Rewriting.request(step, (at, map) -> {
            if (at.endsWith(".body.metadata")) {
                map.remove("labels");
            }
        });
    }

    /** Since 1.34 what has been allocated to a claim is kept, where it was dropped; it is not sent. */
    private static Map<String, @Nullable Object> withoutAllocation(Map<String, @Nullable Object> step) {
        if (!Tree.text(step, "request", "path").contains("/persistentvolumeclaims/")) {
            return step;
        }
        var adapted = Rewriting.request(step, (at, map) -> {
            if (at.endsWith(".body.status")) {
                map.remove("allocatedResources");
            }
        });
        return Rewriting.response(adapted, (at, map) -> {
            if (at.endsWith(".fieldsV1.f:status")) {
                map.remove("f:allocatedResources"); // whoever sent what was dropped still owned it
            }
        });
    }

    /** Since 1.33 all of /proc is shown only to pods that have users of their own, before anybody asks about policies. */
    private static Map<String, @Nullable Object> withRefusedProcMount(Map<String, @Nullable Object> step) {
        var spec = Tree.get(step, "request", "body", "spec");
        boolean refused = "POST".equals(Tree.get(step, "request", "method"))
                && String.valueOf(spec).contains("procMount=Unmasked")
                && Tree.get(spec, "hostUsers") == null;
        return refused ? withStatus(step, 422L) : step;
    }

    private static Map<String, @Nullable Object> withStatus(Map<String, @Nullable Object> step, long status) {
        var response = new LinkedHashMap<>(Tree.map(step.get("response")));
        response.put("status", status);
        var copy = new LinkedHashMap<>(step);
        copy.put("response", response);
        copy.put("varies", true);
        return copy;
    }

    /** Since 1.33 tokens can be bound to nodes, so that one is looked for. */
    private static Map<String, @Nullable Object> withBoundNodes(Map<String, @Nullable Object> step) {
        if (!Tree.text(step, "response", "body", "message").endsWith("/v1, Kind=Node")) {
            return step;
        }
        return withStatus(step, 404L);
    }

    /** Since 1.30 a refusal does not say that healthy pods are missing when they are not. */
    private static String refusal(String text) {
        var words = HEALTHY.matcher(text);
        return words.matches() && Long.parseLong(words.group(3)) > Long.parseLong(words.group(2))
                ? "The disruption budget " + words.group(1) + " does not allow evicting pods currently"
                : text;
    }

    /**
     * Since 1.31 a node that reports no service class does not take it away; since 1.33 those who add ephemeral containers
     * own them.
     */
    private static void pod(Map<String, @Nullable Object> pod, Map<String, @Nullable Object> status) {
        if (!status.containsKey("qosClass")) {
            var kept = new LinkedHashMap<>(status);
            kept.put("qosClass", "{{any}}");
            pod.put("status", kept);
        }
        if (Tree.get(pod, "spec", "ephemeralContainers") instanceof List<?>
                && Tree.get(pod, "metadata", "managedFields") instanceof List<?> entries) {
            var owners = new ArrayList<@Nullable Object>(entries);
            owners.add(Map.of(
                    "manager", "{{any}}",
                    "operation", "Update",
                    "apiVersion", "v1",
                    "time", "{{any}}",
                    "fieldsType", "FieldsV1",
                    "fieldsV1", "{{any}}",
                    "subresource", "ephemeralcontainers"));
            var metadata = new LinkedHashMap<>(Tree.map(pod.get("metadata")));
            metadata.put("managedFields", owners);
            pod.put("metadata", metadata);
        }
    }
}
