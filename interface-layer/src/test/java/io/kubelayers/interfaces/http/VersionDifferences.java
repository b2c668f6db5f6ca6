package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server of 1.35 answers otherwise than the recorded one, which is of the time just before 1.29 alpha 1. Each
 * method adapts recorded steps to one change and says which; nothing else in the harness knows about versions.
 */
final class VersionDifferences {
    private static final Map<String, Object> INITIAL_END = Map.of(
            "kind",
            "{{any}}",
            "apiVersion",
            "{{any}}",
            "metadata",
            Map.of("resourceVersion", "{{any}}", "annotations", Map.of("k8s.io/initial-events-end", "true")));

    private VersionDifferences() {}

    /** The step as a server of 1.35 would have it; null if there is nothing to compare with. */
    static @Nullable Map<String, @Nullable Object> adapted(String scenario, Map<String, @Nullable Object> step) {
        if (DefinitionDifferences.decides(step) || RecordedAccidents.is(scenario, step)) {
            return null;
        }
        var adapted = ForgottenOwners.remembered(withPodGenerations(withoutNullCreation(step)));
        adapted = NewerRules.withSelectors(
                NewerRules.withGenerations(NewerRules.withDefaults(NewerErrors.of(ToldOnce.of(adapted)))));
        adapted = NewerPods.of(Rewriting.texts(adapted, NewerMessages::of));
        adapted = withAnyColumnDescriptions(adapted);
        adapted = NewerTables.of(withAddressModes(adapted));
        adapted = NewerGroups.of(NewerSubresources.of(RecordedAccidents.without(NewerDecisions.tried(adapted))));
        adapted = DefinitionDifferences.withFinalizers(
                DefinitionDifferences.withWarnings(DefinitionDifferences.named(adapted)));
        adapted = NewerWarnings.of(adapted);
        adapted = withTokenUids(withCredentialIds(withManagedClaims(adapted)));
        adapted = withCurrentDiscovery(adapted);
        adapted = NewerStatus.of(withInitialEnd(adapted), scenario.startsWith("controllers/"));
        return adapted;
    }

    /** Not a version's: what a column means is told in upstream's documentation; here it is said in other words. */
    private static Map<String, @Nullable Object> withAnyColumnDescriptions(Map<String, @Nullable Object> step) {
        if (Tree.text(step, "request", "path").matches("/apis/[^/]*example\\.com/.*")) {
            return step; // those of custom kinds are made from their definitions
        }
        var bare = Rewriting.texts(
                step,
                text -> text.startsWith("apiVersion: meta.k8s.io/v1\ncolumnDefinitions:")
                        ? text.replaceAll("(?s)- description: .*?\n  format:", "- description: {{any}}\n  format:")
                        : text);
        return Rewriting.response(bare, (at, map) -> {
            if (at.endsWith(".columnDefinitions[]")) {
                map.put("description", "{{any}}");
            }
        });
    }

    /** Since 1.31 a watch of a list also says where what exists ends if there is nothing and nothing happens. */
    private static Map<String, @Nullable Object> withInitialEnd(Map<String, @Nullable Object> step) {
        var path = Tree.text(step, "request", "path");
        boolean wanted = path.contains("sendInitialEvents=true") && path.contains("allowWatchBookmarks=true");
        if (!wanted || !List.of().equals(Tree.get(step, "response", "events"))) {
            return step;
        }
        return Rewriting.response(step, (at, map) -> {
            if (at.isEmpty()) {
                map.put("events", List.of(Map.of("type", "BOOKMARK", "object", INITIAL_END)));
            }
        });
    }

