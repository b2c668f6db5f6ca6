package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Warnings that have come since the recorded server. */
final class NewerWarnings {
    private static final String TOKENS =
            "299 - \"spec.serviceAccountTokenInSecrets is unset; if supported by this CSI driver, set to true to prevent"
                    + " possible logging of tokens in volume attributes\"";

    private NewerWarnings() {}

    /** Since 1.35 who makes a driver that asks for tokens, or changes what it asks for, is told of a safer way. */
    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> step) {
        var asked = Tree.list(Tree.get(step, "response", "body", "spec", "tokenRequests"));
        boolean changed = Tree.text(step, "request", "method").equals("POST")
                || Tree.text(step, "note").contains("tokenRequests");
        if (!Tree.text(step, "request", "path").contains("/csidrivers")
                || Tree.text(step, "request", "method").matches("GET|DELETE")
                || asked.isEmpty()
                || !changed) {
            return step;
        }
        return Rewriting.response(step, (at, map) -> {
            if (at.equals(".headers")) {
                var warnings = new ArrayList<>(Tree.list(map.get("warning")));
                warnings.add(TOKENS);
                map.put("warning", warnings);
            }
        });
    }
}
