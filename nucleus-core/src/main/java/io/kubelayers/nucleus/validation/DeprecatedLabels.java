package io.kubelayers.nucleus.validation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Labels of nodes that go by other names now ({@code pkg/api/node/util.go}); selecting by the old ones is warned about. */
public final class DeprecatedLabels {
    private static final Map<String, String> NEW_NAMES = Map.of(
            "failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone",
            "failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region",
            "beta.kubernetes.io/os", "kubernetes.io/os",
            "beta.kubernetes.io/arch", "kubernetes.io/arch",
            "beta.kubernetes.io/instance-type", "node.kubernetes.io/instance-type");

    private DeprecatedLabels() {}

    /** The name that a label has now; null if it has always had its own. */
    public static @Nullable String newName(String key) {
        return NEW_NAMES.get(key);
    }

    /** Since when a label is deprecated, and what to use instead; null if it is not. */
    public static @Nullable String message(String key) {
        var now = NEW_NAMES.get(key);
        if (now == null) {
            return null;
        }
        var since = key.endsWith("/os") || key.endsWith("/arch") ? "v1.14" : "v1.17";
        return "deprecated since " + since + "; use \"" + now + "\" instead";
    }
}