    /**
     * Since 1.30 the addresses of load balancers say how they are used, since 1.29 traffic from outside to external IPs has
     * a policy, and since 1.30 the port of an ingress' backend is owned as a whole.
     */
    private static Map<String, @Nullable Object> withAddressModes(Map<String, @Nullable Object> step) {
        var path = Tree.text(step, "request", "path");
        boolean services = path.contains("/services");
        return Rewriting.response(step, (at, map) -> {
            if (services && at.endsWith(".status.loadBalancer.ingress[]") && map.containsKey("ip")) {
                map.putIfAbsent("ipMode", "VIP");
            } else if (services && at.endsWith(".spec") && map.containsKey("externalIPs")) {
                map.putIfAbsent("externalTrafficPolicy", "Cluster");
            } else if (services && at.endsWith(".managedFields[]") && "Update".equals(map.get("operation"))) {
                if (Tree.get(map, "fieldsV1", "f:spec", "f:externalIPs")
                        != null) { // defaults are not applied by anybody
                    Tree.map(Tree.get(map, "fieldsV1", "f:spec")).putIfAbsent("f:externalTrafficPolicy", Map.of());
                }
            } else if (path.contains("/ingresses") && at.endsWith(".f:service")) {
                map.replace("f:port", Map.of());
            }
        });
    }

    /**
     * Dynamic resource allocation is a group of its own since 1.34, classes of volume attributes are v1 since then, and
     * pods can be resized since 1.33; the tags of documents and the version itself are those of what is served.
     */
    private static Map<String, @Nullable Object> withCurrentDiscovery(Map<String, @Nullable Object> step) {
        var path = Tree.text(step, "request", "path");
        if (path.startsWith("/openapi/v3/")) {
            return NewerDiscovery.adapted(NewerSchemas.adapted(step), path);
        }
        if (!path.startsWith("/api") && !path.startsWith("/openapi") && !path.equals("/version")
                || path.split("/").length > 4) {
            return step;
        }
        return NewerDiscovery.adapted(step, path);
    }

    /** Since 1.32 StatefulSets control the claims that go with them, and do not just own them. */
    private static Map<String, @Nullable Object> withManagedClaims(Map<String, @Nullable Object> step) {
        boolean claims = Tree.text(step, "request", "path").contains("/persistentvolumeclaims");
        return Rewriting.response(step, (at, map) -> {
            if (claims && at.endsWith(".ownerReferences[]") && "StatefulSet".equals(map.get("kind"))) {
                map.put("controller", true);
                map.put("blockOwnerDeletion", true);
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

    /** Since 1.34 a token tells the uid of the account it is of. */
    private static Map<String, @Nullable Object> withTokenUids(Map<String, @Nullable Object> step) {
        if (!"TokenRequest".equals(Tree.get(step, "response", "body", "kind"))) {
            return step;
        }
        return Rewriting.response(step, (at, map) -> {
            if (at.equals(".body.metadata")) {
                map.put("uid", "{{any}}");
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
            if (path.contains(".fieldsV1.f:spec")
                    && map.remove("f:creationTimestamp") != null
                    && map.keySet().equals(Set.of("."))) {
                map.clear();
            }
        });
    }

    /**
     * The hashes of templates that a scenario shows, each with a placeholder. They are taken over Go's dump of a struct
     * that has more fields since, or over JSON with {@code creationTimestamp: null}, which is left out since 1.34.
     */
    static Map<String, String> hashes(List<?> steps) {
        var hashes = new LinkedHashMap<String, String>();
        for (var step : steps) {
            Rewriting.response(Tree.map(step), (path, map) -> {
                if (!path.endsWith("abels")) {
                    return;
                }
                for (var label :
                        List.of("pod-template-hash", "controller-revision-hash", "controller.kubernetes.io/hash")) {
                    if (map.get(label) instanceof String value) {
                        // pods of a StatefulSet carry the whole name of their revision
                        var hash = value.substring(value.lastIndexOf('-') + 1);
                        hashes.putIfAbsent(hash, "{{hash" + (hashes.size() + 1) + "}}");
                    }
                }
            });
        }
        return hashes;
    }

    /** The step with placeholders for hashes, also in what is sent. */
    static Map<String, @Nullable Object> withoutHashes(Map<String, @Nullable Object> step, Map<String, String> hashes) {
        if (hashes.isEmpty()) {
            return step;
        }
        return Rewriting.everything(step, text -> {
            var changed = text;
            for (var hash : hashes.entrySet()) {
                changed = changed.replace(hash.getKey(), hash.getValue());
            }
            return changed;
        });
    }
}
