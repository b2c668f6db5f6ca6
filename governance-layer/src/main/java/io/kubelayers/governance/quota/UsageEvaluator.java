package io.kubelayers.governance.quota;

import io.kubelayers.governance.quota.ResourceQuota.ScopedResourceSelectorRequirement;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;

/** What the objects of one resource are charged for. Pure: an object and the time in, amounts out. */
public sealed interface UsageEvaluator permits PodUsage, ServiceUsage, ClaimUsage, DeviceUsage, ObjectCount {
    /**
     * The evaluator for a resource; those that are charged for nothing special are counted.
     *
     * @param resource any stored resource
     */
    static UsageEvaluator of(GroupResource resource) {
        return switch (resource.toString()) {
            case "pods" -> PodUsage.EVALUATOR;
            case "services" -> ServiceUsage.EVALUATOR;
            case "persistentvolumeclaims" -> ClaimUsage.EVALUATOR;
            case "resourceclaims.resource.k8s.io" -> DeviceUsage.EVALUATOR;
            default -> new ObjectCount(resource);
        };
    }

    GroupResource resource();

    /** Whether this is a quota name whose use these objects make up. */
    boolean tracks(String quotaName);

    /** Those of the quota names that are tracked, sorted. */
    default Collection<String> tracked(Collection<String> quotaNames) {
        var tracked = new TreeSet<String>();
        for (var name : quotaNames) {
            if (tracks(name)) {
                tracked.add(name);
            }
        }
        return tracked;
    }

    /** Whether a request can change what is used. */
    boolean handles(QuotaRequest request);

    /** What an object is charged for, by quota name. */
    Map<String, Quantity> usage(KubernetesObject object, Instant now);

    /** Whether objects of this resource have scopes at all. */
    default boolean hasScopes() {
        return false;
    }

    /**
     * Whether an object is in a scope.
     *
     * @throws InvalidScopeException if the scope can't be tested
     */
    default boolean inScope(ScopedResourceSelectorRequirement scope, KubernetesObject object) {
        return false;
    }

    /** What an object must state because the quota tracks it, as upstream words it; empty if nothing is missing. */
    default String missing(Collection<String> quotaNames, KubernetesObject object) {
        return "";
    }
}
