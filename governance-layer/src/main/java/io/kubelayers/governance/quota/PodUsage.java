package io.kubelayers.governance.quota;

import static io.kubelayers.nucleus.resources.PodResourceOptions.IN_FORCE;

import io.kubelayers.governance.quota.ResourceQuota.ScopedResourceSelectorRequirement;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.resources.PodLevel;
import io.kubelayers.nucleus.resources.PodResources;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Pods: charged for what they request and may use, and for being there.
 *
 * <p>{@code count/pods} counts every stored pod; everything else only pods that have not ended. Source:
 * pkg/quota/v1/evaluator/core/pods.go.
 */
final class PodUsage implements UsageEvaluator {
    static final PodUsage EVALUATOR = new PodUsage();

    private static final GroupResource PODS = new GroupResource("", ResourceName.PODS);

    /** Upstream once required containers to state these when a quota tracks them, and must go on doing so. */
    private static final Set<String> MUST_BE_STATED = Set.of(
            ResourceName.CPU,
            ResourceName.MEMORY,
            ResourceName.REQUESTS_CPU,
            ResourceName.REQUESTS_MEMORY,
            ResourceName.LIMITS_CPU,
            ResourceName.LIMITS_MEMORY);

    private PodUsage() {}

    @Override
    public GroupResource resource() {
        return PODS;
    }

    @Override
    public boolean tracks(String quotaName) {
        return PodQuotaNames.tracks(quotaName);
    }

    /** Creates, resizes, and updates that put the pod into another scope. */
    @Override
    public boolean handles(QuotaRequest request) {
        return switch (request.subresource()) {
            case "" -> request.isCreate() || (request.isUpdate() && changesScope(request));
            case "resize" -> request.isUpdate();
            default -> false;
        };
    }

    private static boolean changesScope(QuotaRequest request) {
        return request.object() instanceof Pod pod
                && request.oldObject() instanceof Pod old
                && PodScopes.isTerminating(pod) != PodScopes.isTerminating(old);
    }

    @Override
    public Map<String, Quantity> usage(KubernetesObject object, Instant now) {
        var pod = (Pod) object;
        var usage = new TreeMap<String, Quantity>();
        usage.put(PODS.countName(), Amounts.one());
        if (!hasEnded(pod, now)) {
            charge(PodResources.requests(pod, IN_FORCE), PodResources.limits(pod, IN_FORCE), usage);
        }
        return usage;
    }

    /** Ended, or gone from a lost node: deleted, and its time to stop is over. */
    private static boolean hasEnded(Pod pod, Instant now) {
        var phase = pod.status().phase();
        if (Pod.Phase.FAILED.equals(phase) || Pod.Phase.SUCCEEDED.equals(phase)) {
            return true;
        }
        var deleted = pod.metadata().deletionTimestamp();
        var grace = pod.metadata().deletionGracePeriodSeconds();
        return deleted != null && grace != null && now.isAfter(deleted.plusSeconds(grace));
    }

    private static void charge(
            Map<String, Quantity> requests, Map<String, Quantity> limits, Map<String, Quantity> usage) {
        usage.put(ResourceName.PODS, Amounts.one());
        requests.forEach((name, amount) -> {
            if (PodQuotaNames.isCompute(name) || PodQuotaNames.isHugePages(name)) {
                usage.put(name, amount);
                usage.put(PodQuotaNames.REQUESTS + name, amount);
            } else if (PodQuotaNames.isExtended(name)) {
                usage.put(PodQuotaNames.REQUESTS + name, amount);
            }
        });
        limits.forEach((name, amount) -> {
            if (PodQuotaNames.isCompute(name)) {
                usage.put(PodQuotaNames.LIMITS + name, amount);
            }
        });
    }

    @Override
    public boolean hasScopes() {
        return true;
    }

    @Override
    public boolean inScope(ScopedResourceSelectorRequirement scope, KubernetesObject object) {
        return PodScopes.contains(scope, (Pod) object);
    }

    /** {@code must specify limits.cpu for: c1,c2; memory for: c1}. Not asked where the pod states resources as a whole. */
    @Override
    public String missing(Collection<String> quotaNames, KubernetesObject object) {
        var pod = (Pod) object;
        if (PodLevel.isSet(pod)) {
            return "";
        }
        var spec = pod.spec();
        var missing = new TreeMap<String, Set<String>>();
        for (var name : quotaNames) {
            if (MUST_BE_STATED.contains(name)) {
                addMissing(name, spec.containers(), missing);
                addMissing(name, spec.initContainers(), missing);
            }
        }
        if (missing.isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        missing.forEach((name, containers) -> parts.add(name + " for: " + String.join(",", containers)));
        return "must specify " + String.join("; ", parts);
    }

    private static void addMissing(String name, List<Container> containers, Map<String, Set<String>> missing) {
        for (var container : containers) {
            var stated = new TreeMap<String, Quantity>();
            charge(container.resources().requests(), container.resources().limits(), stated);
            if (!stated.containsKey(name)) {
                missing.computeIfAbsent(name, n -> new TreeSet<>()).add(container.name());
            }
        }
    }
}
