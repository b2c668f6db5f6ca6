package io.kubelayers.governance.quota;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Any other resource: its objects are counted, under {@code count/RESOURCE.GROUP}.
 *
 * <p>A few of the oldest resources have a second name without {@code count/}.
 *
 * @param resource what is counted
 */
record ObjectCount(GroupResource resource) implements UsageEvaluator {
    private static final Set<String> WITH_PLAIN_NAME =
            Set.of("configmaps", "resourcequotas", "replicationcontrollers", "secrets");

    private boolean hasPlainName() {
        return resource.group().isEmpty() && WITH_PLAIN_NAME.contains(resource.resource());
    }

    @Override
    public boolean tracks(String quotaName) {
        return quotaName.equals(resource.countName()) || (hasPlainName() && quotaName.equals(resource.resource()));
    }

    @Override
    public boolean handles(QuotaRequest request) {
        return request.isCreate() && request.subresource().isEmpty();
    }

    @Override
    public Map<String, Quantity> usage(KubernetesObject object, Instant now) {
        var usage = new TreeMap<String, Quantity>();
        usage.put(resource.countName(), Amounts.one());
        if (hasPlainName()) {
            usage.put(resource.resource(), Amounts.one());
        }
        return usage;
    }
}
