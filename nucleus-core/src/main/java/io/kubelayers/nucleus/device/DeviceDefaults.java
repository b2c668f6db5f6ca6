package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.resource.DeviceRequest;
import io.kubelayers.nucleus.resource.ResourceClaimSpec;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** One device, where an exact number is asked for and none is said ({@code pkg/apis/resource/v1/defaults.go}). */
final class DeviceDefaults {
    private DeviceDefaults() {}

    static ResourceClaimSpec of(ResourceClaimSpec spec) {
        var requests = new ArrayList<DeviceRequest>();
        for (var request : spec.devices().requests()) {
            requests.add(of(request));
        }
        return spec.withDevices(spec.devices().withRequests(requests));
    }

    private static DeviceRequest of(DeviceRequest request) {
        var exactly = request.exactly();
        if (exactly != null && isUncounted(exactly.allocationMode(), exactly.count())) {
            return request.withExactly(exactly.withCount(1));
        }
        if (request.firstAvailable().isEmpty()) {
            return request;
        }
        var alternatives = new ArrayList<DeviceRequest.DeviceSubRequest>();
        for (var one : request.firstAvailable()) {
            alternatives.add(isUncounted(one.allocationMode(), one.count()) ? one.withCount(1) : one);
        }
        return request.withFirstAvailable(alternatives);
    }

    private static boolean isUncounted(@Nullable String mode, long count) {
        return "ExactCount".equals(mode) && count == 0;
    }
}
