package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.customresource.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CustomResourceDefinitions: since 1.34 formats that nobody knows are warned about, and of custom objects, since the release
 * of 1.29, finalizers without a domain; and, not a version's, rules in CEL are kept here without being evaluated, which is
 * warned about too.
 */
final class DefinitionDifferences {
    private static final String RULES = "x-kubernetes-validations";

    private DefinitionDifferences() {}

    /** Whether only who knows what rules cost would have refused the definition. */
    static boolean decides(Map<String, @Nullable Object> step) {
        var message = Tree.text(step, "response", "body", "message");
        return isOne(step) && message.contains(RULES) && message.contains("estimated rule cost");
    }

    private static boolean isOne(Map<String, @Nullable Object> step) {
        var path = Tree.text(step, "request", "path");
        return path.contains("/customresourcedefinitions") && !path.contains("/status");
    }

    /** Not a version's: some definitions were read before the recorded server had accepted or established them. */
    static Map<String, @Nullable Object> named(Map<String, @Nullable Object> step) {
        var method = Tree.text(step, "request", "method");
        var status = String.valueOf(Tree.get(step, "response", "body", "status"));
        if (!isOne(step)
                || !List.of("GET", "DELETE").contains(method)
                || !status.contains("plural=,") && !status.contains("reason=Installing")) {
            return step;
        }
        return Rewriting.response(step, (at, map) -> {
            if (at.equals(".body.metadata")) {
                map.put("managedFields", "{{any}}");
                map.put("resourceVersion", "{{any}}");
            } else if (at.equals(".body")) {
                map.put("status", "{{any}}");
            }
        });
    }

    static Map<String, @Nullable Object> withWarnings(Map<String, @Nullable Object> step) {
        var method = Tree.text(step, "request", "method");
        var spec = Tree.get(step, "response", "body", "spec");
        if (!isOne(step) || !List.of("POST", "PUT", "PATCH").contains(method) || spec == null) {
            return step;
        }
        var warnings = new ArrayList<@Nullable Object>(Tree.list(Tree.get(step, "response", "headers", "warning")));
        formats(Tree.get(spec, "versions"), method, warnings);
        if (spec.toString().contains(RULES + "=[{")) {
            warnings.add("299 - \"x-kubernetes-validations: CEL rules are kept but not evaluated\"");
        }
        return Rewriting.response(step, (at, map) -> {
            if (at.equals(".headers") && !warnings.isEmpty()) {
                map.put("warning", warnings);
            }
        });
    }

    /** New custom objects are warned of finalizers without a path. */
    static Map<String, @Nullable Object> withFinalizers(Map<String, @Nullable Object> step) {
        var warnings = new ArrayList<@Nullable Object>(Tree.list(Tree.get(step, "response", "headers", "warning")));
        int before = warnings.size();
        if (Tree.text(step, "request", "method").equals("POST")
                && Tree.text(step, "request", "path").startsWith("/apis/crd.example.com/")
                && Long.valueOf(201).equals(Tree.get(step, "response", "status"))) {
            for (var finalizer : Tree.list(Tree.get(step, "response", "body", "metadata", "finalizers"))) {
                if (!String.valueOf(finalizer).contains("/")) {
                    warnings.add(
                            "299 - \"metadata.finalizers: \\\"" + finalizer
                                    + "\\\": prefer a domain-qualified finalizer"
                                    + " name including a path (/) to avoid accidental conflicts with other finalizer writers\"");
                }
            }
        }
        return warnings.size() == before
                ? step
                : Rewriting.response(step, (at, map) -> {
                    if (at.equals(".headers")) {
                        map.put("warning", warnings);
                    }
                });
    }

    /** Of changes only what they bring is warned about, which a step does not show. */
    private static void formats(@Nullable Object tree, String method, List<@Nullable Object> warnings) {
        if (tree instanceof Map<?, ?> map) {
            if (map.get("format") instanceof String format
                    && !map.containsKey("jsonPath")
                    && !Formats.isKnown(format)
                    && method.equals("POST")) {
                warnings.add("299 - \"unrecognized format \\\"" + format + "\\\"\"");
            }
            map.values().forEach(value -> formats(value, method, warnings));
        } else if (tree instanceof List<?> list) {
            list.forEach(value -> formats(value, method, warnings));
        }
    }
}
