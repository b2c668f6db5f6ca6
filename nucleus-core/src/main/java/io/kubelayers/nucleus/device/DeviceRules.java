package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.server.GatedFields;
import io.kubelayers.nucleus.server.KindRules;
import java.util.List;

/** The rules of the kinds of {@code resource.k8s.io}. */
public final class DeviceRules {
    /** What claims, templates, classes and slices would have if these features were on. */
    static final GatedFields GATED_IN_SPECS = GatedFields.in(
            "spec",
            "DRAConsumableCapacity",
            "DRADeviceBindingConditions",
            "DRADeviceTaints",
            "DRAExtendedResource",
            "DRAPartitionableDevices");

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
