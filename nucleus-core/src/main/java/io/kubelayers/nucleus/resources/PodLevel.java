package io.kubelayers.nucleus.resources;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.value.Quantity;
import java.util.Map;

/**
 * Resources of a pod as a whole ({@code spec.resources}), which stand in place of the sum over its containers. Upstream:
 * {@code component-helpers/resource/helpers.go}.
 */
public final class PodLevel {
    private static final String HUGE_PAGES = "hugepages-";

    private PodLevel() {}

    /** Whether a resource can be set for the pod as a whole: CPU, memory and huge pages can. */
    public static boolean isSupported(String name) {
        return name.equals(ResourceName.CPU) || name.equals(ResourceName.MEMORY) || name.startsWith(HUGE_PAGES);
    }

    /** Whether requests or limits of such a resource are set. */
    public static boolean isSet(Pod pod) {
        return hasRequests(pod) || hasLimits(pod);
    }

    /** Whether requests of such a resource are set. */
    public static boolean hasRequests(Pod pod) {
        return hasSupported(requirements(pod).requests());
    }

    /** Whether limits of such a resource are set. */
    public static boolean hasLimits(Pod pod) {
        return hasSupported(requirements(pod).limits());
    }

    static ResourceRequirements requirements(Pod pod) {
        ResourceRequirements resources = pod.spec().resources();
        return resources == null ? ResourceRequirements.EMPTY : resources;
    }

    private static boolean hasSupported(Map<String, Quantity> list) {
        for (String name : list.keySet()) {
            if (isSupported(name)) {
                return true;
            }
        }
        return false;
    }
}
