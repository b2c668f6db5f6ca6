package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Warnings that have come since the recorded server. */
final class NewerWarnings {
    private static final String TOKENS =
            "299 - \"spec.serviceAccountTokenInSecrets is unset; if supported by this CSI driver, set to true to prevent"
                    + " possible logging of tokens in volume attributes\"";

    private static final Pattern ENDPOINTS =
            Pattern.compile("/api/v1/(watch/)?(namespaces/[^/?]+/)?endpoints([/?].*)?");
    private static final String DEPRECATED =
            "299 - \"v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice\"";

    private NewerWarnings() {}

    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> step) {
        return ofEndpoints(ofDrivers(step));
    }

    /** Since 1.33 who asks for endpoints is told of what took their place. */
    private static Map<String, @Nullable Object> ofEndpoints(Map<String, @Nullable Object> step) {
        if (!ENDPOINTS.matcher(Tree.text(step, "request", "path")).matches()
                || Long.valueOf(405).equals(Tree.get(step, "response", "status"))) {
            return step;
        }
        return Rewriting.response(step, (at, map) -> {
            if (at.equals(".headers")) {
                var warnings = new ArrayList<@Nullable Object>(List.of(DEPRECATED));
                warnings.addAll(Tree.list(map.get("warning")));
                map.put("warning", warnings);
            }
        });
    }

    /** Since 1.35 who makes a driver that asks for tokens, or changes what it asks for, is told of a safer way. */
    private static Map<String, @Nullable Object> ofDrivers(Map<String, @Nullable Object> step) {
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
