package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a server of 1.35 accepts, refuses or words otherwise of pods and services. */
final class NewerPods {
    private static final String SEARCHES = "spec.dnsConfig.searches";
    private static final String RANGES = "spec.LoadBalancerSourceRanges";

    /** What the ranges of a service were told to be, all of them together. */
    private static final Pattern ALL_RANGES =
            Pattern.compile("Invalid value: \"\\[[^\\]]*\\]\": must be a list of IP ranges\\. For example, [\\d./,]+ ");

    private static final String ONE_RANGE =
            "Invalid value: \"{{any}}\": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)";

    private static final String NOT_REACHABLE =
            "Invalid value: \"Local\": may only be set for externally-accessible services";

    private NewerPods() {}

    /** Almost any name of a variable will do since 1.34; keys of labels are merged into selectors since 1.34. */
    static boolean accepts(String message) {
        return message.contains("a valid environment variable name must consist of alphabetic characters")
                || message.contains("exists in both matchLabelKeys and labelSelector");
    }

    /** Features whose fields were dropped: kinds of /proc (on since 1.33) and claims for devices (1.34). */
    static @Nullable Pattern refusal(String note) {
        if (note.contains(".securityContext.procMount")) {
            return Pattern.compile("\\.securityContext\\.procMount: ");
        }
        if (note.contains(".resources = {\"claims\"")) {
            return Pattern.compile("\\.resources\\.claims\\[\\d+\\]: ");
        }
        return note.contains("spec.resourceClaims") ? Pattern.compile("spec\\.resourceClaims\\[\\d+\\]") : null;
    }

    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> step) {
        var path = Tree.text(step, "request", "path");
        if (path.contains("/pods")) {
            return ofPod(step);
        }
        return path.contains("/services") ? ofService(step) : step;
    }

    /** Domains to search may have underscores since 1.33; users of the host are told apart since 1.33. */
    private static Map<String, @Nullable Object> ofPod(Map<String, @Nullable Object> step) {
        var hostUsers = Tree.get(step, "request", "body", "spec", "hostUsers");
        return Rewriting.response(step, (at, map) -> {
            if (hostUsers != null && at.equals(".body.spec")) {
                map.putIfAbsent("hostUsers", hostUsers);
            }
            if (at.endsWith(".causes[]") && text(map, "field").startsWith(SEARCHES)
                    || at.equals(".body") && text(map, "message").contains(SEARCHES)) {
                map.computeIfPresent("message", (name, message) -> withUnderscores(message.toString()));
            }
        });
    }

    private static String withUnderscores(String text) {
        return text.replace("alphanumeric characters, '-' or '.', and", "alphanumeric characters, '_', '-' or '.', and")
                .replace(
                        "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*'",
                        "'_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*'");
    }

    /**
     * Since 1.29 a service with external IPs takes traffic from outside whatever its type, and since 1.33 ranges of sources
     * are told apart.
     */
    private static Map<String, @Nullable Object> ofService(Map<String, @Nullable Object> step) {
        var spec = Tree.map(Tree.get(step, "request", "body", "spec"));
        boolean reachable = spec.get("externalIPs") instanceof List<?>
                && List.of("", "ClusterIP").contains(spec.getOrDefault("type", ""));
        return Rewriting.response(step, (at, map) -> {
            if (at.endsWith(".causes[]")
                    && ALL_RANGES.matcher(text(map, "message")).find()) {
                map.put("field", RANGES + "[{{any}}]");
                map.put("message", ONE_RANGE);
            }
            if (at.equals(".body.details") && reachable && map.get("causes") instanceof List<?> causes) {
                map.put(
                        "causes",
                        causes.stream()
                                .filter(cause -> !NOT_REACHABLE.equals(Tree.get(cause, "message")))
                                .toList());
            }
            if (at.equals(".body") && map.get("message") instanceof String message) {
                var newer = ALL_RANGES.matcher(message).replaceAll(ONE_RANGE);
                newer = newer.equals(message) ? message : newer.replace(RANGES + ": ", RANGES + "[{{any}}]: ");
                map.put(
                        "message",
                        reachable ? newer.replace(", spec.externalTrafficPolicy: " + NOT_REACHABLE, "") : newer);
            }
        });
    }

    private static String text(Map<String, @Nullable Object> map, String name) {
        return map.get(name) instanceof String text ? text : "";
    }
}
