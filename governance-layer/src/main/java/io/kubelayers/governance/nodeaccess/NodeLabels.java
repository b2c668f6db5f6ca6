package io.kubelayers.governance.nodeaccess;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which labels a node may give itself: any that are not Kubernetes' own, and of those the ones that say what it is
 * ({@code k8s.io/kubelet/pkg/apis/well_known_labels.go}). Others would let it draw pods to itself.
 */
final class NodeLabels {
    private static final String RESTRICTED = "node-restriction.kubernetes.io";
    private static final List<String> KUBERNETES = List.of("kubernetes.io", "k8s.io");
    private static final List<String> KUBELET = List.of("kubelet.kubernetes.io", "node.kubernetes.io");
    private static final Set<String> OWN = Set.of(
            "kubernetes.io/hostname",
            "topology.kubernetes.io/zone",
            "topology.kubernetes.io/region",
            "failure-domain.beta.kubernetes.io/zone",
            "failure-domain.beta.kubernetes.io/region",
            "node.kubernetes.io/instance-type",
            "beta.kubernetes.io/instance-type",
            "kubernetes.io/os",
            "kubernetes.io/arch",
            "beta.kubernetes.io/os",
            "beta.kubernetes.io/arch");

    private NodeLabels() {}

    /** The labels that differ and that a node may not set, change or remove, sorted. */
    static TreeSet<String> forbidden(Map<String, String> labels, Map<String, String> before) {
        var keys = new TreeSet<>(labels.keySet());
        keys.addAll(before.keySet());
        keys.removeIf(key -> Objects.equals(labels.get(key), before.get(key)) || allowed(key));
        return keys;
    }

    private static boolean allowed(String key) {
        int slash = key.indexOf('/');
        var prefix = slash < 0 ? "" : key.substring(0, slash);
        if (within(prefix, RESTRICTED)) {
            return false;
        }
        return KUBERNETES.stream().noneMatch(domain -> within(prefix, domain))
                || OWN.contains(key)
                || KUBELET.stream().anyMatch(domain -> within(prefix, domain));
    }

    private static boolean within(String prefix, String domain) {
        return prefix.equals(domain) || prefix.endsWith("." + domain);
    }
}
