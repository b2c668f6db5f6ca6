package io.kubelayers.governance.quota;

import io.kubelayers.governance.quota.ResourceQuota.ScopedResourceSelectorRequirement;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.resources.ResourceList;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Adds up what the objects of a namespace are charged for (apiserver/pkg/quota/v1, CalculateUsage). */
final class QuotaCount {
    private final ResourceQuota quota;
    private final Instant now;
    private final Set<String> limited;
    private final List<ScopedResourceSelectorRequirement> scopes;
    private final Map<String, Quantity> used = new TreeMap<>();
    private final List<QuotaUsage.Charge> charges = new ArrayList<>();

    QuotaCount(ResourceQuota quota, Instant now) {
        this.quota = quota;
        this.now = now;
        this.limited = quota.spec().hard().keySet();
        this.scopes = ScopeSelection.of(quota);
    }

    QuotaUsage count(Map<GroupResource, ? extends List<? extends KubernetesObject>> objects) {
        objects.forEach((resource, some) -> {
            var evaluator = UsageEvaluator.of(resource);
            var tracked = evaluator.tracked(limited);
            if (!tracked.isEmpty()) {
                tracked.forEach(name -> used.putIfAbsent(name, Amounts.zero()));
                count(evaluator, some);
            }
        });
        var total = new TreeMap<>(ResourceList.only(quota.status().used(), limited));
        total.putAll(used);
        return new QuotaUsage(quota, total, charges);
    }

    private void count(UsageEvaluator evaluator, List<? extends KubernetesObject> objects) {
        for (var object : objects) {
            if (!object.metadata().namespaceOrEmpty().equals(quota.metadata().namespaceOrEmpty())) {
                continue;
            }
            if (!inScopes(evaluator, object)) {
                continue;
            }
            var amounts = ResourceList.only(evaluator.usage(object, now), limited);
            amounts.forEach((name, amount) -> used.merge(name, amount, Quantity::add));
            charges.add(new QuotaUsage.Charge(
                    evaluator.resource(), object.metadata().nameOrEmpty(), amounts));
        }
    }

    private boolean inScopes(UsageEvaluator evaluator, KubernetesObject object) {
        for (var scope : scopes) {
            if (!evaluator.inScope(scope, object)) {
                return false;
            }
        }
        return true;
    }
}
