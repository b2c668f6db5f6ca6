package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a server of 1.35 accepts or refuses that the recorded one did not. */
final class NewerDecisions {
    private static final List<String> JOB_FIELDS =
            List.of("backoffLimitPerIndex", "podReplacementPolicy", "maxFailedIndexes", "successPolicy", "managedBy");

    private NewerDecisions() {}

    /** A step that is accepted now is only tried, so that the steps after it find what they expect; it must succeed. */
    static Map<String, @Nullable Object> tried(Map<String, @Nullable Object> step) {
        if (!accepts(step)) {
            return withKeptFields(step);
        }
        var request = new LinkedHashMap<>(Tree.map(step.get("request")));
        var path = Tree.text(request, "path");
        request.put("path", path + (path.contains("?") ? "&" : "?") + "dryRun=All");
        var response = new LinkedHashMap<>(Tree.map(step.get("response")));
        response.put("status", "POST".equals(request.get("method")) ? 201L : 200L);
        var copy = new LinkedHashMap<>(step);
        copy.put("request", request);
        copy.put("response", response);
        copy.put("varies", true);
        return copy;
    }

    private static boolean accepts(Map<String, @Nullable Object> step) {
        var path = Tree.text(step, "request", "path");
        var note = Tree.text(step, "note");
        boolean refused = Tree.get(step, "response", "status") instanceof Number code && code.intValue() == 422;
        return refused
                && (NewerPods.accepts(Tree.text(step, "response", "body", "message"))
                        || path.contains("/csidrivers") // both may change since 1.29
                                && (note.startsWith("spec.podInfoOnMount") || note.startsWith("spec.fsGroupPolicy"))
                        // may be resized since 1.33, also to less than none
                        || path.contains("/statefulsets") && note.startsWith("spec.revisionHistoryLimit"));
    }

    /** What jobs say that was dropped then and is kept now. */
    private static Map<String, @Nullable Object> withKeptFields(Map<String, @Nullable Object> step) {
        var note = Tree.text(step, "note");
        for (var field : JOB_FIELDS) {
            var value = Tree.get(step, "request", "body", "spec", field);
            if (note.startsWith("spec." + field + " = ")
                    && value != null
                    && Tree.text(step, "request", "path").contains("/jobs")) {
                return Rewriting.response(step, (at, map) -> {
                    if (at.equals(".body.spec")) {
                        map.put(field, value);
                    } else if (at.endsWith(".fieldsV1.f:spec")) {
                        map.putIfAbsent("f:" + field, new LinkedHashMap<>());
                    }
                });
            }
        }
        return step;
    }

    /** What a refusal says that has come since a step was accepted; null if none may. */
    static @Nullable Pattern refusal(Map<String, @Nullable Object> step) {
        var path = Tree.text(step, "request", "path");
        var note = Tree.text(step, "note");
        if (path.contains("/statefulsets")) {
            // since 1.34 templates and claims are validated; since 1.32 names of services
            return note.startsWith("spec.template.spec") || note.startsWith("spec.volumeClaimTemplates")
                    ? Pattern.compile("spec\\.(template\\.spec\\.|volumeClaimTemplates\\[)")
                    : note.startsWith("spec.serviceName") ? Pattern.compile("spec\\.serviceName: ") : null;
        }
        if (path.contains("/horizontalpodautoscalers")) {
            // since 1.34 what is scaled or measured has the version of a group; containers have names
            return Pattern.compile("\\.(apiVersion|container|containerResource\\.name): Invalid value: ");
        }
        if (path.contains("/controllerrevisions")) {
            return Pattern.compile("data: Required value: data must be a valid JSON object"); // since 1.31
        }
        if (path.contains("/cronjobs")) {
            // since 1.29 no time zone stands in the schedule itself
            return note.contains("TZ=") ? Pattern.compile("spec\\.schedule: ") : null;
        }
        if (path.contains("/jobs")) {
            return job(note);
        }
        return NewerPods.refusal(note);
    }

    /** Features of jobs whose fields were dropped: GA since 1.33 (back-off of each index), 1.34 and 1.35. */
    private static @Nullable Pattern job(String note) {
        if (note.contains("FailIndex")) {
            return Pattern.compile(
                    "spec\\.podFailurePolicy\\.rules\\[\\d+\\]\\.action: |spec\\.backoffLimitPerIndex: ");
        }
        for (var field : JOB_FIELDS) {
            if (note.startsWith("spec." + field)) {
                return Pattern.compile("spec\\." + field + "|spec\\.backoffLimitPerIndex: ");
            }
        }
        return null;
    }
}
