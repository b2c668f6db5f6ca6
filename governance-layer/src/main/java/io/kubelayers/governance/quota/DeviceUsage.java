package io.kubelayers.governance.quota;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.resource.DeviceRequest;
import io.kubelayers.nucleus.resource.ResourceClaim;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Resource claims: charged for the devices of each class that they may get.
 *
 * <p>The quota name {@code gpu.deviceclass.resource.k8s.io/devices} tracks the devices of one class. Where a claim leaves
 * a choice, the worst case is charged. Source: pkg/quota/v1/evaluator/core/resource_claims.go.
 */
final class DeviceUsage implements UsageEvaluator {
    static final DeviceUsage EVALUATOR = new DeviceUsage();

    private static final GroupResource CLAIMS = new GroupResource("resource.k8s.io", "resourceclaims");
    private static final String DEVICES_OF_CLASS = ".deviceclass.resource.k8s.io/devices";
    /** The most devices a claim can be allocated. */
    private static final long MOST_DEVICES = 32;

    private DeviceUsage() {}

    @Override
    public GroupResource resource() {
        return CLAIMS;
    }

    @Override
    public boolean tracks(String quotaName) {
        return quotaName.equals(CLAIMS.countName()) || quotaName.endsWith(DEVICES_OF_CLASS);
    }

    @Override
    public boolean handles(QuotaRequest request) {
        return request.subresource().isEmpty() && (request.isCreate() || request.isUpdate());
    }

    @Override
    public Map<String, Quantity> usage(KubernetesObject object, Instant now) {
        var devices = new TreeMap<String, Long>();
        for (var request : ((ResourceClaim) object).spec().devices().requests()) {
            worstCase(request).forEach((deviceClass, count) -> devices.merge(deviceClass, count, Long::sum));
        }
        var usage = new TreeMap<String, Quantity>();
        usage.put(CLAIMS.countName(), Amounts.one());
        devices.forEach((deviceClass, count) ->
                usage.put(deviceClass + DEVICES_OF_CLASS, Quantity.of(count, Quantity.Format.DECIMAL_SI)));
        return usage;
    }

    private static Map<String, Long> worstCase(DeviceRequest request) {
        var most = new TreeMap<String, Long>();
        for (var choice : request.firstAvailable()) {
            most.merge(choice.deviceClassName(), devices(choice.allocationMode(), choice.count()), Math::max);
        }
        var exactly = request.exactly();
        if (most.isEmpty() && exactly != null) {
            most.put(exactly.deviceClassName(), devices(exactly.allocationMode(), exactly.count()));
        }
        return most;
    }

    /** Modes that are not known are not charged for. */
    private static long devices(@Nullable String allocationMode, long count) {
        if (allocationMode == null || allocationMode.equals("ExactCount")) {
            return Math.max(count, 1);
        }
        return allocationMode.equals("All") ? MOST_DEVICES : 0;
    }
}
