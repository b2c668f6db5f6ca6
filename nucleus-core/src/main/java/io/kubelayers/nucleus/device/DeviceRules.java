package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.server.KindRules;
import java.util.List;

/** The rules of the kinds of {@code resource.k8s.io}. */
public final class DeviceRules {
    private DeviceRules() {}

    /** One for each kind. */
    public static List<KindRules<?>> all() {
        return List.of(
                new ResourceClaimRules(),
                new ResourceClaimTemplateRules(),
                new DeviceClassRules(),
                new ResourceSliceRules());
    }
}
