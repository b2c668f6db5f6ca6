package io.kubelayers.governance.quota;

import io.kubelayers.nucleus.types.ResourceType;
import java.util.Set;

/** Which resources quotas count at all (pkg/quota/v1/install/registry.go). */
final class QuotableResources {
    /** Never stored, or never counted before and so not now. */
    private static final Set<String> IGNORED = Set.of(
            "bindings",
            "componentstatuses",
            "tokenreviews.authentication.k8s.io",
            "selfsubjectreviews.authentication.k8s.io",
            "subjectaccessreviews.authorization.k8s.io",
            "selfsubjectaccessreviews.authorization.k8s.io",
            "localsubjectaccessreviews.authorization.k8s.io",
            "selfsubjectrulesreviews.authorization.k8s.io",
            "events",
            "events.events.k8s.io");

    private QuotableResources() {}

    static boolean contains(ResourceType type) {
        return type.namespaced() && !IGNORED.contains(of(type).toString());
    }

    static GroupResource of(ResourceType type) {
        return new GroupResource(type.group(), type.plural());
    }
}
