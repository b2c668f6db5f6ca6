package io.kubelayers.governance.quota;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The arithmetic of resource quotas: what objects are charged for, whether a write fits, what a namespace uses.
 *
 * <p>Pure functions over plain records; they work without a cluster.
 */
public final class QuotaMath {
    private QuotaMath() {}

    /**
     * What an object of a built-in kind is charged for, by quota name ({@code requests.cpu}, {@code count/pods} …).
     *
     * @param now decides whether a deleted pod has had its time to stop
     */
    public static Map<String, Quantity> usage(KubernetesObject object, Instant now) {
        return UsageEvaluator.of(GroupResource.of(object.getClass())).usage(object, now);
    }

    /**
     * May the write go on? The first quota without room refuses it.
     *
     * @param quotas all quotas of the namespace; only what their status says is compared with
     * @param limited resources that may only be used under a quota; mostly none
     * @throws InvalidScopeException if a quota has a scope that can't be tested
     */
    public static QuotaDecision admit(
            QuotaRequest request, List<ResourceQuota> quotas, List<LimitedResource> limited, Instant now) {
        return new QuotaAdmission(request, quotas, limited, now).decide();
    }

    /** May the write go on, with nothing limited by configuration? */
    public static QuotaDecision admit(QuotaRequest request, List<ResourceQuota> quotas, Instant now) {
        return admit(request, quotas, List.of(), now);
    }

    /**
     * What the namespace of a quota uses of what the quota limits.
     *
     * @param objects the objects by resource; those of other namespaces are left out. A resource that is not a key here
     *     is not counted: what only it is charged for keeps the value it has in the status.
     * @throws InvalidScopeException if the quota has a scope that can't be tested
     */
    public static QuotaUsage calculate(
            ResourceQuota quota, Map<GroupResource, ? extends List<? extends KubernetesObject>> objects, Instant now) {
        return new QuotaCount(quota, now).count(objects);
    }
}
