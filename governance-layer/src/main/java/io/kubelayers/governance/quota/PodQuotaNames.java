package io.kubelayers.governance.quota;

import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.validation.Names;
import java.util.Set;

/** How quotas name what pods use. */
final class PodQuotaNames {
    static final String REQUESTS = "requests.";
    static final String LIMITS = "limits.";
    private static final String HUGE_PAGES = "hugepages-";
    private static final String DEVICE_CLASS = "deviceclass.resource.kubernetes.io/";

    private static final Set<String> FIXED = Set.of(
            "count/pods",
            ResourceName.PODS,
            ResourceName.CPU,
            ResourceName.MEMORY,
            ResourceName.EPHEMERAL_STORAGE,
            ResourceName.REQUESTS_CPU,
            ResourceName.REQUESTS_MEMORY,
            ResourceName.REQUESTS_EPHEMERAL_STORAGE,
            ResourceName.LIMITS_CPU,
            ResourceName.LIMITS_MEMORY,
            ResourceName.LIMITS_EPHEMERAL_STORAGE);

    private PodQuotaNames() {}

    static boolean tracks(String quotaName) {
        return FIXED.contains(quotaName)
                || isHugePages(quotaName)
                || isRequestOfHugePages(quotaName)
                || (quotaName.startsWith(REQUESTS) && !isNative(quotaName))
                || quotaName.startsWith(REQUESTS + DEVICE_CLASS);
    }

    /** Resources that quotas know by three names: cpu, requests.cpu and limits.cpu. */
    static boolean isCompute(String resource) {
        return resource.equals(ResourceName.CPU)
                || resource.equals(ResourceName.MEMORY)
                || resource.equals(ResourceName.EPHEMERAL_STORAGE);
    }

    static boolean isHugePages(String resource) {
        return resource.startsWith(HUGE_PAGES);
    }

    static boolean isRequestOfHugePages(String quotaName) {
        return quotaName.startsWith(REQUESTS + HUGE_PAGES);
    }

    /** Resources of third parties, such as example.com/gpu: only their requests are charged. */
    static boolean isExtended(String resource) {
        if (resource.startsWith(DEVICE_CLASS)) {
            return true;
        }
        return !isNative(resource)
                && !resource.startsWith(REQUESTS)
                && Names.qualifiedName(REQUESTS + resource).isEmpty();
    }

    private static boolean isNative(String resource) {
        return !resource.contains("/") || resource.contains("kubernetes.io/");
    }
}
