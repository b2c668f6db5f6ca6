package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Steps whose recorded answers come from how they were recorded: none of it is a version's. */
final class RecordedAccidents {
    private static final Set<String> LOOPED = Set.of("FlowSchema", "APIService", "CustomResourceDefinition");

    private RecordedAccidents() {}

    static boolean is(String scenario, Map<String, @Nullable Object> step) {
        boolean read = "GET".equals(Tree.get(step, "request", "method"));
        return isOfBlanks(step)
                || isOfHaste(step)
                || isOfSlashes(step)
                || read && (isEarly(step) || isEdited(step) || isEditedCustom(scenario, step));
    }

    /** The step without what is up to the recorded server's maps, and to the objects of its own. */
    static Map<String, @Nullable Object> without(Map<String, @Nullable Object> step) {
        if (Tree.text(step, "request", "path").contains("/flowschemas")
                && "Table".equals(Tree.get(step, "response", "body", "kind"))) {
            return withLoops(step);
        }
        return withAnyQuota(step);
    }

    /** Tables that were read before a loop of the server had told whether levels exist. */
    private static Map<String, @Nullable Object> withLoops(Map<String, @Nullable Object> step) {
        return Rewriting.response(step, (at, map) -> {
            if (at.equals(".body.metadata")) {
                map.put("resourceVersion", "{{any}}");
            } else if (at.endsWith(".rows[].object.metadata")) {
                map.put("resourceVersion", "{{any}}");
                map.computeIfPresent("managedFields", (name, entries) -> "{{any}}");
            } else if (at.endsWith(".rows[]")) {
                Tree.list(map.get("cells")).replaceAll(cell -> "?".equals(cell) ? "{{any}}" : cell);
            }
        });
    }

    /** A pod that exceeds two quotas at once: which of them says so is up to a map of the recorded server. */
    private static Map<String, @Nullable Object> withAnyQuota(Map<String, @Nullable Object> step) {
        boolean both = Tree.get(step, "request", "body", "spec", "activeDeadlineSeconds") != null
                && !String.valueOf(Tree.get(step, "request", "body", "spec", "containers"))
                        .contains("resources");
        return both
                ? Rewriting.texts(step, text -> text.replaceAll("exceeded quota: .*", "exceeded quota: {{any}}"))
                : step;
    }

    /**
     * The data of a ControllerRevision is kept as the very bytes that were sent, blanks included, which were other than those
     * of the patched object; what is replayed has no blanks.
     */
    private static boolean isOfBlanks(Map<String, @Nullable Object> step) {
        return "PATCH".equals(Tree.get(step, "request", "method"))
                && Tree.text(step, "request", "path").contains("/controllerrevisions/")
                && Tree.text(step, "response", "body", "message").contains("data: Invalid value: runtime.Unknown{");
    }

    /**
     * The recorded server was linked with a release of its router, 3.10, that keeps the last slash of paths; all that
     * Kubernetes itself was built with leave it out.
     */
    private static boolean isOfSlashes(Map<String, @Nullable Object> step) {
        return Tree.text(step, "request", "path").matches("/api/.*/|/api/|/apis/.+/")
                && Long.valueOf(404).equals(Tree.get(step, "response", "status"));
    }

    /** Definitions that were looked at before a loop of the server had taken a deleted one away, which is done at once here. */
    private static boolean isOfHaste(Map<String, @Nullable Object> step) {
        boolean leaving = Tree.text(step, "request", "path").contains("/customresourcedefinitions/")
                && Tree.get(step, "response", "body", "metadata", "deletionTimestamp") != null
                && !String.valueOf(Tree.get(step, "response", "body", "metadata", "finalizers"))
                        .contains("example.com/");
        return leaving
                && ("GET".equals(Tree.get(step, "request", "method"))
                        || Tree.get(step, "response", "body", "metadata", "deletionGracePeriodSeconds") != null);
    }

    /** Flow schemas and API services that were read before a loop of the server had told, and why, whether they are of use. */
    private static boolean isEarly(Map<String, @Nullable Object> step) {
        return LOOPED.contains(Tree.text(step, "response", "body", "kind"))
                && !String.valueOf(Tree.get(step, "response", "body", "status")).contains("reason=");
    }

    /** Objects that were written down only after they had been edited for the request to follow. */
    private static boolean isEdited(Map<String, @Nullable Object> step) {
        var body = Tree.get(step, "response", "body");
        var owners = String.valueOf(Tree.get(body, "metadata", "managedFields"));
        boolean namespace = "Namespace".equals(Tree.get(body, "kind"))
                && Tree.get(body, "spec", "finalizers") instanceof List<?> finalizers
                && finalizers.isEmpty();
        boolean pod = Tree.get(body, "spec", "ephemeralContainers") != null
                && Tree.get(body, "metadata", "managedFields") == null;
        return namespace
                || pod
                || owners.contains("bogus/v9")
                || owners.contains("fieldsType=Bogus")
                || owners.contains("f:nope");
    }

    /** The same of custom resources, which show it by nothing but the value that is sent next. */
    private static boolean isEditedCustom(String scenario, Map<String, @Nullable Object> step) {
        var path = Tree.text(step, "request", "path");
        var spec = Tree.get(step, "response", "body", "spec");
        return scenario.equals("crd/lifecycle") && path.endsWith("/widgets/a") && "y".equals(Tree.get(spec, "a"))
                || scenario.equals("crd/subresources")
                        && path.endsWith("/scalos/a")
                        && "99".equals(String.valueOf(Tree.get(spec, "replicas")));
    }
}
