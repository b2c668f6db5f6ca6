package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Flow control is v1 since 1.29 and its betas are gone, admission policies are v1 since 1.30: the same objects, and no
 * warning that the version is deprecated.
 */
final class NewerGroups {
    private static final String FLOW = "flowcontrol.apiserver.k8s.io/";
    private static final String ADMISSION = "admissionregistration.k8s.io/";

    private NewerGroups() {}

    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> step) {
        var text = String.valueOf(step.get("request")) + step.get("response");
        boolean flow = text.contains(FLOW + "v1beta");
        if (!flow && !text.contains(ADMISSION + "v1beta1")) {
            return step;
        }
        var beta = flow ? "v1beta3" : "v1beta1";
        var adapted = Rewriting.everything(step, value -> value.replace(FLOW + "v1beta3", FLOW + "v1")
                .replace(ADMISSION + "v1beta1", ADMISSION + "v1"));
        // what could not be read is told with the names of Go's types
        adapted = Rewriting.texts(adapted, value -> value.replace("in version \"" + beta + "\"", "in version \"v1\"")
                .replace("of type " + beta + ".", "of type v1.")
                .replace("of type []" + beta + ".", "of type []v1."));
        return Rewriting.response(withNullVariables(withZeroShares(adapted)), (at, map) -> {
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

    /** The betas could not tell no shares from unset ones, and took 30. */
    private static Map<String, @Nullable Object> withZeroShares(Map<String, @Nullable Object> step) {
        if (!Long.valueOf(0).equals(Tree.get(step, "request", "body", "spec", "limited", "nominalConcurrencyShares"))) {
            return step;
        }
        return Rewriting.response(step, (at, map) -> {
            if (at.endsWith(".spec.limited")) {
                map.replace("nominalConcurrencyShares", 30L, 0L);
            }
        });
    }

    /** The beta always wrote the variables of a policy. */
    private static Map<String, @Nullable Object> withNullVariables(Map<String, @Nullable Object> step) {
        return Rewriting.response(step, (at, map) -> {
            if (at.endsWith(".spec")) {
                map.remove("variables", null);
            } else if (at.endsWith(".fieldsV1.f:spec.f:variables") && !map.isEmpty()) {
                map.putIfAbsent(".", new LinkedHashMap<>());
            }
        });
    }
}
