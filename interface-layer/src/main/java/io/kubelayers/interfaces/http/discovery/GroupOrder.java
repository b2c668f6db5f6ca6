package io.kubelayers.interfaces.http.discovery;

import java.util.ArrayList;
import java.util.List;

/** The order of groups: upstream's own by their priorities, others by name after them (kube-aggregator). */
final class GroupOrder {
    private static final List<String> OWN = List.of(
            "apiregistration.k8s.io",
            "apps",
            "events.k8s.io",
            "authentication.k8s.io",
            "authorization.k8s.io",
            "autoscaling",
            "batch",
            "certificates.k8s.io",
            "networking.k8s.io",
            "policy",
            "rbac.authorization.k8s.io",
            "storage.k8s.io",
            "admissionregistration.k8s.io",
            "apiextensions.k8s.io",
            "scheduling.k8s.io",
            "coordination.k8s.io",
            "node.k8s.io",
            "discovery.k8s.io",
            "flowcontrol.apiserver.k8s.io",
            "resource.k8s.io");

    private GroupOrder() {}

    static List<String> sorted(List<String> groups) {
        var sorted = new ArrayList<>(groups);
        sorted.remove("");
        sorted.sort((a, b) -> {
            int byRank = Integer.compare(rank(a), rank(b));
            return byRank != 0 ? byRank : a.compareTo(b);
        });
        return sorted;
    }

    private static int rank(String group) {
        int at = OWN.indexOf(group);
        return at < 0 ? OWN.size() : at;
    }
}
